import type { ReactElement } from 'react'
import type { Kind } from '../../../adhesion/declaration/declaration-types.ts'
import { APPLICANT_STATE_LABELS, TURNS, type State } from '../../../adhesion/lifecycle/states.ts'
import { formatDay, type Day } from '../../../lib/dates.ts'
import type { Chrome } from '../../views/chrome.ts'
import { Lines, Reference } from '../../views/facts.tsx'
import { hasErrors, type FormState } from '../../views/form/form-state.ts'
import { ErrorSummary } from '../../views/form/form.tsx'
import { Layout } from '../../views/layout.tsx'
import { MailWaits } from '../../views/mail-waits.tsx'
import { Notice } from '../../views/notice.tsx'
import { answerFields, AnswerSection, type FileLimits, type OpenRequest } from './answer-section.tsx'
import { Conversation, type ShownMessage } from './conversation.tsx'
import { DONE, FOLLOW_UP_TEXTS as T, STATE_TEXTS, TURN, type ClosingReason, type Done } from './follow-up-texts.ts'
import { History, type HistoryEntry } from './history.tsx'
import { Progress } from './progress.tsx'
import { AS_KIND, REQUEST_OF_KIND } from '../texts.ts'
import { WhatYouCanDo, type FollowUpActions } from './what-you-can-do.tsx'

export type FollowedFile = {
  reference: string
  kind: Kind
  organisationName: string
  /** The state as the applicant may know it: `stateForApplicant`. */
  state: State
  representative: { name: string; email: string }
  /** Last day on which the charter can be signed. */
  signBefore?: Day | undefined
  decidedOn?: Day | undefined
  effectiveOn?: Day | undefined
  /** The text that the presiding person wrote to a refused applicant. */
  refusal?: string | undefined
  closing?: ClosingReason | undefined
}

type Props = {
  chrome: Chrome
  file: FollowedFile
  history: readonly HistoryEntry[]
  /** What passed between the applicant and the secretariat. */
  messages?: readonly ShownMessage[]
  /** The question that waits for an answer, with its form (fields `answer` and `files`). */
  request?: (OpenRequest & { form: FormState; limits: FileLimits }) | undefined
  /** The actions that the applicant may take now; an absent one is not offered. */
  actions: FollowUpActions
  /** Only by their own link may the representative still withdraw it. */
  withdrawByRepresentative?: boolean
  /** When the last of the e-mails leaves that have to wait. */
  mailWaitsUntil?: Date | undefined
  /** The action that the person has just taken. */
  done?: Done | undefined
  /** Why what they just tried was refused. */
  problem?: string | undefined
}

/** An application as its applicant sees it: where it is, whose turn it is, what happened, what can be done. */
export function FollowUpPage({
  chrome,
  file,
  history,
  messages = [],
  request,
  actions,
  withdrawByRepresentative = false,
  mailWaitsUntil,
  done,
  problem,
}: Props): ReactElement {
  const wrong = problem !== undefined || (request !== undefined && hasErrors(request.form))
  return (
    <Layout chrome={chrome} title={T.title(file.reference)} noindex hasErrors={wrong}>
      <div className="sheet wide">
        <ErrorSummary
          form={problem === undefined && request ? request.form : { action: '', problem }}
          fields={request ? answerFields(request.limits) : []}
        />
        {done && (
          <Notice tone="good" title={DONE[done].title}>
            <p>{DONE[done].text}</p>
          </Notice>
        )}
        <MailWaits until={mailWaitsUntil} />
        <header className="page-head">
          <p className="eyebrow">
            {REQUEST_OF_KIND[file.kind]} <Reference>{file.reference}</Reference>
          </p>
          <h1>{file.organisationName}</h1>
        </header>
        <div className="desk">
          <WhereItIs file={file} answerBefore={request?.deadline} />
          {file.refusal && (
            <section>
              <h2>{T.reason}</h2>
              <blockquote>
                <p>
                  <Lines lines={file.refusal.split(/\r?\n/)} />
                </p>
              </blockquote>
            </section>
          )}
          {request && <AnswerSection request={request} form={request.form} limits={request.limits} />}
          <Conversation messages={messages} writeHref={actions.write} />
          <div className="desk-side">
            <WhatYouCanDo actions={actions} withdrawByRepresentative={withdrawByRepresentative} />
            <section className="keep">
              <h2>{T.keep}</h2>
              <p>{T.keepText}</p>
            </section>
          </div>
          <History entries={history} />
        </div>
      </div>
    </Layout>
  )
}

function WhereItIs({ file, answerBefore }: { file: FollowedFile; answerBefore: Day | undefined }): ReactElement {
  const { state, representative, closing } = file
  const text = STATE_TEXTS[state]
  const day = (value: Day | undefined) => (value === undefined ? undefined : formatDay(value))
  const facts = {
    representativeName: representative.name,
    representativeEmail: representative.email,
    signBefore: day(file.signBefore),
    answerBefore: day(answerBefore),
    decidedOn: day(file.decidedOn),
    effectiveOn: day(file.effectiveOn),
    as: AS_KIND[file.kind],
    closing,
  }
  return (
    <section className="state">
      <p className={`turn ${TURNS[state]}`}>{TURN[TURNS[state]]}</p>
      <h2>{APPLICANT_STATE_LABELS[state]}</h2>
      <p>{text.now(facts)}</p>
      <p>
        <strong>{text.next(facts)}</strong>
      </p>
      <Progress state={state} />
    </section>
  )
}
