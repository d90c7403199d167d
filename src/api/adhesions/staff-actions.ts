import type { Payload } from 'payload'
import type { z } from 'zod'
import type { Actor } from '../../adhesion/lifecycle/actor.ts'
import { answerQuestion } from '../../adhesion/actions/answer-question.ts'
import { answerForApplicant } from '../../adhesion/actions/answer.ts'
import { BODIES } from '../../adhesion/bodies.ts'
import { castVote } from '../../adhesion/actions/cast-vote.ts'
import { claim, release } from '../../adhesion/actions/claim.ts'
import { close } from '../../adhesion/actions/close.ts'
import { confirmSessionDecision } from '../../adhesion/actions/confirm-session.ts'
import { note } from '../../adhesion/actions/note.ts'
import { notifyRefusal } from '../../adhesion/actions/notify-refusal.ts'
import { putToBureau } from '../../adhesion/actions/put-to-bureau.ts'
import { reinstate } from '../../adhesion/actions/reinstate.ts'
import { reopen } from '../../adhesion/actions/reopen.ts'
import { cancelRequest, requestInformation } from '../../adhesion/actions/request-information.ts'
import { resendLink } from '../../adhesion/actions/resend-link.ts'
import { sendBack } from '../../adhesion/actions/send-back.ts'
import { recordSessionDecision } from '../../adhesion/actions/record-session.ts'
import type { TransitionName } from '../../adhesion/lifecycle/transitions.ts'
import type { SessionRecord } from '../../deliberation/stored-round.ts'
import { readOrRefuse } from '../../input/read.ts'

type StaffAct = { payload: Payload; id: string; actor: Actor }

/** One endpoint of a file: the transition it performs, and how its body becomes a call of one use-case. */
export type StaffAction = {
  transition: TransitionName
  body: z.ZodType
  /** Reads the body to its end. @throws DomainError 400. The returned function acts. */
  read: (body: unknown) => (act: StaffAct) => Promise<object>
}

const action = <Schema extends z.ZodObject>(
  transition: TransitionName,
  body: Schema,
  act: (payload: Payload, given: Omit<StaffAct, 'payload'> & z.output<Schema>) => Promise<object>,
): StaffAction => ({
  transition,
  body,
  read: (given) => {
    const values = readOrRefuse(body, given)
    return ({ payload, ...who }) => act(payload, { ...values, ...who })
  },
})

/** What `POST /api/adhesions/:id/<name>` does, by name. */
export const STAFF_ACTIONS: Readonly<Record<string, StaffAction>> = {
  claim: action('claim', BODIES.claim, claim),
  release: action('release', BODIES.release, release),
  'request-information': action('requestInformation', BODIES.requestInformation, requestInformation),
  'cancel-request': action('cancelRequest', BODIES.cancelRequest, cancelRequest),
  'put-to-bureau': action('putToBureau', BODIES.putToBureau, (payload, { powerToBind, ...act }) =>
    putToBureau(payload, { ...act, ...powerToBind }),
  ),
  vote: action('castVote', BODIES.castVote, castVote),
  'send-back': action('sendBack', BODIES.sendBack, sendBack),
  reinstate: action('reinstate', BODIES.reinstate, reinstate),
  'answer-question': action('answerQuestion', BODIES.answerQuestion, (payload, { answer, ...act }) =>
    answerQuestion(payload, { ...act, conflict: answer === 'conflict' }),
  ),
  'record-session-decision': action(
    'recordSessionDecision',
    BODIES.recordSessionDecision,
    (payload, { id, actor, rev, ...record }) =>
      recordSessionDecision(payload, { id, actor, rev, record: sessionRecord(record) }),
  ),
  'confirm-session-decision': action('confirmSessionDecision', BODIES.confirmSessionDecision, confirmSessionDecision),
  'notify-refusal': action('notifyRefusal', BODIES.notifyRefusal, notifyRefusal),
  close: action('close', BODIES.close, close),
  reopen: action('reopen', BODIES.reopen, reopen),
  note: action('note', BODIES.note, note),
  answer: action('answer', BODIES.answer, answerForApplicant),
  'resend-link': action('resendLink', BODIES.resendLink, resendLink),
}

type Recorded = Omit<z.output<(typeof BODIES)['recordSessionDecision']>, 'rev'>

function sessionRecord({ presiding, voices = [], counts, ...record }: Recorded): SessionRecord {
  return {
    ...record,
    ...(presiding === undefined ? {} : { presiding }),
    votes: counts
      ? {
          counts: { for: counts.for, against: counts.against, abstain: counts.abstain },
          ...(counts.chairChoice ? { chairChoice: counts.chairChoice } : {}),
        }
      : { byName: voices.map(({ person: elector, choice }) => ({ elector, choice })) },
  }
}
