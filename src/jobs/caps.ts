import type { Payload, Where } from 'payload'
import { now } from '../lib/clock.ts'
import type { Message } from '../payload-types.ts'

const DAY = 24 * 60 * 60_000

/** E-mails a day to addresses that an anonymous person typed. */
const CAPS = [
  { field: 'recipientKey', most: 5 },
  { field: 'domain', most: 50 },
] as const

/** Milliseconds a row waits, at least, for others that are being sent just now; up to as many again, so that two do not wait for each other for ever. */
const TURN_MS = 1_000

type Claimed = Pick<Message, 'id' | 'capped' | 'recipientKey' | 'domain'>

/**
 * Whether a claimed row may leave now: null, or when to try again. Others that are being sent count as sent, whichever was
 * claimed first: of two that are claimed together the one that looks last sees the other, so that several senders do not
 * pass the cap together.
 */
export async function waitsUntil(payload: Payload, row: Claimed): Promise<Date | null> {
  if (!row.capped) return null
  const at = now()
  const waits: Date[] = []
  for (const { field, most } of CAPS) {
    const wait = await waitOf(payload, row, { [field]: { equals: row[field] } }, most, at)
    if (wait) waits.push(wait)
  }
  return waits.reduce<Date | null>((latest, each) => (latest && latest > each ? latest : each), null)
}

async function waitOf(payload: Payload, row: Claimed, of: Where, most: number, at: Date): Promise<Date | null> {
  const common = { collection: 'messages', limit: most, pagination: false, depth: 0, overrideAccess: true } as const
  const another: Where = { id: { not_equals: row.id } }
  // First what is being sent, then what was: a row that passes from one to the other counts twice, never not at all.
  const { docs: sending } = await payload.find({ ...common, where: { and: [of, { status: { equals: 'sending' }, capped: { equals: true } }, another] } })
  const { docs: sent } = await payload.find({
    ...common,
    where: { ...of, sentAt: { greater_than: new Date(at.getTime() - DAY).toISOString() }, capped: { equals: true } },
    sort: ['-sentAt', '-createdAt'],
  })
  const oldest = sent[most - 1]?.sentAt
  if (oldest) return new Date(new Date(oldest).getTime() + DAY)
  return sent.length + sending.length < most ? null : new Date(at.getTime() + TURN_MS * (1 + Math.random()))
}
