import { monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION = 20
/** How long one look lasts, in milliseconds, and after how long without a request it says nothing any more. */
const LOOK = 1_000
const STALE = 10_000

/**
 * How late the event loop has lately been on average, in milliseconds: looked at once a second, while there are requests.
 * The better of the last two looks counts: one long piece of work is no overload.
 */
export function eventLoopLag(): () => number {
  const monitor = monitorEventLoopDelay({ resolution: RESOLUTION })
  monitor.enable()
  let since = performance.now()
  let [before, last] = [0, 0]
  return () => {
    const elapsed = performance.now() - since
    if (elapsed < LOOK) return Math.min(before, last)
    before = last
    last = elapsed > STALE || Number.isNaN(monitor.mean) ? 0 : Math.max(0, monitor.mean / 1e6 - RESOLUTION)
    monitor.reset()
    since = performance.now()
    return Math.min(before, last)
  }
}

/** The caller and the kind of a request, as far as they decide who waits when there is too much to do. */
export type Caller = { isStaff: boolean; isReading: boolean; isDear: boolean }

/** How full the house is. */
export type Load = { lag: number; running: number; runningOfNetwork: number }
export type LoadBounds = { lag: number; running: number }

/** A network has at most this part of what may run at once. */
const PART_OF_ONE = 1 / 3

/**
 * Whether there is no place for a request. First what is dear and asked for by nobody known waits, then what visitors
 * read, then forms; whoever is signed in comes last.
 */
export function hasNoPlace({ isStaff, isReading, isDear }: Caller, load: Load, most: LoadBounds): boolean {
  if (isStaff) return load.running >= 2 * most.running
  if (load.runningOfNetwork >= Math.max(1, most.running * PART_OF_ONE)) return true
  if (!isReading) return load.lag > 5 * most.lag || load.running >= 1.5 * most.running
  return load.lag > (isDear ? most.lag : 2 * most.lag) || load.running >= most.running
}
