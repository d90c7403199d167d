import type { ReactElement } from 'react'
import type { Chrome } from '../../views/chrome.ts'
import { Field } from '../../views/form/field.tsx'
import type { FieldSpec } from '../../views/form/field-spec.ts'
import type { FormState } from '../../views/form/form-state.ts'
import { Form } from '../../views/form/form.tsx'
import { SheetPage } from '../../views/sheet-page.tsx'
import { LOST_LINK_TEXTS as T } from './link-texts.ts'

const FIELDS: readonly FieldSpec[] = [
  { path: 'email', control: 'email', label: T.email, hint: T.emailHint, autoComplete: 'email', spellCheck: false },
]

/** Asks for new links by e-mail. Only an empty or malformed address is told, never whether somebody has it. */
export function LostLinkPage({ chrome, form }: { chrome: Chrome; form: FormState }): ReactElement {
  return (
    <SheetPage chrome={chrome} title={T.title} lead={T.lead} form={form} fields={FIELDS}>
      <Form form={form} submit={T.submit}>
        {FIELDS.map((spec) => (
          <Field key={spec.path} spec={spec} form={form} />
        ))}
      </Form>
    </SheetPage>
  )
}

/** The one answer to every such request. */
export function LostLinkSentPage({ chrome, againHref }: { chrome: Chrome; againHref: string }): ReactElement {
  return (
    <SheetPage chrome={chrome} title={T.sentTitle} lead={T.sentLead}>
      <ul>
        {T.sentNext.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p>{T.sentWhy}</p>
      <p>
        <a href={againHref}>{T.again}</a>
      </p>
    </SheetPage>
  )
}
