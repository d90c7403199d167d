import type { ReactElement } from 'react'
import type { Chrome } from '../../views/chrome.ts'
import { Reference } from '../../views/facts.tsx'
import { Field } from '../../views/form/field.tsx'
import { hasErrors, type FormState } from '../../views/form/form-state.ts'
import { ErrorSummary, Form } from '../../views/form/form.tsx'
import { FORM_TEXTS } from '../../views/form/texts.ts'
import { Layout } from '../../views/layout.tsx'
import { type FileLimits, writtenFields } from './answer-section.tsx'
import { FOLLOW_UP_TEXTS } from './follow-up-texts.ts'

type Props = {
  chrome: Chrome
  reference: string
  organisationName: string
  /** The follow-up page. */
  backHref: string
  limits: FileLimits
  form: FormState
}

/** The form by which an applicant writes to the secretariat, with files. */
export function MessagePage({ chrome, reference, organisationName, backHref, limits, form }: Props): ReactElement {
  const T = FOLLOW_UP_TEXTS.write
  const fields = writtenFields('text', T.text, limits)
  return (
    <Layout chrome={chrome} title={T.title} noindex hasErrors={hasErrors(form)}>
      <div className="sheet">
        <ErrorSummary form={form} fields={fields} />
        <header className="page-head">
          <p className="eyebrow">
            <Reference>{reference}</Reference> – {organisationName}
          </p>
          <h1>{T.title}</h1>
          <p className="lead">{T.lead}</p>
        </header>
        <Form form={form} submit={T.submit} multipart beside={<a href={backHref}>{T.keep}</a>}>
          {fields.map((spec) => (
            <Field key={spec.path} spec={spec} form={form} />
          ))}
          {hasErrors(form) && <p className="wrong">{FORM_TEXTS.filesAgain}</p>}
        </Form>
      </div>
    </Layout>
  )
}
