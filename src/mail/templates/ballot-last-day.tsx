import { formatDateTime } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import type { BallotReminderData } from './ballot-half-time.tsx'

/** A day before the end, to the electors who have not voted. */
export const ballotLastDay = defineMail<BallotReminderData>()({
  label: 'Dernier jour du scrutin',
  audience: 'office',
  typed: ['organisation'],
  links: ['panel'],
  subject: ({ reference }) => `Dernier jour pour voter\u00a0: demande ${reference}`,
  heading: () => 'Le scrutin se termine bientôt',
  summary: ({ closesAt }) => `Vous pouvez voter jusqu’au ${formatDateTime(new Date(closesAt))}.`,
  Body: ({ data, typed, link }) => (
    <>
      <P>
        Vous pouvez encore voter sur la demande déposée pour <strong>{typed('organisation')}</strong>, jusqu’au{' '}
        <strong>{formatDateTime(new Date(data.closesAt))}</strong>.
      </P>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Instance', data.body],
        ]}
      />
      <P>Si le quorum n’est pas réuni, la demande n’est pas refusée&nbsp;: elle passe à la prochaine séance.</P>
      <Action label="Voir le dossier et voter" href={link('panel')} />
    </>
  ),
})
