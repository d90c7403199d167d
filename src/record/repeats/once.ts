import type { Payload } from 'payload'
import { withCommits, type CommitHolder } from '../../db/before-commit.ts'
import { isDomainError } from '../../lib/errors.ts'
import { claim, type Repeatable } from './claim.ts'
import { answerLost, PASSING } from './errors.ts'

/**
 * Does something once for all the times that it is asked for, and answers each time what the first was answered. What
 * fails or is refused binds nothing.
 * @param work returns its answer as a text
 * @throws DomainError as {@link claim} does, and whatever the work throws
 */
export async function once(payload: Payload, asked: Repeatable, work: () => Promise<string>): Promise<string> {
  const claimed = await claim(payload, asked)
  if (claimed.kind === 'answered') return claimed.answer
  const holder: CommitHolder = { beforeCommit: claimed.claim.beforeCommit }
  try {
    const answer = await withCommits(holder, work)
    holder.beforeCommit = null
    await claimed.claim.keep(answer)
    return answer
  } catch (error) {
    holder.beforeCommit = null
    const refused = isRefusal(error)
    await claimed.claim.release(refused ? 'refused' : 'failed')
    throw refused && claimed.claim.isBehind() ? answerLost() : error
  }
}

/** Whether an error says no for good: what was written before it, an e-mail that reminds say, is not what was asked for. */
const isRefusal = (error: unknown): boolean =>
  isDomainError(error) && error.status < 500 && error.status !== 429 && !PASSING.includes(error.code)
