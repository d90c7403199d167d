import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type OutcomeRecordedData = {
  reference: string
  organisation: string
  body: string
  outcome: 'validated' | 'rejected'
  decidedOn: string
  /** The secretariat, or who presides and owes the words of a refusal. */
  recipient: 'secretariat' | 'presiding'
}

export const outcomeRecorded = defineMail<OutcomeRecordedData>()({
  label: 'Décision prise',
  audience: 'office',
  typed: ['organisation'],
  links: ['panel'],
  subject: ({ reference }) => `Décision prise\u00a0: demande ${reference}`,
  heading: ({ outcome }) => (outcome === 'validated' ? 'La demande est validée' : 'La demande est refusée'),
  summary: ({ outcome }) =>
    outcome === 'validated'
      ? 'L’organisme est prévenu et son adhésion est inscrite.'
      : 'Il reste à écrire à l’organisme le motif du refus.',
  Body: ({ data, typed, link }) => (
    <>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Organisme', typed('organisation')],
          ['Instance', data.body],
          ['Date de la décision', formatDay(data.decidedOn)],
        ]}
      />
      {data.outcome === 'validated' ? (
        <P>L’adhésion est inscrite et l’organisme est prévenu. Vous n’avez rien à faire.</P>
      ) : data.recipient === 'presiding' ? (
        <P>
          L’organisme n’en sait encore rien. Écrivez-lui le motif du refus&nbsp;: votre texte lui sera transmis tel
          quel. Une alerte est envoyée au bout de sept jours.
        </P>
      ) : (
        <P>
          L’organisme n’en sait encore rien&nbsp;: il l’apprendra par le texte de la personne qui préside l’instance.
          D’ici là, ne lui annoncez rien.
        </P>
      )}
      <Action
        label={data.outcome === 'rejected' && data.recipient === 'presiding' ? 'Écrire le motif' : 'Ouvrir le dossier'}
        href={link('panel')}
      />
    </>
  ),
})
