import type { ReactElement } from 'react'
import { fr } from '../../../content/typography.ts'
import type { Chrome } from '../chrome.ts'
import { Field } from '../form/field.tsx'
import type { FieldSpec } from '../form/field-spec.ts'
import type { FormState } from '../form/form-state.ts'
import { Form } from '../form/form.tsx'
import { Trap } from '../form/trap.tsx'
import { SheetPage } from '../sheet-page.tsx'

export const CONTACT_FIELDS: readonly FieldSpec[] = [
  {
    path: 'about',
    control: 'radios',
    label: fr`Vous écrivez`,
    options: [
      { value: 'general', label: 'Pour une question' },
      { value: 'press', label: 'Pour la presse' },
    ],
  },
  { path: 'name', control: 'text', label: 'Nom et prénom', autoComplete: 'name', spellCheck: false },
  {
    path: 'email',
    control: 'email',
    label: 'Adresse électronique',
    hint: 'Nous y répondrons.',
    autoComplete: 'email',
    spellCheck: false,
  },
  { path: 'organisation', control: 'text', label: 'Organisme ou média', optional: true, autoComplete: 'organization' },
  { path: 'text', control: 'textarea', label: 'Votre message', rows: 8 },
]

const T = {
  title: 'Nous écrire',
  lead: 'Votre message arrive au secrétariat, qui vous répond par courriel.',
  submit: 'Envoyer le message',
  privacy: fr`Ce que vous écrivez ne sert qu’à vous répondre, et nous ne le gardons pas plus d’un an.`,
  sentTitle: 'Votre message est parti',
  sent: 'Le secrétariat vous répondra par courriel, en général sous quelques jours ouvrés.',
} as const

/** Writing to the secretariat, as anybody or for the press. */
export function ContactPage({
  chrome,
  canonical,
  form,
}: {
  chrome: Chrome
  canonical: string
  form: FormState
}): ReactElement {
  return (
    <SheetPage chrome={chrome} title={T.title} lead={T.lead} canonical={canonical} form={form} fields={CONTACT_FIELDS}>
      <Form form={form} submit={T.submit}>
        <Trap />
        {CONTACT_FIELDS.map((spec) => (
          <Field key={spec.path} spec={spec} form={form} />
        ))}
        <p className="hint">{T.privacy}</p>
      </Form>
    </SheetPage>
  )
}

/** The page after a message has left for the secretariat. */
export function ContactSentPage({ chrome, homeHref }: { chrome: Chrome; homeHref: string }): ReactElement {
  return (
    <SheetPage chrome={chrome} title={T.sentTitle} lead={T.sent}>
      <p>
        <a href={homeHref}>Revenir à l’accueil</a>
      </p>
    </SheetPage>
  )
}
