import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import { count } from '../words.ts'

export type InformationAnsweredData = {
  reference: string
  organisation: string
  /** How many files came with the answer. */
  attachments: number
}

export const informationAnswered = defineMail<InformationAnsweredData>()({
  label: 'Réponse à une demande de complément',
  audience: 'office',
  typed: ['organisation'],
  links: ['panel'],
  subject: ({ reference }) => `Réponse reçue\u00a0: ${reference}`,
  heading: () => 'L’organisme a répondu',
  summary: () => 'L’instruction du dossier peut reprendre.',
  Body: ({ data, typed, link }) => (
    <>
      <P>La réponse à votre demande de complément est arrivée. L’instruction du dossier peut reprendre.</P>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Organisme', typed('organisation')],
          [
            'Pièces jointes à la réponse',
            data.attachments === 0 ? 'aucune' : count(data.attachments, 'pièce', 'pièces'),
          ],
        ]}
      />
      <Action label="Lire la réponse" href={link('panel')} />
    </>
  ),
})
