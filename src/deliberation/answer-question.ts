import type { Round } from '../payload-types.ts'
import { roundDenied } from './denials.ts'
import type { SubjectInHand } from './in-hand.ts'
import { setAside } from './set-aside.ts'
import { type NotOpen, whyNotToJudge } from './state-of-round.ts'
import { allQuestionsIn } from './stored-round.ts'

/** What is answered to a question about an elector, and by which account. */
export type Answer = { person: string; conflict: boolean; reason: string; by: string }

/** Why no question about an elector of a present round can be answered, or null where one can. */
export function whyNoneToAnswer(round: Round | null, at: Date): NotOpen | 'no-question' | null {
  const suspended = whyNotToJudge(round, at)
  if (suspended || !round) return suspended
  return allQuestionsIn(round).some(({ answer }) => !answer) ? null : 'no-question'
}

/**
 * Keeps the answer to what is asked about an elector of a round. A confirmed tie takes the elector out at once, with the
 * vote that they cast, and the round waits to be counted anew; either answer stands in the journal with its reason.
 * @throws DomainError 409 `no-question` where none is open about this person
 */
export async function answerIn(
  held: SubjectInHand,
  round: Round,
  { person, conflict, reason, by }: Answer,
): Promise<void> {
  const {
    unit: { payload, req },
    at,
  } = held
  const questions = allQuestionsIn(round)
  const asked = questions.find((each) => each.person === person && !each.answer)
  if (!asked) throw roundDenied('no-question', held.before)
  const answer = { conflict, reason, by, at: at.toISOString() }
  const answered = questions.map((each) => (each.person === person && !each.answer ? { ...each, answer } : each))
  // Noted with the answer, so that the round is counted anew even where the count that follows is prevented.
  await payload.db.updateOne({
    collection: 'rounds',
    id: round.id,
    data: { questions: answered, ...(conflict ? { sweptOn: null } : {}) },
    req,
  })
  if (conflict) await setAside(payload, req, round, [{ person, name: asked.name, reason: 'confirmed' }])
  await held.record('conflict-answered', { name: asked.name, personId: person, conflict, reason, round: round.round })
}
