import type { CollectionSlug, Payload, Where } from 'payload'
import { findAll } from '../db/find.ts'
import { databaseNow } from '../db/database-clock.ts'
import { now } from '../lib/clock.ts'
import type { Message, WebhookDelivery } from '../payload-types.ts'

/** Milliseconds. Whoever sends renews it meanwhile, so that no row is ever sent by two at once. */
export const LEASE_MS = 60_000

/** Rows looked at to find one that nobody else took meanwhile. */
const CANDIDATES = 20

/** The collections whose rows are owed, then sent by whoever holds a lease on them. */
export type Outbox = Extract<CollectionSlug, 'messages' | 'webhook-deliveries'>
type RowOf<Slug extends Outbox> = { messages: Message; 'webhook-deliveries': WebhookDelivery }[Slug]
type Owed = Pick<Message, 'id' | 'status' | 'attempts' | 'leaseBy' | 'leaseUntil' | 'notBefore'>

/** Some of what is due, and in which order it is taken. */
export type Queue = { where: Where; sort: string[] }

/** What is owed and may leave at a moment. */
export const dueAt = (at: Date): Where[] => [
  { status: { equals: 'owed' } },
  { notBefore: { less_than_equal: at.toISOString() } },
]

/** What somebody holds no longer: a lease that is over, or further away than any is given, which a clock wrote that was wrong. */
export const abandonedAt = (at: Date): Where[] => [
  { status: { equals: 'sending' } },
  {
    or: [
      { leaseUntil: { less_than: at.toISOString() } },
      { leaseUntil: { greater_than: new Date(at.getTime() + 2 * LEASE_MS).toISOString() } },
    ],
  },
]

const leaseFrom = (payload: Payload): string => new Date(databaseNow(payload).getTime() + LEASE_MS).toISOString()

/**
 * Takes one row of the first queue that has some, for this sender alone: by a conditional update that only one can win.
 * @returns the row as taken, or null when nothing is due
 */
export async function claimFrom<Slug extends Outbox>(
  payload: Payload,
  collection: Slug,
  instance: string,
  queues: readonly Queue[],
): Promise<RowOf<Slug> | null> {
  const at = now()
  for (const { where, sort } of queues) {
    const docs: RowOf<Slug>[] = await findAll({ payload }, collection, { where, sort, limit: CANDIDATES })
    for (const candidate of docs) {
      const lease = await take(payload, collection, instance, candidate, at)
      if (lease) return { ...candidate, ...lease }
    }
  }
  return null
}

async function take(payload: Payload, collection: Outbox, instance: string, candidate: Owed, at: Date) {
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
    collection,
    where: unchanged,
    data: lease,
    options: { atomic: true },
  })
  return taken === null ? null : lease
}

type Held = Pick<Owed, 'id' | 'leaseBy'>

const stillHeld = ({ id, leaseBy }: Held): Where => ({
  id: { equals: id },
  status: { equals: 'sending' },
  leaseBy: { equals: leaseBy },
})

/**
 * Holds a row for another minute, while its sending lasts.
 * @returns false when another took it over
 */
export async function renewLease(payload: Payload, collection: Outbox, row: Held): Promise<boolean> {
  const renewed: unknown = await payload.db.updateOne({
    collection,
    where: stillHeld(row),
    data: { leaseUntil: leaseFrom(payload) },
    options: { atomic: true },
  })
  return renewed !== null
}

/**
 * Writes what became of a row, if this sender still holds it.
 * @returns false when another took it over meanwhile
 */
export async function settleRow<Slug extends Outbox>(
  payload: Payload,
  collection: Slug,
  row: Held,
  data: Partial<RowOf<Slug>>,
): Promise<boolean> {
  const settled: unknown = await payload.db.updateOne({
    collection,
    where: stillHeld(row),
    data: { ...data, leaseBy: null, leaseUntil: null },
    options: { atomic: true },
  })
  return settled !== null
}

/** Lets what a clock that was ahead put off for longer than anything waits leave now. */
export async function mendFarMoments(payload: Payload, collection: Outbox, longestWait: number): Promise<void> {
  const at = now()
  await payload.db.updateMany({
    collection,
    where: {
      and: [
        { status: { equals: 'owed' } },
        { notBefore: { greater_than: new Date(at.getTime() + longestWait).toISOString() } },
      ],
    },
    data: { notBefore: at.toISOString() },
  })
}

/** Gives back every row that a sender of an earlier process held; only where no other process can be alive. */
export async function freeAbandoned(payload: Payload, collection: Outbox, alive: ReadonlySet<string>): Promise<void> {
  const docs: Owed[] = await findAll({ payload }, collection, { where: { status: { equals: 'sending' } } })
  for (const row of docs) {
    if (!alive.has(row.leaseBy ?? '')) await settleRow(payload, collection, row, { status: 'owed' })
  }
}
