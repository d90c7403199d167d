import type { Payload, Where } from 'payload'
import { now } from '../lib/clock.ts'
import type { Message } from '../payload-types.ts'
import { LANES } from '../record/messages.ts'

/** Milliseconds. A sending ends within 45 s, so that no row is ever sent by two at once. */
export const LEASE_MS = 60_000

/** Rows looked at to find one that nobody else took meanwhile. */
const CANDIDATES = 20

/** Whom this sender sends enough to just now: rows for them wait, so that nobody takes all places. */
export type Busy = {
  /** Of recipients. */
  domains: readonly string[]
  /** From which bounded e-mails are being sent. */
  networks: readonly string[]
}

/**
 * Takes one row that is due, or whose sender died while it held it, for this sender alone: by a conditional
 * update that only one can win. What nothing bounds comes first, then the first e-mail of each file, then the others.
 * @returns the row as taken, or null when nothing is due
 */
export async function claimMessage(payload: Payload, instance: string, busy: Busy): Promise<Message | null> {
  const at = now()
  for (const queue of queuesAt(at, busy)) {
    const { docs } = await payload.find({
      collection: 'messages', where: queue, sort: ['notBefore', 'createdAt'], limit: CANDIDATES, pagination: false, depth: 0, overrideAccess: true,
    })
    for (const candidate of docs) {
      const taken = await take(payload, instance, candidate, at)
      if (taken) return taken
    }
  }
  return null
}

/** One query each rather than an `or`: each follows an index. */
function queuesAt(at: Date, { domains, networks }: Busy): Where[] {
  const moment = at.toISOString()
  const free: Where[] = domains.length > 0 ? [{ domain: { not_in: [...domains] } }] : []
  const fromOthers: Where[] = networks.length > 0 ? [{ network: { not_in: [...networks] } }] : []
  const due: Where[] = [{ status: { equals: 'owed' } }, { notBefore: { less_than_equal: moment } }, ...free]
  return [
    { and: [{ status: { equals: 'sending' } }, { leaseUntil: { less_than: moment } }, ...free] },
    { and: [{ lane: { exists: false } }, ...due] },
    { and: [{ lane: { equals: LANES.first } }, ...due, ...fromOthers] },
    { and: [{ lane: { equals: LANES.later } }, ...due, ...fromOthers] },
  ]
}

async function take(payload: Payload, instance: string, candidate: Message, at: Date): Promise<Message | null> {
  const stillDue: Where =
    candidate.status === 'owed'
      ? { status: { equals: 'owed' }, notBefore: { less_than_equal: at.toISOString() } }
      : { status: { equals: 'sending' }, leaseUntil: { less_than: at.toISOString() } }
  // Between the look and the claim another sender may have tried it and given it back.
  const unchanged: Where = { and: [{ id: { equals: candidate.id } }, { attempts: { equals: candidate.attempts } }, stillDue] }
  const lease = {
    status: 'sending',
    attempts: candidate.attempts + 1,
    leaseBy: instance,
    leaseUntil: new Date(at.getTime() + LEASE_MS).toISOString(),
  } as const
  const taken: unknown = await payload.db.updateOne({ collection: 'messages', where: unchanged, data: lease, options: { atomic: true } })
  return taken === null ? null : { ...candidate, ...lease }
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
