import type { Payload } from 'payload'
import { answerIn, whyNoneToAnswer } from '../../deliberation/answer-question.ts'
import { presentRound, roundInHand } from '../decision/round-in-hand.ts'
import { action } from '../lifecycle/action.ts'
import type { Actor } from '../lifecycle/actor.ts'
import { onFile, type Outcome } from '../lifecycle/on-file.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'
import { closeRound } from './close-round.ts'

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
  blocked: async (of) => (of.standing.recused ? 'recused' : whyNoneToAnswer(await presentRound(of), of.at)),
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
        if (actor.kind !== 'staff') throw new Error('Only staff may answer')
        await answerIn(file, await roundInHand(file), { ...answer, by: actor.user.id })
        return {}
      },
    },
  )
  return answer.conflict ? closeRound(payload, id) : outcome
}
