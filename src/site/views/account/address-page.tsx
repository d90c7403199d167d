import type { ReactElement } from 'react'
import { fr } from '../../../content/typography.ts'
import type { Chrome } from '../chrome.ts'
import type { FormState } from '../form/form-state.ts'
import { Form } from '../form/form.tsx'
import { SheetPage } from '../sheet-page.tsx'

const T = {
  title: 'Confirmer une adresse électronique',
  lead: fr`Votre compte à la CPOF utilisera cette adresse : vous vous connecterez avec elle et nos courriels y arriveront.`,
  who: 'Compte',
  before: 'Adresse actuelle',
  after: 'Nouvelle adresse',
  submit: 'Confirmer cette adresse',
  doneTitle: 'Votre adresse est confirmée',
  done: 'Par sécurité, les sessions ouvertes ont été fermées. Connectez-vous avec votre nouvelle adresse.',
  signIn: 'Se connecter',
  deadTitle: 'Ce lien ne sert plus',
  dead: 'La demande a été traitée, abandonnée ou a expiré.',
  next: 'Si l’adresse n’a pas changé, adressez-vous au secrétariat.',
} as const

/** Asks once more before an account takes another address: opening this page does nothing. */
export function AddressPage({
  chrome,
  name,
  before,
  after,
  form,
}: {
  chrome: Chrome
  name: string
  before: string
  after: string
  form: FormState
}): ReactElement {
  return (
    <SheetPage chrome={chrome} title={T.title} lead={T.lead} form={form}>
      <ul>
        <li>
          {T.who}
          {fr` : `}
          {name}
        </li>
        <li>
          {T.before}
          {fr` : `}
          {before}
        </li>
        <li>
          {T.after}
          {fr` : `}
          {after}
        </li>
      </ul>
      <Form form={form} submit={T.submit} />
    </SheetPage>
  )
}

export function AddressProvedPage({ chrome, signInHref }: { chrome: Chrome; signInHref: string }): ReactElement {
  return (
    <SheetPage chrome={chrome} title={T.doneTitle} lead={T.done}>
      <p className="action">
        <a className="button" href={signInHref}>
          {T.signIn}
        </a>
      </p>
    </SheetPage>
  )
}

export function DeadAddressPage({ chrome, why = T.dead }: { chrome: Chrome; why?: string }): ReactElement {
  return (
    <SheetPage chrome={chrome} title={T.deadTitle} lead={why}>
      <p>{T.next}</p>
    </SheetPage>
  )
}
