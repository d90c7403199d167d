import type { ReactElement } from 'react'
import { fr } from '../../../content/typography.ts'
import type { Chrome } from '../chrome.ts'
import type { FormState } from '../form/form-state.ts'
import { Form } from '../form/form.tsx'
import { Layout } from '../layout.tsx'

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
export function AddressPage({ chrome, name, before, after, form }: { chrome: Chrome; name: string; before: string; after: string; form: FormState }): ReactElement {
  return (
    <Layout chrome={chrome} title={T.title} noindex>
      <div className="sheet">
        <header className="page-head">
          <h1>{T.title}</h1>
          <p className="lead">{T.lead}</p>
        </header>
        <ul>
          <li>{T.who}{fr` : `}{name}</li>
          <li>{T.before}{fr` : `}{before}</li>
          <li>{T.after}{fr` : `}{after}</li>
        </ul>
        <Form form={form} submit={T.submit} />
      </div>
    </Layout>
  )
}

export function AddressProvedPage({ chrome, signInHref }: { chrome: Chrome; signInHref: string }): ReactElement {
  return (
    <Layout chrome={chrome} title={T.doneTitle} noindex>
      <div className="sheet">
        <h1>{T.doneTitle}</h1>
        <p className="lead">{T.done}</p>
        <p className="action">
          <a className="button" href={signInHref}>{T.signIn}</a>
        </p>
      </div>
    </Layout>
  )
}

export function DeadAddressPage({ chrome, why = T.dead }: { chrome: Chrome; why?: string }): ReactElement {
  return (
    <Layout chrome={chrome} title={T.deadTitle} noindex>
      <div className="sheet">
        <h1>{T.deadTitle}</h1>
        <p className="lead">{why}</p>
        <p>{T.next}</p>
      </div>
    </Layout>
  )
}
