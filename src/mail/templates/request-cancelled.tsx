import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type RequestCancelledData = {
  reference: string
  organisation: string
  /** The secretariat no longer needs the answer, or a correction or a new version of the charter sent the file back to the signature. */
  cause: 'secretariat' | 'correction' | 'new-signature'
}

const CAUSE: Record<RequestCancelledData['cause'], string> = {
  secretariat: 'Le secrétariat n’a plus besoin de votre réponse et poursuit l’étude du dossier.',
  correction:
    'La demande a été corrigée et doit être signée de nouveau. Le secrétariat reprendra l’étude du dossier ensuite.',
  'new-signature':
    'Une nouvelle version de la charte doit être signée. Le secrétariat reprendra l’étude du dossier ensuite.',
}

export const requestCancelled = defineMail<RequestCancelledData>()({
  label: 'Demande de complément annulée',
  audience: 'applicant',
  typed: ['organisation'],
  links: ['followUp'],
  subject: ({ reference }) => `Vous n’avez plus à répondre\u00a0: demande ${reference}`,
  heading: () => 'Vous n’avez plus à répondre',
  summary: () => 'La demande de complément est annulée.',
  Body: ({ data, typed, link }) => (
    <>
      <P>
        La question posée sur la demande déposée pour <strong>{typed('organisation')}</strong> est annulée.
      </P>
      <P>{CAUSE[data.cause]}</P>
      <Facts facts={[['Référence', data.reference]]} />
      <Action label="Suivre la demande" href={link('followUp')} />
    </>
  ),
})
