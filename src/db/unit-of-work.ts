import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload, type PayloadRequest } from 'payload'
import { countUp } from '../lib/counts.ts'
import { isDomainError } from '../lib/errors.ts'
import { backOff, isTransient, isUniqueViolation } from './retry.ts'

/** Marks the request of a use-case: only such a request may write the records of the workflow. */
export const USE_CASE = Symbol.for('cpof.use-case')

const MAX_ATTEMPTS = 8

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
 * Runs a body in one transaction: everything it writes stands, or nothing does. A lost race, a transient
 * error of the database or a hit unique index starts it again from its beginning with a fresh request, at
 * most 8 times with jitter.
 * @throws TooManyRaces after the last attempt at a race; any other error of the body as it is.
 */
export async function unitOfWork<Result>(payload: Payload, body: (unit: UnitOfWork) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const req = await createLocalReq({ context: unitContext() }, payload)
    const leftovers: Leftover[] = []
    try {
      if (!(await initTransaction(req))) throw new Error('The database opened no transaction')
      const result = await body({ payload, req, attempt, leftovers }).catch(async (error: unknown) => {
        await clearAway(payload, leftovers)
        throw error
      })
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      // A refusal of ours is an answer, whatever its words: Payload's errors are known by theirs.
      if (isDomainError(error)) throw error
      if (!(error instanceof LostRace) && !isTransient(error) && !isUniqueViolation(error)) throw error
      countUp('unit-retried', error instanceof LostRace ? 'race' : isUniqueViolation(error) ? 'unique-index' : 'transient')
      if (attempt >= MAX_ATTEMPTS) throw new TooManyRaces('This could not be done: others were faster each time', { cause: error })
    }
    await backOff(attempt)
  }
}

/** Each as far as it goes: what stays does no harm, and why the body failed is what has to be told. */
async function clearAway({ logger }: Payload, leftovers: readonly Leftover[]): Promise<void> {
  for (const leftover of leftovers) {
    try {
      await leftover()
    } catch (error) {
      logger.warn({ msg: 'What a failed unit of work left could not be cleared away', error: error instanceof Error && 'code' in error ? error.code : typeof error })
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
