import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type ReopenedData = {
  reference: string
  organisation: string
  /** The state in which the file begins again. */
  to: 'under-review' | 'awaiting-signature'
}

export const reopened = defineMail<ReopenedData>()({
  label: 'Demande rouverte',
  audience: 'applicant',
  typed: ['organisation'],
  links: ['followUp'],
  subject: ({ reference }) => `Demande ${reference} rouverte`,
  heading: () => 'La demande est rouverte',
  summary: ({ to }) => (to === 'under-review' ? 'Le secrétariat reprend son étude.' : 'La charte doit être signée.'),
  Body: ({ data, typed, link }) => (
    <>
      <P>
        Le secrétariat a rouvert la demande déposée pour <strong>{typed('organisation')}</strong>.
      </P>
      {data.to === 'under-review' ? (
        <P>
          Son étude reprend. Vous n’avez rien à faire pour le moment&nbsp;: nous vous écrirons s’il manque quelque
          chose.
        </P>
      ) : (
        <P>La charte doit être signée. La personne désignée pour signer reçoit un lien pour la lire et la signer.</P>
      )}
      <Facts facts={[['Référence', data.reference]]} />
      <Action label="Suivre la demande" href={link('followUp')} />
    </>
  ),
})
