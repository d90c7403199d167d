import type { Payload } from 'payload'

const COLLECTION = 'request-counts'

/** A row that is of interest until then. */
type Cleared = { _id: string; until: Date }

/** The parts of the driver's collection that are used; Payload types the connection as its own. */
type ClearedRows = {
  createIndex: (keys: { until: 1 }, options: { expireAfterSeconds: number }) => Promise<unknown>
  bulkWrite: (
    updates: readonly object[],
    options: { ordered: boolean; writeConcern: { w: number } },
  ) => Promise<unknown>
  find: (
    filter: { _id: { $in: readonly string[] } },
    options: { readConcern: { level: 'local' } },
  ) => { toArray: () => Promise<(Cleared & { count: number; at?: Date })[]> }
  findOneAndUpdate: (
    filter: { _id: string },
    update: readonly object[],
    options: { upsert: true; returnDocument: 'after'; includeResultMetadata: false; writeConcern: { w: number } },
  ) => Promise<unknown>
  deleteOne: (filter: { _id: string }, options: { writeConcern: { w: number } }) => Promise<unknown>
}

const METHODS = ['createIndex', 'bulkWrite', 'find', 'findOneAndUpdate', 'deleteOne']

const isRows = (value: unknown): value is ClearedRows =>
  typeof value === 'object' && value !== null && METHODS.every((name) => typeof Reflect.get(value, name) === 'function')

/** Asks for the rows of counters, when their index stands. */
export type WithRows = () => Promise<ClearedRows>

/**
 * The collection of counters that all instances share and that MongoDB itself clears by a TTL index. They are no
 * record: no majority is waited for, and a failover may lose some.
 * @returns null on SQLite, where one process counts in memory
 */
export function clearedRows({ db }: Pick<Payload, 'db'>): WithRows | null {
  const connection: unknown = 'connection' in db ? db.connection : null
  if (
    typeof connection !== 'object' ||
    connection === null ||
    !('collection' in connection) ||
    typeof connection.collection !== 'function'
  )
    return null
  const rows: unknown = Reflect.apply(connection.collection, connection, [COLLECTION])
  if (!isRows(rows)) return null
  let indexed: Promise<unknown> | null = null
  return async () => {
    indexed ??= rows.createIndex({ until: 1 }, { expireAfterSeconds: 0 }).catch((error: unknown) => {
      indexed = null
      throw error
    })
    await indexed
    return rows
  }
}
