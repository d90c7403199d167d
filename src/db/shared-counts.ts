import type { Payload } from 'payload'
import { clearedRows } from './cleared-rows.ts'

/** Something counted, and until when it is of interest. */
export type Counted = { id: string; by: number; until: Date }

/** Adds to counters that all instances share, and answers what they then stand at. */
export type SharedCounts = (counted: readonly Counted[]) => Promise<ReadonlyMap<string, number>>

/**
 * Counters of requests, one row a counter, named by hashes.
 * @returns null on SQLite, where one process counts in memory
 */
export function sharedCounts(payload: Pick<Payload, 'db'>): SharedCounts | null {
  const withRows = clearedRows(payload)
  if (!withRows) return null
  return async (counted) => {
    if (counted.length === 0) return new Map()
    const rows = await withRows()
    const updates = counted.map(({ id, by, until }) => ({
      updateOne: { filter: { _id: id }, update: { $inc: { count: by }, $setOnInsert: { until } }, upsert: true },
    }))
    await rows.bulkWrite(updates, { ordered: false, writeConcern: { w: 1 } })
    // A majority may not have it yet, and none is waited for.
    const found = await rows
      .find({ _id: { $in: counted.map(({ id }) => id) } }, { readConcern: { level: 'local' } })
      .toArray()
    return new Map(found.map(({ _id, count }) => [_id, count]))
  }
}
