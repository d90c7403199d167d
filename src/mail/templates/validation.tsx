import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import { AS_KIND, type Kind } from '../words.ts'

export type ValidationData = {
  reference: string
  kind: Kind
  organisation: string
  body: string
  decidedOn: string
  /** The later of signature and decision. */
  effectiveOn: string
}

export const validation = defineMail<ValidationData>()({
  label: 'Validation',
  audience: 'applicant',
  typed: ['organisation'],
  links: ['followUp'],
  subject: ({ reference }) => `Votre demande ${reference} est acceptée`,
  heading: () => 'Bienvenue à la CPOF',
  summary: ({ effectiveOn }) => `L’adhésion prend effet le ${formatDay(effectiveOn)}.`,
  Body: ({ data, typed, link }) => (
    <>
      <P>
        <strong>{typed('organisation')}</strong> rejoint la Conférence Permanente des Organismes de Formation en qualité{' '}
        {data.kind === 'member' ? 'd’' : 'de '}
        {AS_KIND[data.kind]}. Une place vous y attend.
      </P>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Instance', data.body],
          ['Date de la décision', formatDay(data.decidedOn)],
          ['Prise d’effet', <strong key="effective">{formatDay(data.effectiveOn)}</strong>],
        ]}
      />
      <P>
        Le secrétariat vous écrira pour la suite&nbsp;: vos interlocuteurs, les groupes de travail, les prochains
        rendez-vous.
      </P>
      <Action label="Voir la demande" href={link('followUp')} />
    </>
  ),
})
