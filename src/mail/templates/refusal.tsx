import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P, Quote } from '../kit.tsx'

export type RefusalData = {
  reference: string
  organisation: string
  body: string
  decidedOn: string
  /** The grounds as the presiding person wrote them; shown unchanged. */
  text: string
}

export const refusal = defineMail<RefusalData>()({
  label: 'Refus',
  audience: 'applicant',
  typed: ['organisation'],
  links: ['followUp'],
  subject: ({ reference }) => `Réponse à votre demande ${reference}`,
  heading: () => 'La réponse à votre demande',
  summary: () => 'Une décision a été prise sur votre demande d’adhésion.',
  Body: ({ data, typed, link }) => (
    <>
      <P>
        La CPOF n’a pas accepté la demande déposée pour <strong>{typed('organisation')}</strong>. Voici ce que vous
        écrit la personne qui préside l’instance compétente&nbsp;:
      </P>
      <Quote text={data.text} />
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Instance', data.body],
          ['Date de la décision', formatDay(data.decidedOn)],
        ]}
      />
      <Action label="Revoir la demande" href={link('followUp')} />
    </>
  ),
})
