import type { Payload } from 'payload'

/** Something counted, and until when it is of interest. */
export type Counted = { id: string; by: number; until: Date }

/** Adds to counters that all instances share, and answers what they then stand at. */
export type SharedCounts = (counted: readonly Counted[]) => Promise<ReadonlyMap<string, number>>

type Row = { _id: string; count: number; until: Date }
type Update = { updateOne: { filter: { _id: string }; update: { $inc: { count: number }; $setOnInsert: { until: Date } }; upsert: true } }

/** The parts of the driver's collection that are used here; Payload types the connection as its own. */
type Rows = {
  createIndex: (keys: { until: 1 }, options: { expireAfterSeconds: number }) => Promise<unknown>
  bulkWrite: (updates: readonly Update[], options: { ordered: boolean; writeConcern: { w: number } }) => Promise<unknown>
  find: (filter: { _id: { $in: readonly string[] } }, options: { readConcern: { level: 'local' } }) => { toArray: () => Promise<Row[]> }
}

const COLLECTION = 'request-counts'

const isRows = (value: unknown): value is Rows =>
  typeof value === 'object' && value !== null && ['createIndex', 'bulkWrite', 'find'].every((name) => typeof Reflect.get(value, name) === 'function')

/**
 * Counters of requests in a collection that MongoDB itself clears (a TTL index), one row a counter, named by hashes.
 * They are no record: a failover may lose some.
 * @returns null on SQLite, where one process counts in memory
 */
export function sharedCounts({ db }: Pick<Payload, 'db'>): SharedCounts | null {
  const connection: unknown = 'connection' in db ? db.connection : null
  if (typeof connection !== 'object' || connection === null || !('collection' in connection) || typeof connection.collection !== 'function') return null
  const rows: unknown = Reflect.apply(connection.collection, connection, [COLLECTION])
  if (!isRows(rows)) return null
  let indexed: Promise<unknown> | null = null
  return async (counted) => {
    if (counted.length === 0) return new Map()
    indexed ??= rows.createIndex({ until: 1 }, { expireAfterSeconds: 0 }).catch((error: unknown) => {
      indexed = null
      throw error
    })
    await indexed
    const updates = counted.map(({ id, by, until }): Update => ({ updateOne: { filter: { _id: id }, update: { $inc: { count: by }, $setOnInsert: { until } }, upsert: true } }))
    await rows.bulkWrite(updates, { ordered: false, writeConcern: { w: 1 } })
    // A majority may not have it yet, and none is waited for.
    const found = await rows.find({ _id: { $in: counted.map(({ id }) => id) } }, { readConcern: { level: 'local' } }).toArray()
    return new Map(found.map(({ _id, count }) => [_id, count]))
  }
}
