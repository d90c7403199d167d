import { format } from 'node:util'
import { afterEach, beforeEach, expect } from 'vitest'

/**
 * A test fails when something wrote to `console.error` that it did not expect: a test that expects an error takes
 * `console.error` over with `vi.spyOn`.
 */
const written: string[] = []

beforeEach(() => {
  written.length = 0
  console.error = (...parts: unknown[]) => {
    written.push(format(...parts))
  }
})

afterEach(() => {
  expect(written, 'nothing was written to console.error').toEqual([])
})
