import type { ReactElement } from 'react'
import type { Chrome } from '../chrome.ts'
import { Field } from '../form/field.tsx'
import type { FieldSpec } from '../form/field-spec.ts'
import { hasErrors, type FormState } from '../form/form-state.ts'
import { ErrorSummary, Form } from '../form/form.tsx'
import { Layout } from '../layout.tsx'
import { LOST_LINK_TEXTS as T } from './link-texts.ts'

const FIELDS: readonly FieldSpec[] = [
  { path: 'reference', control: 'text', label: T.reference, hint: T.referenceHint, width: 'medium', spellCheck: false },
  { path: 'email', control: 'email', label: T.email, hint: T.emailHint, autoComplete: 'email', spellCheck: false },
]

/** Asks for a new link by reference and e-mail. Only an empty or malformed field is told, never whether they match. */
export function LostLinkPage({ chrome, form }: { chrome: Chrome; form: FormState }): ReactElement {
  return (
    <Layout chrome={chrome} title={T.title} noindex hasErrors={hasErrors(form)}>
      <div className="sheet">
        <ErrorSummary form={form} fields={FIELDS} />
        <header className="page-head">
          <h1>{T.title}</h1>
          <p className="lead">{T.lead}</p>
        </header>
        <Form form={form} submit={T.submit}>
          {FIELDS.map((spec) => (
            <Field key={spec.path} spec={spec} form={form} />
          ))}
        </Form>
      </div>
    </Layout>
  )
}

/** The one answer to every such request. */
export function LostLinkSentPage({ chrome, againHref }: { chrome: Chrome; againHref: string }): ReactElement {
  return (
    <Layout chrome={chrome} title={T.sentTitle} noindex>
      <div className="sheet">
        <header className="page-head">
          <h1>{T.sentTitle}</h1>
          <p className="lead">{T.sentLead}</p>
        </header>
        <ul>
          {T.sentNext.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <p>{T.sentWhy}</p>
        <p>
          <a href={againHref}>{T.again}</a>
        </p>
      </div>
    </Layout>
  )
}
