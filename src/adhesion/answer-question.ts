import type { Payload } from 'payload'
import { inTurn } from '../db/in-turn.ts'
import { unitOfWork } from '../db/unit-of-work.ts'
import type { Actor } from './actor.ts'
import { closeBallot } from './close-ballot.ts'
import { conflict as refusal, recused, staleRevision, wrongActor, wrongState } from './errors.ts'
import { mayFrom } from './transitions.ts'
import { takeInHand, type FileInHand, type Outcome } from './on-file.ts'
import { roundToJudge } from './round-in-hand.ts'
import { setAside } from '../deliberation/set-aside.ts'
import { allQuestionsIn } from '../deliberation/stored-ballot.ts'

type Answer = { person: string; conflict: boolean; reason: string }
type Input = { id: string; actor: Extract<Actor, { kind: 'staff' }>; rev?: number | undefined } & Answer

/**
 * The secretariat, or who presides, answers what is asked about an elector of the present round: whether an address that was
 * only typed, a name or a domain is a tie with the applicant. A confirmed one takes the elector out at once, with the voice
 * that they cast, and the round is counted anew; either answer stands in the journal with its reason.
 * @throws DomainError 403 for others and the recused; 409 `no-question` where none is open about this person, `wrong-state`
 */
export async function answerQuestion(payload: Payload, { id, actor, rev, ...answer }: Input): Promise<Outcome> {
  const outcome = await inTurn(payload, id, () =>
    unitOfWork(payload, async (unit) => {
      const file = await takeInHand(unit, id, actor, 'reinstate')
      const { roles, recused: isRecused } = file.standing
      if (!roles.has('secretariat') && !roles.has('presiding')) throw wrongActor()
      if (isRecused) throw recused()
      if (rev !== undefined && rev !== file.adhesion.rev - 1)
        throw staleRevision({ status: file.adhesion.status, rev: file.adhesion.rev - 1 })
      if (!mayFrom('reinstate', file.adhesion.status))
        throw wrongState({ status: file.adhesion.status, rev: file.adhesion.rev - 1 })
      await keep(file, actor, answer)
      return { status: file.adhesion.status, rev: file.adhesion.rev }
    }),
  )
  return answer.conflict ? closeBallot(payload, id) : outcome
}

async function keep(file: FileInHand, actor: Input['actor'], { person, conflict, reason }: Answer): Promise<void> {
  const {
    unit: { payload, req },
    at,
  } = file
  const ballot = await roundToJudge(file)
  const questions = allQuestionsIn(ballot)
  const asked = questions.find((each) => each.person === person && !each.answer)
  if (!asked) throw noQuestion(file)
  const answered = questions.map((each) =>
    each.person === person && !each.answer
      ? { ...each, answer: { conflict, reason, by: actor.user.id, at: at.toISOString() } }
      : each,
  )
  // Noted with the answer, so that the round is counted anew even where the count that follows is prevented.
  await payload.db.updateOne({
    collection: 'ballots',
    id: ballot.id,
    data: { questions: answered, ...(conflict ? { sweptOn: null } : {}) },
    req,
  })
  if (conflict) await setAside(payload, req, ballot, [{ person, name: asked.name, reason: 'confirmed' }])
  await file.record('conflict-answered', { name: asked.name, personId: person, conflict, reason, round: ballot.round })
}

const noQuestion = ({ adhesion }: FileInHand) =>
  refusal(
    'no-question',
    {
      fr: 'Aucune question n’attend de réponse au sujet de cette personne.',
      en: 'No question about this person awaits an answer.',
    },
    { status: adhesion.status, rev: adhesion.rev - 1 },
  )
