import type { Payload, Where } from 'payload'
import { now } from '../lib/clock.ts'
import type { Message } from '../payload-types.ts'

const DAY = 24 * 60 * 60_000

/** E-mails a day to addresses that an anonymous person typed. */
const CAPS = [
  { field: 'recipientKey', most: 5 },
  { field: 'domain', most: 50 },
] as const

/** Milliseconds a row waits for others to the same address that are being sent just now, plus as much chance. */
const TURN_MS = 1_500

/**
 * Whether a claimed row may leave now: null, or when to try again. Rows that others are sending count, so that
 * two senders cannot pass the cap together; that both then wait is why the wait has chance in it.
 */
export async function waitsUntil(payload: Payload, row: Pick<Message, 'id' | 'capped' | 'recipientKey' | 'domain'>): Promise<Date | null> {
  if (!row.capped) return null
  const at = now()
  let latest: Date | null = null
  for (const { field, most } of CAPS) {
    const until = await capOf(payload, { [field]: { equals: row[field] } }, most, row.id, at)
    if (until && (!latest || until > latest)) latest = until
  }
  return latest
}

async function capOf(payload: Payload, of: Where, most: number, id: string, at: Date): Promise<Date | null> {
  const common = { collection: 'messages', limit: most, pagination: false, depth: 0, overrideAccess: true } as const
  const since = new Date(at.getTime() - DAY).toISOString()
  const { docs: sent } = await payload.find({
    ...common,
    where: { ...of, sentAt: { greater_than: since }, capped: { equals: true } },
    sort: ['-sentAt', '-createdAt'],
  })
  const oldest = sent[most - 1]?.sentAt
  if (oldest) return new Date(new Date(oldest).getTime() + DAY)
  const { docs: sending } = await payload.find({
    ...common,
    where: { ...of, status: { equals: 'sending' }, capped: { equals: true }, id: { not_equals: id } },
  })
  return sent.length + sending.length < most ? null : new Date(at.getTime() + TURN_MS * (1 + Math.random()))
}
