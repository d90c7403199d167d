import type { Payload } from 'payload'
import { inTurn } from '../db/in-turn.ts'
import { now } from '../lib/clock.ts'

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
export type FailureStore = {
  read: (key: string) => Promise<Failures | null>
  /** Counts one more. @returns how many there are now */
  fail: (key: string, patience: Patience) => Promise<number>
  forget: (key: string) => Promise<void>
}

const MOST_KEYS = 50_000
const STORE = Symbol.for('cpof.failed-tries')


type Holder = { [STORE]?: FailureStore }

/** Milliseconds that must lie between a failure and the next try, after so many failures. */
export function delayAfter(count: number, { free, first, longest }: Patience): number {
  return count < free ? 0 : Math.min(longest, first * 2 ** Math.min(20, count - free))
}

/** Milliseconds until the next try may be made. */
export function waitAfter(known: Failures | null, at: number, patience: Patience): number {
  if (!known || at - known.at >= patience.memory) return 0
  return Math.max(0, known.at + delayAfter(known.count, patience) - at)
}

/** The failures after one more. */
export const oneMore = (known: Failures | null, at: number, { memory }: Pick<Patience, 'memory'>): Failures => ({ count: known && at - known.at < memory ? known.count + 1 : 1, at })

/** The failures that this process remembers; the oldest are forgotten when they become too many. */
function inMemory(): FailureStore {
  const kept = new Map<string, Failures>()
  return {
    read: async (key) => kept.get(key) ?? null,
    fail: async (key, patience) => {
      const failures = oneMore(kept.get(key) ?? null, now().getTime(), patience)
      kept.delete(key)
      kept.set(key, failures)
      if (kept.size > MOST_KEYS) for (const oldest of kept.keys()) { kept.delete(oldest); break }
      return failures.count
    },
    forget: async (key) => {
      kept.delete(key)
    },
  }
}

/** Where failures are kept: one store for an instance of Payload. */
export function failuresOf(payload: Payload): FailureStore {
  const holder: Payload & Holder = payload
  return (holder[STORE] ??= inMemory())
}

/** What became of a try: it had to wait (so many milliseconds), or it was made; `count` failures are known now. */
export type Tried<Result> = { wait: number } | { wait: 0; result: Result | null; count: number }

/**
 * Makes a try, unless those before it failed too often. Tries of one key are made one after another: many at once are
 * no way past the count, and many right ones at once all succeed.
 * @param attempt null where it failed
 */
export function tryInTurn<Result>(payload: Payload, key: string, patience: Patience, attempt: () => Promise<Result | null>): Promise<Tried<Result>> {
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
