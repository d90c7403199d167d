import type { ReactElement } from 'react'
import type { Capacity, Kind } from '../../../adhesion/declaration/declaration-types.ts'
import { CharterDocument, type CharterVersion } from '../../views/charter-document.tsx'
import type { Chrome } from '../../views/chrome.ts'
import { Facts, Lines, Reference, type Fact } from '../../views/facts.tsx'
import { Field } from '../../views/form/field.tsx'
import type { FieldSpec } from '../../views/form/field-spec.ts'
import { hasErrors, type FormState } from '../../views/form/form-state.ts'
import { ErrorSummary, Form } from '../../views/form/form.tsx'
import { Layout } from '../../views/layout.tsx'
import { Notice } from '../../views/notice.tsx'
import { AS_KIND, CAPACITY, REQUEST_OF_KIND, SIGNATURE_TEXTS as T } from '../texts.ts'

/** The parts of the application that the representative must see before signing. */
export type Applicant = {
  reference: string
  kind: Kind
  organisationName: string
  /** SIRET, RNA, register …, each with its name. */
  identifiers: readonly { label: string; value: string }[]
  addressLines: readonly string[]
  representative: { name: string; function: string; capacity: Capacity }
}

type Props = {
  chrome: Chrome
  applicant: Applicant
  charter: CharterVersion
  /** The exact sentence that ticking agrees to, as it enters the evidence. */
  consentSentence: string
  /** Fields `fullName` and `accept`; in `hidden`, the signed time at which the text was shown. */
  form: FormState
  /** The number of the version that the person meant to sign, when another has replaced it meanwhile. */
  superseded?: number | undefined
  /** Why nobody may sign this application now: the text is shown, and no form. */
  refused?: string | undefined
  /** Where the representative says that they will not sign. */
  declineHref: string
}

/** The page to sign on: who applies for whom, the whole charter, the form. Opening it does nothing; the button does. */
export function SignaturePage({
  chrome,
  applicant,
  charter,
  consentSentence,
  form,
  superseded,
  refused,
  declineHref,
}: Props): ReactElement {
  const fields = signatureFields(applicant.representative.name, consentSentence)
  const as = AS_KIND[applicant.kind]
  return (
    <Layout chrome={chrome} title={T.title} noindex hasErrors={hasErrors(form)}>
      <div className="sheet">
        <ErrorSummary form={form} fields={fields} />
        {superseded !== undefined && (
          <Notice tone="warn" title={T.superseded(superseded, charter.number)}>
            <p>{T.supersededText}</p>
          </Notice>
        )}
        {refused !== undefined && (
          <Notice tone="warn" title={T.refused}>
            <p>{refused}</p>
          </Notice>
        )}
        <header className="page-head">
          <p className="eyebrow">
            {REQUEST_OF_KIND[applicant.kind]} <Reference>{applicant.reference}</Reference>
          </p>
          <h1>{T.title}</h1>
          <p className="lead">
            {T.onBehalfOf}
            <strong>{applicant.organisationName}</strong>
          </p>
          <p>{T.lead(as)}</p>
        </header>
        <section>
          <h2>{T.declared}</h2>
          <Facts facts={declaredFacts(applicant)} />
          <p className="small">{T.wrong}</p>
        </section>
        <section>
          <h2>{T.charter}</h2>
          {refused === undefined && (
            <p className="on-screen">
              <a href="#signature">{T.jump}</a>
            </p>
          )}
          <CharterDocument charter={charter} topHeading={3} />
        </section>
        {refused === undefined && (
          <section className="act" id="signature">
            <h2>{T.sign}</h2>
            <Form form={form} submit={T.submit}>
              {fields.map((spec) => (
                <Field key={spec.path} spec={spec} form={form} />
              ))}
            </Form>
            <p className="small">{T.evidence}</p>
          </section>
        )}
        <p className="on-screen">
          {T.otherwise} <a href={declineHref}>{T.decline}</a>
        </p>
      </div>
    </Layout>
  )
}

function declaredFacts({ kind, organisationName, identifiers, addressLines, representative }: Applicant): Fact[] {
  return [
    { label: T.labels.organisation, value: <strong>{organisationName}</strong> },
    ...identifiers,
    { label: T.labels.address, value: <Lines lines={addressLines} /> },
    { label: T.labels.request, value: T.become(AS_KIND[kind]) },
    { label: T.labels.representative, value: <Lines lines={[representative.name, representative.function]} /> },
    { label: T.labels.capacity, value: CAPACITY[representative.capacity] },
  ]
}

function signatureFields(name: string, consentSentence: string): FieldSpec[] {
  return [
    {
      path: 'fullName',
      control: 'text',
      label: T.fullName,
      hint: T.fullNameHint(name),
      autoComplete: 'name',
      spellCheck: false,
    },
    { path: 'accept', control: 'tick', label: T.accept, sentence: consentSentence },
  ]
}
