import type { Payload } from 'payload'
import { inTurn } from '../db/in-turn.ts'
import { sharedFailures, type SharedFailures } from '../db/shared-failures.ts'
import { within } from '../db/within.ts'
import { now } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'

/** How often something may fail before it has to wait, and how the wait grows. Times in milliseconds. */
export type Patience = {
  /** Failures without any wait. */
  free: number
  /** The wait after one more; each further failure doubles it. */
  first: number
  longest: number
  /** After so long without a failure all is forgotten. */
  memory: number
}

/** Failures so far and the moment of the latest. */
export type Failures = { count: number; at: number }

/** What keeps failures by key. */
type FailureStore = {
  read: (key: string) => Promise<Failures | null>
  /** Counts one more. @returns how many there are now */
  fail: (key: string, patience: Patience) => Promise<number>
  forget: (key: string) => Promise<void>
}

const MOST_KEYS = 50_000
/** How long the counts of all instances are waited for, in milliseconds: then this one goes by its own. */
const LONGEST_WAIT = 500
const STORE = Symbol.for('cpof.failed-tries')

type Holder = { [STORE]?: FailureStore }

/** Milliseconds that must lie between a failure and the next try, after so many failures. */
export function delayAfter(count: number, { free, first, longest }: Patience): number {
  return count < free ? 0 : Math.min(longest, first * 2 ** Math.min(20, count - free))
}

/** Milliseconds until the next try may be made; never more than the delay itself, were the failure dated in the future. */
export function waitAfter(known: Failures | null, at: number, patience: Patience): number {
  if (!known || at - known.at >= patience.memory) return 0
  const delay = delayAfter(known.count, patience)
  return Math.max(0, Math.min(delay, known.at + delay - at))
}

/** The failures after one more. */
export const oneMore = (known: Failures | null, at: number, { memory }: Pick<Patience, 'memory'>): Failures => ({
  count: known && at - known.at < memory ? known.count + 1 : 1,
  at,
})

/** The failures that this process remembers; the oldest are forgotten when they become too many. */
function inMemory(): FailureStore {
  const kept = new Map<string, Failures>()
  return {
    read: async (key) => kept.get(key) ?? null,
    fail: async (key, patience) => {
      const failures = oneMore(kept.get(key) ?? null, now().getTime(), patience)
      kept.delete(key)
      kept.set(key, failures)
      if (kept.size > MOST_KEYS)
        for (const oldest of kept.keys()) {
          kept.delete(oldest)
          break
        }
      return failures.count
    },
    forget: async (key) => {
      kept.delete(key)
    },
  }
}

/**
 * Failures that all instances count together. This process counts beside them, and goes by its own while the others'
 * cannot be read: a store that is away stops nobody and opens nothing here.
 */
function inCommon(shared: SharedFailures, failed: (error: unknown) => void): FailureStore {
  const own = inMemory()
  const idOf = (key: string): string => sha256(`failures ${key}`)
  const orOwn = async <Result>(everywhere: Promise<Result>, here: Result | Promise<Result>): Promise<Result> => {
    try {
      return await within(LONGEST_WAIT, everywhere)
    } catch (error) {
      failed(error)
      return here
    }
  }
  return {
    read: (key) => orOwn(shared.read(idOf(key)), own.read(key)),
    fail: async (key, patience) => {
      const here = await own.fail(key, patience)
      return orOwn(shared.fail(idOf(key), now().getTime(), patience.memory), here)
    },
    forget: async (key) => {
      await own.forget(key)
      await orOwn(shared.forget(idOf(key)), undefined)
    },
  }
}

/** Where failures are kept: in common on MongoDB, in this process on SQLite, which one process alone opens. */
function failuresOf(payload: Payload): FailureStore {
  const holder: Payload & Holder = payload
  if (holder[STORE]) return holder[STORE]
  const shared = sharedFailures(payload)
  return (holder[STORE] = shared
    ? inCommon(shared, (error) =>
        payload.logger.warn({ err: error, msg: 'Failed tries were counted by this instance alone' }),
      )
    : inMemory())
}

/** What became of a try: it had to wait (so many milliseconds), or it was made; `count` failures are known now. */
export type Tried<Result> = { wait: number } | { wait: 0; result: Result | null; count: number }

/**
 * Makes a try, unless those before it failed too often. Tries of one key are made one after another: many at once are
 * no way past the count, and many right ones at once all succeed.
 * @param attempt null where it failed
 */
export function tryInTurn<Result>(
  payload: Payload,
  key: string,
  patience: Patience,
  attempt: () => Promise<Result | null>,
): Promise<Tried<Result>> {
  return inTurn(payload, `try|${key}`, async (): Promise<Tried<Result>> => {
    const failures = failuresOf(payload)
    const wait = waitAfter(await failures.read(key), now().getTime(), patience)
    if (wait > 0) return { wait }
    const result = await attempt()
    if (result === null) return { wait: 0, result, count: await failures.fail(key, patience) }
    await failures.forget(key)
    return { wait: 0, result, count: 0 }
  })
}
