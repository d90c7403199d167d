import type { Payload } from 'payload'
import { clearedRows } from './cleared-rows.ts'

/** How often something failed, and when last, in milliseconds since 1970. */
type SharedFailure = { count: number; at: number }

/** Failures by id that all instances count together. */
export type SharedFailures = {
  read: (id: string) => Promise<SharedFailure | null>
  /** Counts one more, in one step: of two at once both are counted. After `memory` milliseconds without one it begins anew. */
  fail: (id: string, at: number, memory: number) => Promise<number>
  forget: (id: string) => Promise<void>
}

const FAST = { writeConcern: { w: 1 } }

/**
 * Failures in rows that MongoDB clears when they are forgotten, named by hashes.
 * @returns null on SQLite, where one process counts in memory
 */
export function sharedFailures(payload: Pick<Payload, 'db'>): SharedFailures | null {
  const withRows = clearedRows(payload)
  if (!withRows) return null
  return {
    read: async (id) => {
      const [found] = await (await withRows())
        .find({ _id: { $in: [id] } }, { readConcern: { level: 'local' } })
        .toArray()
      return found?.at ? { count: found.count, at: found.at.getTime() } : null
    },
    fail: async (id, at, memory) => {
      const isFresh = { $gt: ['$at', new Date(at - memory)] }
      const oneMore = {
        count: { $cond: [isFresh, { $add: ['$count', 1] }, 1] },
        at: new Date(at),
        until: new Date(at + memory),
      }
      const row = await (await withRows()).findOneAndUpdate({ _id: id }, [{ $set: oneMore }], {
        upsert: true,
        returnDocument: 'after',
        includeResultMetadata: false,
        ...FAST,
      })
      return typeof row === 'object' && row !== null && 'count' in row && typeof row.count === 'number' ? row.count : 1
    },
    forget: async (id) => {
      await (await withRows()).deleteOne({ _id: id }, FAST)
    },
  }
}
