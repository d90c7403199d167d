import type { ReactElement } from 'react'
import type { Chrome } from '../../views/chrome.ts'
import { Field } from '../../views/form/field.tsx'
import type { FieldSpec } from '../../views/form/field-spec.ts'
import type { FormState } from '../../views/form/form-state.ts'
import { Form } from '../../views/form/form.tsx'
import { SheetPage } from '../../views/sheet-page.tsx'
import { DECLINE_TEXTS as T } from '../texts.ts'

const FIELDS: readonly FieldSpec[] = [
  { path: 'reason', control: 'textarea', label: T.reason, hint: T.reasonHint, rows: 4, optional: true },
]

type Props = { chrome: Chrome; organisationName: string /** The page to sign on. */; backHref: string; form: FormState }

/** Asks once more whoever will not sign, and why if they like to say it: opening this page does nothing. */
export function DecliningPage({ chrome, organisationName, backHref, form }: Props): ReactElement {
  return (
    <SheetPage chrome={chrome} title={T.title} lead={T.lead(organisationName)} form={form} fields={FIELDS}>
      <ul>
        {T.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <Form form={form} submit={T.submit} tone="danger" beside={<a href={backHref}>{T.back}</a>}>
        {FIELDS.map((spec) => (
          <Field key={spec.path} spec={spec} form={form} />
        ))}
      </Form>
    </SheetPage>
  )
}

/** The representative has said that they will not sign: what became of the application. */
export function DeclinedPage({ chrome, organisationName }: Pick<Props, 'chrome' | 'organisationName'>): ReactElement {
  return (
    <SheetPage chrome={chrome} title={T.doneTitle} lead={T.doneLead(organisationName)}>
      <p>{T.doneNext}</p>
    </SheetPage>
  )
}
