import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P, Quote } from '../kit.tsx'

export type SessionRecordDisputedData = {
  reference: string
  organisation: string
  sessionDay: string
  minutesReference: string
  reason: string
  /** Name of the person who presides. */
  disputedBy: string
}

/** Tells the secretariat that who presides will not confirm what was entered of a session. */
export const sessionRecordDisputed = defineMail<SessionRecordDisputedData>()({
  label: 'Décision de séance contestée',
  audience: 'office',
  typed: ['organisation'],
  links: ['panel'],
  subject: ({ reference }) => `Décision de séance contestée\u00a0: demande ${reference}`,
  heading: () => 'La décision saisie n’est pas celle qui a été prise',
  summary: ({ disputedBy }) => `${disputedBy} a contesté la décision saisie.`,
  Body: ({ data, typed, link }) => (
    <>
      <P>
        {data.disputedBy} a contesté la décision de séance saisie sur la demande déposée pour{' '}
        <strong>{typed('organisation')}</strong>. Elle n’aura pas d’effet&nbsp;: annulez-la, ou saisissez-la de nouveau.
      </P>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Séance du', formatDay(data.sessionDay)],
          ['Procès-verbal', data.minutesReference],
        ]}
      />
      <P>Ce qui n’est pas exact&nbsp;:</P>
      <Quote text={data.reason} />
      <Action label="Ouvrir le dossier" href={link('panel')} />
    </>
  ),
})
