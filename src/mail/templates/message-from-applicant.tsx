import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import { count } from '../words.ts'

export type MessageFromApplicantData = {
  reference: string
  organisation: string
  /** How many files came with it. */
  attachments: number
}

export const messageFromApplicant = defineMail<MessageFromApplicantData>()({
  label: 'Message d’un organisme candidat',
  audience: 'office',
  typed: ['organisation'],
  links: ['panel'],
  subject: ({ reference }) => `Message reçu\u00a0: ${reference}`,
  heading: () => 'L’organisme vous écrit',
  summary: () => 'Son message est dans le dossier.',
  Body: ({ data, typed, link }) => (
    <>
      <P>Un message est arrivé depuis la page de suivi. Vous le lirez dans le dossier, et pourrez y répondre.</P>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Organisme', typed('organisation')],
          ['Pièces jointes', data.attachments === 0 ? 'aucune' : count(data.attachments, 'pièce', 'pièces')],
        ]}
      />
      <Action label="Lire le message" href={link('panel')} />
    </>
  ),
})
