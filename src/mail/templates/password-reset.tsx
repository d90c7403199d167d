import { formatDateTime } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import type { StaffInvitationData } from './staff-invitation.tsx'

export type PasswordResetData = Pick<StaffInvitationData, 'account' | 'expiresAt'>

export const passwordReset = defineMail<PasswordResetData>()({
  label: 'Nouveau mot de passe',
  audience: 'account',
  typed: [],
  links: ['password'],
  subject: () => 'Choisir un nouveau mot de passe',
  heading: () => 'Choisissez un nouveau mot de passe',
  summary: ({ expiresAt }) => `Le lien vaut jusqu’au ${formatDateTime(new Date(expiresAt))}.`,
  Body: ({ data, link }) => (
    <>
      <P>
        Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte. L’ancien vaut tant que vous
        n’en choisissez pas un autre.
      </P>
      <Facts
        facts={[
          ['Identifiant', data.account],
          ['Lien valable jusqu’au', formatDateTime(new Date(data.expiresAt))],
        ]}
      />
      <Action label="Choisir un nouveau mot de passe" href={link('password')} />
      <P quiet>Si vous n’avez rien demandé, ignorez ce message&nbsp;: votre mot de passe reste le même.</P>
    </>
  ),
})
