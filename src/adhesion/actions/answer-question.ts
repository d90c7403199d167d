import type { Payload } from 'payload'
import { action } from '../lifecycle/action.ts'
import type { Actor } from '../lifecycle/actor.ts'
import { closeBallot } from './close-ballot.ts'
import { denied } from '../lifecycle/denials.ts'
import { type FileInHand, onFile, type Outcome } from '../lifecycle/on-file.ts'
import { roundInHand, whyNotToJudge } from '../decision/round-in-hand.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'
import { setAside } from '../../deliberation/set-aside.ts'
import { allQuestionsIn } from '../../deliberation/stored-round.ts'

type Answer = { person: string; conflict: boolean; reason: string }
type Input = { id: string; actor: Actor; rev?: number | undefined } & Answer

export const ANSWER_QUESTION = action({
  name: 'answerQuestion',
  from: WITH_THE_BUREAU,
  to: [],
  stays: true,
  by: ['secretariat', 'presiding'],
  needs: 'une question sur un lien avec le candidat, posée à l’ouverture du scrutin, et un motif',
  label: 'Répondre à une question de récusation',
  description: 'Say whether an elector about whom there is a question is tied to the applicant.',
  endpoint: 'answer-question',
  blocked: async (of) => {
    if (of.standing.recused) return 'recused'
    const suspended = await whyNotToJudge(of)
    if (suspended) return suspended
    return allQuestionsIn(await roundInHand(of)).some(({ answer }) => !answer) ? null : 'no-question'
  },
})

/**
 * The secretariat, or who presides, answers what is asked about an elector of the present round: whether an address that was
 * only typed, a name or a domain is a tie with the applicant. A confirmed one takes the elector out at once, with the vote
 * that they cast, and the round is counted anew; either answer stands in the journal with its reason.
 * @throws DomainError 403 for others and the recused; 409 `no-question` where none is open about this person
 */
export async function answerQuestion(payload: Payload, { id, actor, rev, ...answer }: Input): Promise<Outcome> {
  const outcome = await onFile(
    payload,
    { id, action: ANSWER_QUESTION, actor, rev },
    {
      act: async (file) => {
        await keep(file, answer)
        return {}
      },
    },
  )
  return answer.conflict ? closeBallot(payload, id) : outcome
}

async function keep(file: FileInHand, { person, conflict, reason }: Answer): Promise<void> {
  const {
    unit: { payload, req },
    actor,
    at,
  } = file
  if (actor.kind !== 'staff') throw new Error('Only staff may answer')
  const round = await roundInHand(file)
  const questions = allQuestionsIn(round)
  const asked = questions.find((each) => each.person === person && !each.answer)
  if (!asked) throw denied('no-question', file.before)
  const answered = questions.map((each) =>
    each.person === person && !each.answer
      ? { ...each, answer: { conflict, reason, by: actor.user.id, at: at.toISOString() } }
      : each,
  )
  // Noted with the answer, so that the round is counted anew even where the count that follows is prevented.
  await payload.db.updateOne({
    collection: 'rounds',
    id: round.id,
    data: { questions: answered, ...(conflict ? { sweptOn: null } : {}) },
    req,
  })
  if (conflict) await setAside(payload, req, round, [{ person, name: asked.name, reason: 'confirmed' }])
  await file.record('conflict-answered', { name: asked.name, personId: person, conflict, reason, round: round.round })
}
