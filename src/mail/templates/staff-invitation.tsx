import { formatDateTime } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type StaffInvitationData = {
  /** Name of the administrator who made the account. */
  invitedBy: string
  /** E-mail by which the account logs in. */
  account: string
  expiresAt: string
}

export const staffInvitation = defineMail<StaffInvitationData>()({
  label: 'Invitation à l’équipe',
  audience: 'account',
  typed: [],
  links: ['password'],
  subject: () => 'Votre compte à la CPOF',
  heading: () => 'Un compte vous attend',
  summary: () => 'Choisissez votre mot de passe pour l’ouvrir.',
  Body: ({ data, link }) => (
    <>
      <P>
        {data.invitedBy} a créé pour vous un compte dans l’espace de travail de la CPOF. Choisissez votre mot de passe
        pour l’ouvrir.
      </P>
      <Facts
        facts={[
          ['Identifiant', data.account],
          ['Lien valable jusqu’au', formatDateTime(new Date(data.expiresAt))],
        ]}
      />
      <Action label="Choisir mon mot de passe" href={link('password')} />
      <P quiet>Personne d’autre que vous ne connaîtra ce mot de passe, et personne ne vous le demandera.</P>
    </>
  ),
})
