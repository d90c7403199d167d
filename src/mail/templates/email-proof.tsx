import { formatDateTime } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type EmailProofData = {
  person: string
  /** The present e-mail of the account. */
  account: string
  email: string
  expiresAt: string
}

/** Asks a new address to prove itself: whoever opens the link has shown that the address is theirs. */
export const emailProof = defineMail<EmailProofData>()({
  label: 'Nouvelle adresse à confirmer',
  audience: 'account',
  typed: [],
  links: ['email'],
  subject: () => 'Confirmez votre nouvelle adresse',
  heading: () => 'Confirmez votre nouvelle adresse',
  summary: () => 'Ouvrez le lien pour que votre compte à la CPOF utilise cette adresse.',
  Body: ({ data, link }) => (
    <>
      <P>Un compte de l’équipe de la CPOF doit désormais utiliser cette adresse. Ouvrez le lien, puis confirmez.</P>
      <Facts
        facts={[
          ['Personne', data.person],
          ['Adresse actuelle', data.account],
          ['Nouvelle adresse', data.email],
          ['Lien valable jusqu’au', formatDateTime(new Date(data.expiresAt))],
        ]}
      />
      <Action label="Confirmer cette adresse" href={link('email')} />
      <P quiet>Si vous n’êtes pas cette personne, ne faites rien&nbsp;: l’adresse ne changera pas.</P>
    </>
  ),
})
