import { MemoryStore, type IncrementResponse, type Options, type Store } from 'express-rate-limit'
import type { SharedCounts } from '../../db/shared-counts.ts'
import { within } from '../../db/within.ts'
import { sha256 } from '../../lib/hash.ts'

/** How long somebody waits for the counters of the others, in milliseconds: then this instance counts for itself. */
const LONGEST_WAIT = 500

/**
 * Counts attempts in counters that all instances share, one row an attempt, and in this process as well: the larger
 * count holds, so a store that is away stops nobody and opens nothing here.
 * @param name of the limit, so that no two share a counter
 */
export function sharedStore(name: string, shared: SharedCounts, failed: (error: unknown) => void): Store {
  const own = new MemoryStore()
  let windowMs = 0

  const told = async (key: string, by: number, now: number): Promise<IncrementResponse> => {
    const window = Math.floor(now / windowMs)
    const resetTime = new Date((window + 1) * windowMs)
    const id = sha256(`${name} ${window} ${key}`)
    const totals = await within(LONGEST_WAIT, shared([{ id, by, until: resetTime }]))
    return { totalHits: totals.get(id) ?? 0, resetTime }
  }

  return {
    init: (options: Options) => {
      ;({ windowMs } = options)
      own.init(options)
    },
    increment: async (key) => {
      const here = await own.increment(key)
      try {
        const everywhere = await told(key, 1, Date.now())
        return everywhere.totalHits > here.totalHits ? everywhere : here
      } catch (error) {
        failed(error)
        return here
      }
    },
    decrement: async (key) => {
      await own.decrement(key)
      await told(key, -1, Date.now()).catch(failed)
    },
    resetKey: (key) => own.resetKey(key),
  }
}
