import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { countUp } from '../lib/counts.ts'
import { isDomainError } from '../lib/errors.ts'
import { sha256 } from '../lib/hash.ts'
import { presentCommit } from './before-commit.ts'
import { mayTryAgain, noteAnswer, patience } from './patience.ts'
import { backOff, isTransient, isUniqueViolation, nothingWasCommitted } from './retry.ts'
import { databaseUnavailable, isUnavailable } from './unavailable.ts'

/** Marks the request of a use-case: only such a request may write the records of the workflow. */
export const USE_CASE = Symbol.for('cpof.use-case')

/** A unique index that is hit each time is no race: what hits it stands. */
const MOST_VIOLATIONS = 8

/** A database that is away answers no rollback either; it gives up by itself what nobody commits. */
const LONGEST_ROLLBACK_MS = 1_000

/** What a unit of work hands to its body: pass `req` to every call, or it runs outside the transaction. */
export type UnitOfWork = {
  payload: Payload
  req: PayloadRequest
  /** 1 on the first run; on a later one the commit of an earlier may have succeeded unheard. */
  attempt: number
  /**
   * What to clear away when the body fails, of what no transaction takes back (a file on disk). Not when the commit
   * does: it may have succeeded unheard.
   */
  leftovers: Leftover[]
}

type Leftover = () => Promise<void>

/** Thrown by a body that lost a race (its conditional update met nobody): the unit starts again. */
export class LostRace extends Error {
  override name = 'LostRace'
  readonly code = 'lost-race'
}

/** All attempts failed for reasons that a later one may not meet. */
export class TooManyRaces extends Error {
  override name = 'TooManyRaces'
  readonly code = 'too-many-races'
}

/**
 * Runs a body in one transaction: everything it writes stands, or nothing does. A lost race, a transient error of the
 * database or a hit unique index starts it again from its beginning with a fresh request, with jitter, for longer than
 * a slow transaction or the election of another primary lasts.
 * Within a piece of work that was carried out before and whose answer was lost, what it returned then is returned.
 * @throws TooManyRaces when the races did not end; DomainError 503 `database-unavailable` when the database stayed
 *   away; any other error of the body as it is.
 */
export async function unitOfWork<Result>(
  payload: Payload,
  body: (unit: UnitOfWork) => Promise<Result>,
): Promise<Result> {
  const beforeCommit = presentCommit()
  const of = beforeCommit ? sha256(String(body)) : ''
  const before = beforeCommit?.doneBefore(of)
  // The same body returned it, before what carries this out came to its answer.
  if (before) return before.result as Result
  const begun = performance.now()
  let violations = 0
  for (let attempt = 1; ; attempt += 1) {
    const req = await createLocalReq({ context: unitContext() }, payload)
    const leftovers: Leftover[] = []
    const wholeBody = async (): Promise<Result> => {
      await beforeCommit?.begin({ payload, req })
      const result = await body({ payload, req, attempt, leftovers })
      await beforeCommit?.write({ payload, req }, { of, refused: false, result })
      return result
    }
    try {
      if (!(await initTransaction(req))) throw new Error('The database opened no transaction')
      const result = await wholeBody().catch(async (error: unknown) => {
        await clearAway(payload, leftovers)
        throw error
      })
      await commitTransaction(req).catch(async (error: unknown) => {
        if (nothingWasCommitted(error)) await clearAway(payload, leftovers)
        throw error
      })
      noteAnswer(payload.db)
      beforeCommit?.written({ of, refused: false, result })
      return result
    } catch (error) {
      await atMost(LONGEST_ROLLBACK_MS, killTransaction(req))
      // A refusal of ours is an answer, whatever its words: Payload's errors are known by theirs.
      if (isDomainError(error)) {
        beforeCommit?.refused(of)
        throw error
      }
      if (isUniqueViolation(error)) violations += 1
      const again =
        error instanceof LostRace
          ? performance.now() - begun < patience.races()
          : isUniqueViolation(error)
            ? violations < MOST_VIOLATIONS
            : mayTryAgain(payload.db, error, begun)
      if (!again) {
        beforeCommit?.refused(of)
        throw inTheEnd(error)
      }
      countUp(
        'unit-retried',
        error instanceof LostRace ? 'race' : isUniqueViolation(error) ? 'unique-index' : 'transient',
      )
    }
    await backOff(attempt)
  }
}

/** What a unit of work that is not tried again is told as. */
function inTheEnd(error: unknown): unknown {
  if (isUnavailable(error)) return databaseUnavailable(error)
  const raced = error instanceof LostRace || isTransient(error) || isUniqueViolation(error)
  return raced ? new TooManyRaces('This could not be done: others were faster each time', { cause: error }) : error
}

/** Waits for something, and no longer than that. */
async function atMost(milliseconds: number, done: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([done, late]).finally(() => clearTimeout(timer))
}

/** Each as far as it goes: what stays does no harm, and why the body failed is what has to be told. */
async function clearAway({ logger }: Payload, leftovers: readonly Leftover[]): Promise<void> {
  for (const leftover of leftovers) {
    try {
      await leftover()
    } catch (error) {
      logger.warn({
        msg: 'What a failed unit of work left could not be cleared away',
        error: error instanceof Error && 'code' in error ? error.code : typeof error,
      })
    }
  }
}

/**
 * A string key stands beside the symbol because Payload takes a context without string keys for an empty
 * one, and drops it at the first nested call.
 */
function unitContext(): Record<string | symbol, unknown> {
  return { [USE_CASE]: true, unit: 'use-case' }
}

/** Whether a request belongs to a use-case. */
export function isUseCase({ context }: Pick<PayloadRequest, 'context'>): boolean {
  return Reflect.get(context, USE_CASE) === true
}
