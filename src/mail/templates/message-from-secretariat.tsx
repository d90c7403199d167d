import { defineMail } from '../definition.ts'
import { Action, Facts, P, Quote } from '../kit.tsx'
import { count } from '../words.ts'

export type MessageFromSecretariatData = {
  reference: string
  organisation: string
  text: string
  /** How many files came with it. */
  attachments: number
}

export const messageFromSecretariat = defineMail<MessageFromSecretariatData>()({
  label: 'Message du secrétariat',
  audience: 'applicant',
  typed: ['organisation'],
  links: ['followUp'],
  subject: ({ reference }) => `Message du secrétariat\u00a0: demande ${reference}`,
  heading: () => 'Le secrétariat vous écrit',
  summary: () => 'Vous pouvez lui répondre depuis votre page de suivi.',
  Body: ({ data, typed, link }) => (
    <>
      <P>
        À propos de la demande déposée pour <strong>{typed('organisation')}</strong>&nbsp;:
      </P>
      <Quote text={data.text} />
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Pièces jointes', data.attachments === 0 ? '' : count(data.attachments, 'pièce', 'pièces')],
        ]}
      />
      <P>Répondez, ou ouvrez les pièces, depuis votre page de suivi.</P>
      <Action label="Lire et répondre" href={link('followUp')} />
    </>
  ),
})
