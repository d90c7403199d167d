import type { Payload, Where } from 'payload'
import { findAll, findFirst } from '../db/find.ts'
import { databaseNow } from '../db/database-clock.ts'
import { now } from '../lib/clock.ts'
import type { Message } from '../payload-types.ts'
import { LANES } from '../record/messages.ts'
import { LONGEST_WAIT_MS } from './retry-plan.ts'

/** Milliseconds. Whoever sends renews it meanwhile, so that no row is ever sent by two at once. */
export const LEASE_MS = 60_000

/** Rows looked at to find one that nobody else took meanwhile. */
const CANDIDATES = 20

/** The domains and networks that have their share of this sender's places now: rows for them wait. */
export type Busy = {
  /** Domains of recipients. */
  domains: readonly string[]
  /** Networks from which bounded e-mails are being sent. */
  networks: readonly string[]
}

type Queue = { where: Where; sort: string[] }

/**
 * Takes one row that is due, or whose sender died while it held it, for this sender alone: by a conditional
 * update that only one can win. What nothing bounds comes first, then the first e-mail of each file, then the others.
 * @returns the row as taken, or null when nothing is due
 */
export async function claimMessage(payload: Payload, instance: string, busy: Busy): Promise<Message | null> {
  const at = now()
  for (const { where, sort } of queuesAt(payload, at, busy)) {
    const docs = await findAll({ payload }, 'messages', { where, sort, limit: CANDIDATES })
    for (const candidate of docs) {
      const taken = await take(payload, instance, candidate, at)
      if (taken) return taken
    }
  }
  return null
}

/** One query each rather than an `or`: each follows an index. */
function queuesAt(payload: Payload, at: Date, { domains, networks }: Busy): Queue[] {
  const free: Where[] = domains.length > 0 ? [{ domain: { not_in: [...domains] } }] : []
  const fromOthers: Where[] = networks.length > 0 ? [{ network: { not_in: [...networks] } }] : []
  const due: Where[] = [...dueAt(at), ...free]
  const inTurn = { sort: ['turn', 'createdAt'] }
  return [
    { where: { and: [...abandonedAt(databaseNow(payload)), ...free] }, sort: ['notBefore', 'createdAt'] },
    { where: { and: [{ lane: { exists: false } }, ...due] }, sort: ['notBefore', 'createdAt'] },
    { where: { and: [{ lane: { equals: LANES.first } }, ...due, ...fromOthers] }, ...inTurn },
    { where: { and: [{ lane: { equals: LANES.later } }, ...due, ...fromOthers] }, ...inTurn },
  ]
}

const dueAt = (at: Date): Where[] => [
  { status: { equals: 'owed' } },
  { notBefore: { less_than_equal: at.toISOString() } },
]

/** A lease that is over, or further away than any is given: it was written by a clock that was wrong, and is nobody's. */
const abandonedAt = (at: Date): Where[] => [
  { status: { equals: 'sending' } },
  {
    or: [
      { leaseUntil: { less_than: at.toISOString() } },
      { leaseUntil: { greater_than: new Date(at.getTime() + 2 * LEASE_MS).toISOString() } },
    ],
  },
]

const leaseFrom = (payload: Payload): string => new Date(databaseNow(payload).getTime() + LEASE_MS).toISOString()

async function take(payload: Payload, instance: string, candidate: Message, at: Date): Promise<Message | null> {
  const still = candidate.status === 'owed' ? dueAt(at) : abandonedAt(databaseNow(payload))
  // Between the look and the claim another sender may have tried it and given it back.
  const unchanged: Where = {
    and: [{ id: { equals: candidate.id } }, { attempts: { equals: candidate.attempts } }, ...still],
  }
  const lease = {
    status: 'sending',
    attempts: candidate.attempts + 1,
    leaseBy: instance,
    leaseUntil: leaseFrom(payload),
  } as const
  const taken: unknown = await payload.db.updateOne({
    collection: 'messages',
    where: unchanged,
    data: lease,
    options: { atomic: true },
  })
  return taken === null ? null : { ...candidate, ...lease }
}

/**
 * Holds a row for another minute, while its sending lasts.
 * @returns false when another took it over
 */
export async function renewLease(payload: Payload, { id, leaseBy }: Pick<Message, 'id' | 'leaseBy'>): Promise<boolean> {
  const renewed: unknown = await payload.db.updateOne({
    collection: 'messages',
    where: { id: { equals: id }, status: { equals: 'sending' }, leaseBy: { equals: leaseBy } },
    data: { leaseUntil: leaseFrom(payload) },
    options: { atomic: true },
  })
  return renewed !== null
}

/** Lets what a clock that was ahead put off for longer than anything waits leave now. */
export async function mendFarMoments(payload: Payload): Promise<void> {
  const at = now()
  await payload.db.updateMany({
    collection: 'messages',
    where: {
      and: [
        { status: { equals: 'owed' } },
        { notBefore: { greater_than: new Date(at.getTime() + LONGEST_WAIT_MS).toISOString() } },
      ],
    },
    data: { notBefore: at.toISOString() },
  })
}

/** Lets all leave that waits because the mail server was away. */
export async function wakeAfterOutage(payload: Payload): Promise<void> {
  await payload.db.updateMany({
    collection: 'messages',
    where: { and: [{ status: { equals: 'owed' } }, { serverAway: { equals: true } }] },
    data: { serverAway: false, notBefore: now().toISOString() },
  })
}

/** Lets the next of those leave that wait because the mail server is away, to see whether it still is. */
export async function probeServer(payload: Payload): Promise<void> {
  const next = await findFirst({ payload }, 'messages', {
    where: { and: [{ status: { equals: 'owed' } }, { serverAway: { equals: true } }] },
    sort: 'notBefore',
  })
  if (next) {
    const { id } = next
    await payload.db.updateOne({
      collection: 'messages',
      where: { and: [{ id: { equals: id } }, { status: { equals: 'owed' } }] },
      data: { notBefore: now().toISOString() },
      options: { atomic: true },
    })
  }
}

/**
 * Writes what became of a row, if this sender still holds it.
 * @returns false when another took it over meanwhile
 */
export async function settleMessage(
  payload: Payload,
  { id, leaseBy }: Pick<Message, 'id' | 'leaseBy'>,
  data: Partial<Message>,
): Promise<boolean> {
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
  const docs = await findAll({ payload }, 'messages', { where: { status: { equals: 'sending' } } })
  for (const row of docs) if (!alive.has(row.leaseBy ?? '')) await settleMessage(payload, row, { status: 'owed' })
}
