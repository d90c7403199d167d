import type { Payload } from 'payload'
import { findFirst } from '../db/find.ts'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import { inForceOn, personOfAccount } from './mandates.ts'

/** Whether an account acts for a person who holds a mandate in force today. */
export async function isElector(payload: Payload, account: string): Promise<boolean> {
  const person = await personOfAccount(payload, account)
  if (!person) return false
  const found = await findFirst({ payload }, 'mandates', {
    where: { and: [{ person: { equals: person.id } }, inForceOn(parisDay(now()))] },
  })
  return found !== null
}
