import type { ReactElement } from 'react'
import { formatDay, type Day } from '../../../lib/dates.ts'
import { Lines } from '../../views/facts.tsx'
import { Field } from '../../views/form/field.tsx'
import type { FieldSpec } from '../../views/form/field-spec.ts'
import { hasErrors, type FormState } from '../../views/form/form-state.ts'
import { Form } from '../../views/form/form.tsx'
import { FORM_TEXTS } from '../../views/form/texts.ts'
import { FOLLOW_UP_TEXTS as T } from './follow-up-texts.ts'

export type OpenRequest = { question: string; askedAt: Date; deadline: Day }

export type FileLimits = {
  count: number
  /** The largest size of each file, in megabytes of 1,000,000 bytes. */
  megabytes: number
  /** The kinds in words: « PDF, images, textes ». */
  kinds: string
  /** The kinds of files taken, for the browser's file chooser: `application/pdf,image/*`. */
  accept: string
}

/** The fields of an answer, by the names under which they are sent. */
export const answerFields = (limits: FileLimits): FieldSpec[] => writtenFields('answer', T.answer, limits)

/** A text of some length, and files beside it. */
export function writtenFields(path: string, label: string, limits: FileLimits): FieldSpec[] {
  return [
    { path, control: 'textarea', label, rows: 8 },
    {
      path: 'files',
      control: 'files',
      label: T.files,
      hint: T.filesHint(limits),
      optional: true,
      accept: limits.accept,
    },
  ]
}

type Props = { request: OpenRequest; form: FormState; limits: FileLimits }

/** The question of the secretariat, and the form that answers it. */
export function AnswerSection({ request, form, limits }: Props): ReactElement {
  return (
    <section className="act" id="reponse">
      <h2>{T.request}</h2>
      <blockquote>
        <p>
          <Lines lines={request.question.split(/\r?\n/)} />
        </p>
      </blockquote>
      <p className="small">{T.askedOn(formatDay(request.askedAt))}</p>
      <Form form={form} submit={T.submitAnswer} multipart>
        {answerFields(limits).map((spec) => (
          <Field key={spec.path} spec={spec} form={form} />
        ))}
        {hasErrors(form) && <p className="wrong">{FORM_TEXTS.filesAgain}</p>}
      </Form>
    </section>
  )
}
