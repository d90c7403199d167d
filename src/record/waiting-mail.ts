import type { Payload } from 'payload'
import { findAll } from '../db/find.ts'
import { now } from '../lib/clock.ts'
import { departureOf } from './mail-caps.ts'

/** Milliseconds within which an e-mail that is about to leave is not said to wait. */
const SOON = 60_000

/** When the last of the e-mails leaves that are owed about a subject and have to wait for others, or null when none has to. */
export async function mailWaitsUntil(payload: Payload, subject: string): Promise<Date | null> {
  const docs = await findAll({ payload }, 'messages', {
    where: {
      and: [{ subject: { equals: subject } }, { status: { in: ['owed', 'sending'] } }, { capped: { equals: true } }],
    },
    sort: 'createdAt',
    limit: 20,
  })
  const departures = await Promise.all(docs.map((row) => departureOf(payload, row)))
  const last = departures.reduce<Date | null>((latest, each) => (latest && latest > each ? latest : each), null)
  return last && last.getTime() - now().getTime() > SOON ? last : null
}
