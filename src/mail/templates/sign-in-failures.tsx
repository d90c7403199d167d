import { formatDateTime } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type SignInFailuresData = { account: string; at: string; network: string }

/** Tells the holder of an account that somebody tries to guess its password. */
export const signInFailures = defineMail<SignInFailuresData>()({
  label: 'Essais de connexion refusés',
  audience: 'account',
  typed: [],
  links: ['panel'],
  subject: () => 'Des essais de connexion à votre compte ont échoué',
  heading: () => 'Plusieurs essais de connexion ont échoué',
  summary: () => 'Votre compte n’est pas bloqué.',
  Body: ({ data, link }) => (
    <>
      <P>
        Plusieurs mots de passe faux ont été essayés pour votre compte. Il n’est pas bloqué&nbsp;: vous pouvez vous
        connecter depuis vos appareils habituels.
      </P>
      <Facts
        facts={[
          ['Compte', data.account],
          ['Dernier essai', formatDateTime(new Date(data.at))],
          ['Adresse réseau', data.network],
        ]}
      />
      <P>
        Si c’était vous, vous pouvez choisir un nouveau mot de passe. Sinon, il n’y a rien à faire tant que le vôtre
        n’est connu de personne&nbsp;; ce message ne revient pas avant demain.
      </P>
      <Action label="Choisir un nouveau mot de passe" href={link('panel')} />
    </>
  ),
})
