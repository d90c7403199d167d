import { type Action, type OnWhat, type StaffAction } from './action.ts'
import { ANONYMISE } from '../actions/anonymise.ts'
import { ANSWER } from '../actions/answer.ts'
import { ANSWER_QUESTION } from '../actions/answer-question.ts'
import { ASK_NEW_SIGNATURE } from '../actions/ask-new-signature.ts'
import { ATTACH } from '../actions/attach.ts'
import { CAST_VOTE } from '../actions/cast-vote.ts'
import { CLAIM, RELEASE } from '../actions/claim.ts'
import { CLOSE } from '../actions/close.ts'
import { CLOSE_ROUND } from '../actions/close-round.ts'
import { CONFIRM_SESSION_DECISION } from '../actions/confirm-session.ts'
import { CORRECT, CORRECT_ON_BEHALF } from '../actions/correct.ts'
import { ERASE } from '../actions/erase.ts'
import { DECLINE } from '../actions/decline.ts'
import { EXPIRE } from '../actions/expire.ts'
import { NOTE } from '../actions/note.ts'
import { NOTIFY_REFUSAL } from '../actions/notify-refusal.ts'
import { PUT_TO_BUREAU } from '../actions/put-to-bureau.ts'
import { REBIND } from '../actions/rebind.ts'
import { REINSTATE } from '../actions/reinstate.ts'
import { REOPEN } from '../actions/reopen.ts'
import { CANCEL_REQUEST, REQUEST_INFORMATION } from '../actions/request-information.ts'
import { RESEND_LINK } from '../actions/resend-link.ts'
import { SEND_BACK } from '../actions/send-back.ts'
import { RECORD_SESSION_DECISION } from '../actions/record-session.ts'
import { CANCEL_SESSION_RECORD, DISPUTE_SESSION_RECORD } from '../actions/session-record.ts'
import { SIGN } from '../actions/sign.ts'
import { SUBMIT } from '../actions/submit.ts'
import { WITHDRAW } from '../actions/withdraw.ts'
import { WRITE } from '../actions/write.ts'

const ALL = [
  SUBMIT,
  RESEND_LINK,
  CORRECT,
  SIGN,
  REBIND,
  EXPIRE,
  CLAIM,
  RELEASE,
  REQUEST_INFORMATION,
  ANSWER,
  CANCEL_REQUEST,
  PUT_TO_BUREAU,
  CAST_VOTE,
  CLOSE_ROUND,
  SEND_BACK,
  REINSTATE,
  ANSWER_QUESTION,
  RECORD_SESSION_DECISION,
  CANCEL_SESSION_RECORD,
  DISPUTE_SESSION_RECORD,
  CONFIRM_SESSION_DECISION,
  NOTIFY_REFUSAL,
  ASK_NEW_SIGNATURE,
  CORRECT_ON_BEHALF,
  DECLINE,
  WITHDRAW,
  CLOSE,
  REOPEN,
  NOTE,
  ATTACH,
  ERASE,
  WRITE,
  ANONYMISE,
] as const

type Row = (typeof ALL)[number]
export type TransitionName = Row['name']

/** What the team performs by an endpoint. */
export type StaffActionName = Extract<Row, StaffAction>['name']

/** What is sent along to an action of the team, read, but for the revision. */
export type SentTo<Name extends StaffActionName> = Omit<
  Parameters<Extract<Row, StaffAction<Name>>['run']>[1],
  keyof OnWhat | 'rev'
>

/** What an applicant, or their representative, may ask for by a link of theirs. */
export type LinkActionName = ByLink<Row>
type ByLink<Each> = Each extends { name: infer Name; by: readonly (infer Role)[] }
  ? [Extract<Role, Linked>] extends [never]
    ? never
    : Name
  : never
type Linked = 'applicant' | 'representative'

/** What is asked for by the link to the signature; all else is by a follow-up link. */
export type SigningActionName = Extract<LinkActionName, 'sign' | 'decline'>
export const isOfSigning = (name: LinkActionName): name is SigningActionName => name === 'sign' || name === 'decline'

/** The one transition table; buttons, endpoints, diagram and tests are drawn from it. */
export const TRANSITIONS: readonly Action<TransitionName>[] = ALL

/** The rows of the table that the team performs by an endpoint, in its order. */
export const STAFF_ACTIONS: readonly StaffAction<StaffActionName>[] = ALL.filter(
  (row): row is Extract<Row, StaffAction> => 'read' in row,
)

/** The rows of the table that are asked for by a link, in its order. */
export const LINK_ACTIONS: readonly Action<LinkActionName>[] = ALL.filter(
  (row): row is Extract<Row, { name: LinkActionName }> =>
    row.by.some((role) => role === 'applicant' || role === 'representative'),
)
