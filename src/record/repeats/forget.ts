import type { Payload, Where } from 'payload'
import { now } from '../../lib/clock.ts'

/** Requests that are kept in all: the oldest go first. */
const MOST_IN_ALL = 100_000

/** Deletes the requests that are recognised no longer, and the oldest of more than are kept. @returns how many */
export async function forgetRequestKeys(payload: Payload, most = MOST_IN_ALL): Promise<number> {
  const over = await forget(payload, { until: { less_than_equal: now().toISOString() } })
  const { totalDocs } = await payload.count({ collection: 'request-keys', overrideAccess: true })
  if (totalDocs <= most) return over
  const { docs } = await payload.find({
    collection: 'request-keys',
    sort: 'until',
    page: totalDocs - most,
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const [last] = docs
  return last ? over + (await forget(payload, { until: { less_than_equal: last.until } })) : over
}

async function forget(payload: Payload, where: Where): Promise<number> {
  const { totalDocs } = await payload.count({ collection: 'request-keys', where, overrideAccess: true })
  if (totalDocs > 0) await payload.db.deleteMany({ collection: 'request-keys', where })
  return totalDocs
}
