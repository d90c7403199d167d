import type { Payload } from 'payload'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import { inForceOn, personOfAccount } from './mandates.ts'

/** Whether an account acts for a person who holds a mandate in force today. */
export async function isElector(payload: Payload, account: string): Promise<boolean> {
  const person = await personOfAccount(payload, account)
  if (!person) return false
  const { docs } = await payload.find({
    collection: 'mandates',
    where: { and: [{ person: { equals: person.id } }, inForceOn(parisDay(now()))] },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs.length > 0
}
