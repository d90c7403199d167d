import { formatDateTime } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type NewDeviceData = { account: string; at: string; device: string; network: string }

/** Tells the holder of an account that a device signed in to it for the first time. */
export const newDevice = defineMail<NewDeviceData>()({
  label: 'Connexion depuis un nouvel appareil',
  audience: 'account',
  typed: [],
  links: ['panel'],
  subject: () => 'Connexion depuis un nouvel appareil',
  heading: () => 'Une connexion depuis un nouvel appareil',
  summary: ({ at }) => `Elle date du ${formatDateTime(new Date(at))}.`,
  Body: ({ data, link }) => (
    <>
      <P>Quelqu’un, sans doute vous, s’est connecté à votre compte depuis un appareil qui ne l’avait jamais fait.</P>
      <Facts
        facts={[
          ['Compte', data.account],
          ['Date', formatDateTime(new Date(data.at))],
          ['Appareil', data.device],
          ['Adresse réseau', data.network],
        ]}
      />
      <P>
        Si c’est vous, il n’y a rien à faire. Sinon, fermez cette session depuis votre compte, changez votre mot de
        passe et prévenez le secrétariat.
      </P>
      <Action label="Voir mes sessions" href={link('panel')} />
    </>
  ),
})
