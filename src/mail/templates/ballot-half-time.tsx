import { formatDateTime } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import type { BallotOpenedData } from './ballot-opened.tsx'

export type BallotReminderData = Pick<BallotOpenedData, 'reference' | 'organisation' | 'body' | 'closesAt'>

/** At half of the round, to the electors who have not voted. */
export const ballotHalfTime = defineMail<BallotReminderData>()({
  label: 'Scrutin à mi-parcours',
  audience: 'office',
  typed: ['organisation'],
  links: ['panel'],
  subject: ({ reference }) => `Rappel\u00a0: votre vote sur la demande ${reference}`,
  heading: () => 'Vous n’avez pas encore voté',
  summary: ({ closesAt }) => `Le scrutin se termine le ${formatDateTime(new Date(closesAt))}.`,
  Body: ({ data, typed, link }) => (
    <>
      <P>
        La moitié du temps est passée, et votre voix manque sur la demande déposée pour{' '}
        <strong>{typed('organisation')}</strong>.
      </P>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Instance', data.body],
          ['Fin du scrutin', formatDateTime(new Date(data.closesAt))],
        ]}
      />
      <Action label="Voir le dossier et voter" href={link('panel')} />
    </>
  ),
})
