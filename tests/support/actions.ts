import type { Payload } from 'payload'
import type { Upload } from '../../src/adhesion/actions/attach-files.ts'
import { ANSWER_QUESTION } from '../../src/adhesion/actions/answer-question.ts'
import { ANSWER } from '../../src/adhesion/actions/answer.ts'
import { ASK_NEW_SIGNATURE } from '../../src/adhesion/actions/ask-new-signature.ts'
import { ATTACH } from '../../src/adhesion/actions/attach.ts'
import { RELEASE } from '../../src/adhesion/actions/claim.ts'
import { CONFIRM_SESSION_DECISION } from '../../src/adhesion/actions/confirm-session.ts'
import { CORRECT_ON_BEHALF } from '../../src/adhesion/actions/correct.ts'
import { RECORD_SESSION_DECISION } from '../../src/adhesion/actions/record-session.ts'
import { REINSTATE } from '../../src/adhesion/actions/reinstate.ts'
import { REOPEN } from '../../src/adhesion/actions/reopen.ts'
import { CANCEL_REQUEST } from '../../src/adhesion/actions/request-information.ts'
import { CANCEL_SESSION_RECORD, DISPUTE_SESSION_RECORD } from '../../src/adhesion/actions/session-record.ts'
import { SEND_BACK } from '../../src/adhesion/actions/send-back.ts'
import type { Action, OnWhat } from '../../src/adhesion/lifecycle/action.ts'
import { type TransitionName, TRANSITIONS } from '../../src/adhesion/lifecycle/transitions.ts'

/** What the staff do on an application, called as the endpoints call it. */
export const answerQuestion = ANSWER_QUESTION.run
export const answerForApplicant = ANSWER.run
export const askNewSignature = ASK_NEW_SIGNATURE.run
export const cancelRequest = CANCEL_REQUEST.run
export const cancelSessionRecord = CANCEL_SESSION_RECORD.run
export const disputeSessionRecord = DISPUTE_SESSION_RECORD.run
export const confirmSessionDecision = CONFIRM_SESSION_DECISION.run
export const recordSessionDecision = RECORD_SESSION_DECISION.run
export const reinstate = REINSTATE.run
export const release = RELEASE.run
export const reopen = REOPEN.run
export const sendBack = SEND_BACK.run

/** Corrects as the endpoint does with what is sent. */
export const correctOnBehalf = (payload: Payload, { id, actor, ...sent }: OnWhat & Record<string, unknown>) =>
  CORRECT_ON_BEHALF.read(sent)(payload, { id, actor })

type Attaching = OnWhat & { rev?: number | undefined; title?: string | undefined; files: readonly Upload[] }

export const attach = (payload: Payload, { files, ...input }: Attaching) => ATTACH.run(payload, input, files)

/** The row of a transition. */
export function transition(name: TransitionName): Action<TransitionName> {
  const row = TRANSITIONS.find((each) => each.name === name)
  if (!row) throw new RangeError(`Unknown transition: ${name}`)
  return row
}
