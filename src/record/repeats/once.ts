import type { Payload } from 'payload'
import { withCommits, type CommitHolder } from '../../db/before-commit.ts'
import { claim, type Repeatable } from './claim.ts'

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
    await claimed.claim.release('failed')
    throw error
  }
}
