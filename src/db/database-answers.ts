import type { Payload } from 'payload'
import { databaseUnavailable } from './unavailable.ts'
import { within } from './within.ts'

/** Milliseconds. */
const LONGEST_ANSWER = 5_000

/**
 * Looks whether the database answers, by a row of no matter: before something is promised that is done later, or that
 * would be told as if nobody were signed in.
 * @throws DomainError 503 `database-unavailable`
 */
export async function databaseAnswers({ db }: Pick<Payload, 'db'>, longest = LONGEST_ANSWER): Promise<void> {
  try {
    await within(longest, db.findOne({ collection: 'counters', where: {} }))
  } catch (error) {
    throw databaseUnavailable(error)
  }
}
