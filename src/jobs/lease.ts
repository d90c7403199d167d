import type { Payload } from 'payload'
import { findFirst } from '../db/find.ts'
import { databaseNow } from '../db/database-clock.ts'
import { isTransient, isUniqueViolation } from '../db/retry.ts'

/** Milliseconds a lease holds when it is not renewed: as long as a task waits after its process died. */
export const LEASE_MS = 30_000

/**
 * Takes or renews the lease of a task: true when this holder has it for the next 30 s. Nobody has it together
 * with another. Leases go by the database's clock; one that is further away than any is given was written by a clock that
 * was wrong, and is nobody's.
 */
export async function holdLease(payload: Payload, key: string, holder: string): Promise<boolean> {
  const at = databaseNow(payload)
  const data = { holder, until: new Date(at.getTime() + LEASE_MS).toISOString() }
  const held: unknown = await payload.db.updateOne({
    collection: 'leases',
    where: {
      key: { equals: key },
      or: [
        { holder: { equals: holder } },
        { until: { less_than: at.toISOString() } },
        { until: { greater_than: new Date(at.getTime() + 2 * LEASE_MS).toISOString() } },
      ],
    },
    data,
    options: { atomic: true },
  })
  if (held !== null) return true
  if ((await findFirst({ payload }, 'leases', { where: { key: { equals: key } } })) !== null) return false
  try {
    await payload.db.create({ collection: 'leases', data: { key, ...data } })
    return true
  } catch (error) {
    if (isUniqueViolation(error) || isTransient(error)) return false
    throw error
  }
}

/** Gives the lease back, so that another process need not wait for its end. */
export async function releaseLease(payload: Payload, key: string, holder: string): Promise<void> {
  await payload.db.updateOne({
    collection: 'leases',
    where: { key: { equals: key }, holder: { equals: holder } },
    data: { until: new Date(0).toISOString() },
    options: { atomic: true },
  })
}

/** Frees a lease that none of those holds who are alive in this process; only where no other process can be alive. */
export async function freeLease(payload: Payload, key: string, alive: ReadonlySet<string>): Promise<void> {
  await payload.db.updateOne({
    collection: 'leases',
    where: { and: [{ key: { equals: key } }, { holder: { not_in: [...alive] } }] },
    data: { until: new Date(0).toISOString() },
    options: { atomic: true },
  })
}
