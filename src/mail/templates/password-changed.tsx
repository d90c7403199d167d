import { formatDateTime } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type PasswordChangedData = { account: string; at: string }

/** Tells the holder of an account that its password has changed. */
export const passwordChanged = defineMail<PasswordChangedData>()({
  label: 'Mot de passe changé',
  audience: 'account',
  typed: [],
  links: ['panel'],
  subject: () => 'Votre mot de passe a changé',
  heading: () => 'Le mot de passe de votre compte a changé',
  summary: ({ at }) => `Le changement date du ${formatDateTime(new Date(at))}.`,
  Body: ({ data, link }) => (
    <>
      <P>Le mot de passe de votre compte vient d’être changé. Les autres sessions ouvertes ont été fermées.</P>
      <Facts
        facts={[
          ['Compte', data.account],
          ['Date', formatDateTime(new Date(data.at))],
        ]}
      />
      <P>Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe et prévenez le secrétariat.</P>
      <Action label="Choisir un nouveau mot de passe" href={link('panel')} />
    </>
  ),
})
