import { isTransient } from './retry.ts'
import { isUnavailable } from './unavailable.ts'

/** For how long, in milliseconds, what failed for a passing reason is tried again. */
export const patience = {
  /** Longer than a slow transaction of somebody else's. */
  races: (): number => 20_000,
  /** Longer than a replica set takes to elect another primary. */
  outage: (): number => 15_000,
}

/** Hangs on the adapter: Next's bundle has its own copy of this module and the same adapter. */
const OUTAGE = Symbol.for('cpof.outage')

/** An outage that nobody has met for so long is over; one that is met then is another. */
const FORGOTTEN_AFTER = 60_000

type WithOutage = { [OUTAGE]?: { since: number; met: number } | undefined }

/** Notes that the database answered. */
export function noteAnswer(db: object): void {
  const holder: WithOutage = db
  holder[OUTAGE] = undefined
}

/** Notes that the database was away. @returns since when, on the machine's steady clock, where it has been away ever since */
function noteOutage(db: object, begun: number): number {
  const holder: WithOutage = db
  const met = performance.now()
  const last = holder[OUTAGE]
  const since = last && met - last.met < FORGOTTEN_AFTER ? last.since : begun
  holder[OUTAGE] = { since, met }
  return since
}

/**
 * Whether what failed with this error, and was begun then, is to be tried again: where the reason passes and there is
 * time left. Who comes to a database that has been away for longer than it may be waits for nothing.
 * @param begun on the machine's steady clock (`performance.now`)
 */
export function mayTryAgain(db: object, error: unknown, begun: number): boolean {
  if (isUnavailable(error)) return isTransient(error) && performance.now() - noteOutage(db, begun) < patience.outage()
  return isTransient(error) && performance.now() - begun < patience.races()
}
