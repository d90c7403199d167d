import type { ReactElement } from 'react'
import type { Chrome } from '../../views/chrome.ts'
import { Reference } from '../../views/facts.tsx'
import { hasErrors, type FormState } from '../../views/form/form-state.ts'
import { ErrorSummary, Form } from '../../views/form/form.tsx'
import { Layout } from '../../views/layout.tsx'
import { CORRECTION_TEXTS } from './correction-texts.ts'

type Props = {
  chrome: Chrome
  reference: string
  organisationName: string
  /** The follow-up page. */
  backHref: string
  form: FormState
}

/** Asks once more before an application is withdrawn: opening this page does nothing. */
export function WithdrawalPage({ chrome, reference, organisationName, backHref, form }: Props): ReactElement {
  const T = CORRECTION_TEXTS.withdraw
  return (
    <Layout chrome={chrome} title={T.title} noindex hasErrors={hasErrors(form)}>
      <div className="sheet">
        <ErrorSummary form={form} fields={[]} />
        <header className="page-head">
          <p className="eyebrow">
            <Reference>{reference}</Reference> – {organisationName}
          </p>
          <h1>{T.title}</h1>
          <p className="lead">{T.lead}</p>
        </header>
        <ul>
          {T.effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
        <Form form={form} submit={T.submit} tone="danger" beside={<a href={backHref}>{T.keep}</a>} />
      </div>
    </Layout>
  )
}
