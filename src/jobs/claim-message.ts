import type { Payload, Where } from 'payload'
import { now } from '../lib/clock.ts'
import type { Message } from '../payload-types.ts'

/** Milliseconds. A sending ends within 45 s, so that no row is ever sent by two at once. */
export const LEASE_MS = 60_000

/** Rows looked at to find one that nobody else took meanwhile. */
const CANDIDATES = 20

/**
 * Takes one row that is due, or whose sender died while it held it, for this sender alone: by a conditional
 * update that only one can win.
 * @returns the row as taken, or null when nothing is due
 */
export async function claimMessage(payload: Payload, instance: string): Promise<Message | null> {
  const at = now()
  for (const candidate of await due(payload, at)) {
    const stillDue: Where =
      candidate.status === 'owed'
        ? { status: { equals: 'owed' }, notBefore: { less_than_equal: at.toISOString() } }
        : { status: { equals: 'sending' }, leaseUntil: { less_than: at.toISOString() } }
    // Between the look and the claim another sender may have tried it and given it back.
    const unchanged: Where = { and: [{ id: { equals: candidate.id }, attempts: { equals: candidate.attempts } }, stillDue] }
    const lease = {
      status: 'sending',
      attempts: candidate.attempts + 1,
      leaseBy: instance,
      leaseUntil: new Date(at.getTime() + LEASE_MS).toISOString(),
    } as const
    const taken: unknown = await payload.db.updateOne({
      collection: 'messages', where: unchanged, data: lease, options: { atomic: true },
    })
    if (taken !== null) return { ...candidate, ...lease }
  }
  return null
}

/** Two queries rather than an `or`: each follows an index. */
async function due(payload: Payload, at: Date): Promise<Message[]> {
  const common = { collection: 'messages', limit: CANDIDATES, pagination: false, depth: 0, overrideAccess: true } as const
  const moment = at.toISOString()
  const { docs: owed } = await payload.find({
    ...common,
    where: { status: { equals: 'owed' }, notBefore: { less_than_equal: moment } },
    sort: ['notBefore', 'createdAt'],
  })
  const { docs: abandoned } = await payload.find({
    ...common,
    where: { status: { equals: 'sending' }, leaseUntil: { less_than: moment } },
    sort: ['notBefore', 'createdAt'],
  })
  return [...abandoned, ...owed]
}

/**
 * Writes what became of a row, if this sender still holds it.
 * @returns false when another took it over meanwhile
 */
export async function settleMessage(payload: Payload, { id, leaseBy }: Pick<Message, 'id' | 'leaseBy'>, data: Partial<Message>): Promise<boolean> {
  const settled: unknown = await payload.db.updateOne({
    collection: 'messages',
    where: { id: { equals: id }, status: { equals: 'sending' }, leaseBy: { equals: leaseBy } },
    data: { ...data, leaseBy: null, leaseUntil: null },
    options: { atomic: true },
  })
  return settled !== null
}

/** Gives back every row that a sender of an earlier process held; only where no other process can be alive. */
export async function freeAbandoned(payload: Payload, alive: ReadonlySet<string>): Promise<void> {
  const { docs } = await payload.find({
    collection: 'messages', where: { status: { equals: 'sending' } }, pagination: false, limit: 0, depth: 0, overrideAccess: true,
  })
  for (const row of docs) if (!alive.has(row.leaseBy ?? '')) await settleMessage(payload, row, { status: 'owed' })
}
