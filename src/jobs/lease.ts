import type { Payload } from 'payload'
import { isTransient, isUniqueViolation } from '../db/retry.ts'
import { now } from '../lib/clock.ts'

/** Milliseconds a lease holds when it is not renewed: as long as a task waits after its process died. */
export const LEASE_MS = 30_000

/**
 * Takes or renews the lease of a task: true when this holder has it for the next 30 s. Nobody has it together
 * with another.
 */
export async function holdLease(payload: Payload, key: string, holder: string): Promise<boolean> {
  const at = now()
  const data = { holder, until: new Date(at.getTime() + LEASE_MS).toISOString() }
  const held: unknown = await payload.db.updateOne({
    collection: 'leases',
    where: { key: { equals: key }, or: [{ holder: { equals: holder } }, { until: { less_than: at.toISOString() } }] },
    data,
    options: { atomic: true },
  })
  if (held !== null) return true
  const { docs } = await payload.find({
    collection: 'leases', where: { key: { equals: key } }, limit: 1, pagination: false, depth: 0, overrideAccess: true,
  })
  if (docs.length > 0) return false
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
