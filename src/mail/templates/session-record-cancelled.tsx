import { formatDateTime, formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P, Quote } from '../kit.tsx'

export type SessionRecordCancelledData = {
  reference: string
  organisation: string
  sessionDay: string
  minutesReference: string
  reason: string
  /** When the online vote ends that goes on; null where none does. */
  closesAt: string | null
}

/** Tells that what was entered of a session is taken back, and that the online vote goes on where there was one. */
export const sessionRecordCancelled = defineMail<SessionRecordCancelledData>()({
  label: 'Décision de séance annulée avant sa confirmation',
  audience: 'office',
  typed: ['organisation'],
  links: ['panel'],
  subject: ({ reference }) => `Décision de séance annulée\u00a0: demande ${reference}`,
  heading: () => 'Une décision de séance n’est plus à confirmer',
  summary: ({ closesAt }) =>
    closesAt === null ? 'Le secrétariat a annulé ce qu’il avait saisi.' : 'Le vote en ligne reprend.',
  Body: ({ data, typed, link }) => (
    <>
      <P>
        Le secrétariat a annulé la décision de séance qu’il avait saisie sur la demande déposée pour{' '}
        <strong>{typed('organisation')}</strong>. Elle n’a eu aucun effet.
      </P>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Séance du', formatDay(data.sessionDay)],
          ['Procès-verbal', data.minutesReference],
        ]}
      />
      <P>Motif donné par le secrétariat&nbsp;:</P>
      <Quote text={data.reason} />
      {data.closesAt === null ? null : (
        <P>
          Le vote en ligne reprend là où il s’était arrêté&nbsp;: les voix déjà données comptent, et il se termine le{' '}
          {formatDateTime(new Date(data.closesAt))}.
        </P>
      )}
      <Action label="Ouvrir le dossier" href={link('panel')} />
    </>
  ),
})
