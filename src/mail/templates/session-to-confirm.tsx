import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import { count } from '../words.ts'

export type SessionToConfirmData = {
  reference: string
  organisation: string
  body: string
  sessionDay: string
  minutesReference: string
  outcome: 'validated' | 'rejected'
  for: number
  against: number
  abstain: number
  /** Name of the person of the secretariat who entered it. */
  enteredBy: string
}

/** Asks the presiding person to confirm the decision of a session, which has no effect before. */
export const sessionToConfirm = defineMail<SessionToConfirmData>()({
  label: 'Décision de séance à confirmer',
  audience: 'office',
  typed: ['organisation'],
  links: ['panel'],
  subject: ({ reference }) => `Décision de séance à confirmer\u00a0: demande ${reference}`,
  heading: () => 'Une décision attend votre confirmation',
  summary: ({ sessionDay }) => `Elle a été saisie pour la séance du ${formatDay(sessionDay)}.`,
  Body: ({ data, typed, link }) => (
    <>
      <P>
        Le secrétariat a saisi la décision prise en séance sur la demande déposée pour{' '}
        <strong>{typed('organisation')}</strong>. Elle n’a d’effet que si vous la confirmez.
      </P>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Instance', data.body],
          ['Séance du', formatDay(data.sessionDay)],
          ['Procès-verbal', data.minutesReference],
          [
            'Décision saisie',
            <strong key="outcome">{data.outcome === 'validated' ? 'demande validée' : 'demande refusée'}</strong>,
          ],
          ['Voix', `${data.for} pour, ${data.against} contre, ${count(data.abstain, 'abstention', 'abstentions')}`],
          ['Saisie par', data.enteredBy],
        ]}
      />
      <P>
        Comparez avec le procès-verbal. Si quelque chose diffère, ne confirmez pas&nbsp;: contestez la décision saisie,
        en disant ce qui n’est pas exact. Le secrétariat en est prévenu.
      </P>
      <Action label="Vérifier et confirmer" href={link('panel')} />
    </>
  ),
})
