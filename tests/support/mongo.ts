import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'

/** The address of a database of the run's replica set that nobody else uses. */
export const freshMongoUrl = (): string => {
  const url = new URL(inject('mongoUrl'))
  url.pathname = `/test-${randomUUID()}`
  return url.href
}
