import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type WithdrawnData = {
  reference: string
  organisation: string
  withdrawnOn: string
}

export const withdrawn = defineMail<WithdrawnData>()({
  label: 'Retrait confirmé',
  audience: 'applicant',
  typed: ['organisation'],
  links: ['followUp'],
  subject: ({ reference }) => `Demande ${reference} retirée`,
  heading: () => 'La demande est retirée',
  summary: () => 'Nous avons enregistré le retrait. Vous n’avez rien d’autre à faire.',
  Body: ({ data, typed, link }) => (
    <>
      <P>
        La demande déposée pour <strong>{typed('organisation')}</strong> est retirée depuis le{' '}
        {formatDay(data.withdrawnOn)}. Vous n’avez rien d’autre à faire, et vous pouvez en déposer une nouvelle quand
        vous le souhaitez.
      </P>
      <Facts facts={[['Référence', data.reference]]} />
      <P>Si ce retrait n’est pas de votre fait, écrivez au secrétariat en rappelant la référence.</P>
      <Action label="Revoir la demande" href={link('followUp')} />
    </>
  ),
})
