import { LRUCache } from 'lru-cache'
import type { SharedCounts } from '../../db/shared-counts.ts'
import { now as clock } from '../../lib/clock.ts'
import { sha256 } from '../../lib/hash.ts'

const MINUTE = 60_000
/** How many networks and accounts are kept count of; beyond, who was seen longest ago begins anew. */
const MOST_KEPT = 50_000
/** Instances tell each other at most this often, in milliseconds, and of nobody who spent less. */
const SHARED_EACH = 2_000
const WORTH_SHARING = 200

type Spent = { window: number; own: number; untold: number; others: number }

/** A ledger of how much each caller has spent in the present minute. */
export type Ledger = {
  /**
   * Books points, unless more were spent already than may be.
   * @returns seconds until it may be tried again, 0 when there was something left
   */
  spend: (who: string, points: number, limit: number) => number
  /** What is left of a limit, and in how many seconds all of it is again. */
  left: (who: string, limit: number) => { points: number; seconds: number }
}

type Book = { now?: () => number; shared?: SharedCounts | null; failed?: (error: unknown) => void }

/**
 * Counts in memory, in minutes of the clock. Where instances share counters, what was spent here is told to the others
 * now and then, all in one write: a request waits for none, and where the store is away each counts for itself.
 */
export function ledger({ now = () => clock().getTime(), shared = null, failed = () => {} }: Book = {}): Ledger {
  const spent = new LRUCache<string, Spent>({ max: MOST_KEPT })
  let toldAt = now()
  let telling = false

  const entryOf = (who: string, window: number): Spent => {
    const found = spent.get(who)
    if (found?.window === window) return found
    const begun = { window, own: 0, untold: 0, others: 0 }
    spent.set(who, begun)
    return begun
  }

  const tell = async (share: SharedCounts, window: number): Promise<void> => {
    const told = [...spent.entries()].filter(
      ([, each]) => each.window === window && each.own >= WORTH_SHARING && each.untold > 0,
    )
    const rows = told.map(([who, each]) => ({ id: sha256(`${window} ${who}`), entry: each, by: each.untold }))
    for (const { entry, by } of rows) entry.untold -= by
    const totals = await share(rows.map(({ id, by }) => ({ id, by, until: new Date((window + 2) * MINUTE) })))
    for (const { id, entry } of rows) entry.others = Math.max(0, (totals.get(id) ?? 0) - (entry.own - entry.untold))
  }

  const tellOthers = (window: number): void => {
    if (!shared || telling || now() - toldAt < SHARED_EACH) return
    telling = true
    toldAt = now()
    tell(shared, window)
      .catch(failed)
      .finally(() => {
        telling = false
      })
  }

  const secondsLeft = (at: number, window: number): number =>
    Math.max(1, Math.ceil(((window + 1) * MINUTE - at) / 1_000))

  return {
    left: (who, limit) => {
      const at = now()
      const window = Math.floor(at / MINUTE)
      const entry = spent.peek(who)
      const gone = entry?.window === window ? entry.own + entry.others : 0
      return { points: Math.max(0, limit - gone), seconds: secondsLeft(at, window) }
    },
    spend: (who, points, limit) => {
      const at = now()
      const window = Math.floor(at / MINUTE)
      const entry = entryOf(who, window)
      if (entry.own + entry.others >= limit) return secondsLeft(at, window)
      entry.own += points
      entry.untold += points
      tellOthers(window)
      return 0
    },
  }
}
