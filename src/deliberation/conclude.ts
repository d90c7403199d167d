import { parisDay, type Day } from '../lib/dates.ts'
import type { Round } from '../payload-types.ts'
import type { SubjectInHand } from './in-hand.ts'
import { subjectIn } from './subjects.ts'
import type { Tally } from './tally.ts'

type Closing = { decidedOn?: Day; confirmedBy?: string | null }

/**
 * Closes a round with what it came to, and tells its subject, which carries the decision out in the same unit of work.
 * @throws Error for a tally that is still open
 */
export async function conclude(
  held: SubjectInHand,
  round: Round,
  tally: Tally,
  { decidedOn = parisDay(held.at), confirmedBy = null }: Closing = {},
): Promise<void> {
  const {
    unit: { payload, req },
    subject,
    at,
  } = held
  const { outcome } = tally
  if (outcome === 'open') throw new Error('An open round decides nothing')
  await payload.db.updateOne({
    collection: 'rounds',
    id: round.id,
    data: { status: 'closed', outcome, tally, closedAt: at.toISOString(), ...(confirmedBy ? { confirmedBy } : {}) },
    req,
  })
  const { counts, reason } = tally
  await subjectIn(payload, subject).kind.decided(held, { round: round.round, outcome, counts, reason, decidedOn })
}
