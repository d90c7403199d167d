import { answerIn, whyNoneToAnswer } from '../../deliberation/answer-question.ts'
import { choice, id } from '../../input/fields.ts'
import { presentRound, roundInHand } from '../lifecycle/present.ts'
import { body, reason } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'
import { closeRound } from './close-round.ts'

/** What a question about an elector is answered. */
export const QUESTION_ANSWERS = ['no-conflict', 'conflict'] as const

/**
 * The secretariat, or who presides, answers what is asked about an elector of the present round: whether an address that was
 * only typed, a name or a domain is a tie with the applicant. A confirmed one takes the elector out at once, with the vote
 * that they cast, and the round is counted anew; either answer stands in the journal with its reason.
 * @throws DomainError 403 for others and the recused; 409 `no-question` where none is open about this person
 */
export const ANSWER_QUESTION = staffAction({
  name: 'answerQuestion',
  from: WITH_THE_BUREAU,
  to: [],
  stays: true,
  by: ['secretariat', 'presiding'],
  needs: 'une question sur un lien avec le candidat, posée à l’ouverture du scrutin, et un motif',
  label: 'Répondre à une question de récusation',
  description: 'Say whether an elector about whom there is a question is tied to the applicant.',
  endpoint: 'answer-question',
  body: body({ person: id(), answer: choice(QUESTION_ANSWERS), reason: reason() }),
  refusals: ['recused', 'voting-suspended', 'ballot-ended', 'no-question'],
  blocked: async (of) => (of.standing.recused ? 'recused' : whyNoneToAnswer(await presentRound(of), of.at)),
  perform: async (file, { person, answer, reason: why }) => {
    if (file.actor.kind !== 'staff') throw new Error('Only staff may answer')
    const by = file.actor.user.id
    await answerIn(file, await roundInHand(file), { person, conflict: answer === 'conflict', reason: why, by })
  },
  after: (payload, adhesion, { answer }) => (answer === 'conflict' ? closeRound(payload, adhesion) : null),
})
