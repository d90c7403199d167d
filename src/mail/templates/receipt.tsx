import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P, Steps } from '../kit.tsx'
import { AS_KIND, SIGNATORY, type Kind } from '../words.ts'

export type ReceiptData = {
  reference: string
  kind: Kind
  organisation: string
  /** Names of the representative who is to sign. */
  representative: string
  /** Whether the representative signs by delegation; messages of before do not say. */
  delegated: boolean
  /** Whether this goes to the contact, or to the representative for want of one. */
  recipient: 'contact' | 'representative'
  charterNumber: number
  /** Day on which the file expires when it was never signed. */
  expiresOn: string
}

export const receipt = defineMail<ReceiptData>()({
  label: 'Accusé de réception',
  audience: 'applicant',
  typed: ['organisation', 'representative'],
  links: ['followUp'],
  subject: ({ reference }) => `Demande ${reference} bien reçue`,
  heading: () => 'Nous avons bien reçu votre demande',
  summary: () => 'Voici sa référence, la suite, et le lien qui permet de la suivre.',
  Body: ({ data, typed, link }) => (
    <>
      <P>
        La demande déposée pour <strong>{typed('organisation')}</strong>, qui souhaite rejoindre la CPOF en qualité{' '}
        {data.kind === 'member' ? 'd’' : 'de '}
        {AS_KIND[data.kind]}, est enregistrée.
      </P>
      <Facts
        facts={[
          ['Référence', <strong key="reference">{data.reference}</strong>],
          ['Charte à signer', `version ${data.charterNumber}`],
          [SIGNATORY[data.delegated ? 'delegated' : 'legal-representative'], typed('representative')],
        ]}
      />
      <P>Voici la suite&nbsp;:</P>
      <Steps
        steps={[
          data.recipient === 'contact'
            ? `${typed('representative') || 'La personne désignée'} reçoit, dans un autre message, un lien pour lire la charte et la signer.`
            : 'Vous recevez, dans un autre message, un lien pour lire la charte et la signer.',
          'Le secrétariat étudie le dossier et vous écrit s’il manque quelque chose.',
          'Le Bureau décide collégialement, et vous recevez sa réponse par courriel.',
        ]}
      />
      <P>Si la charte n’est pas signée au plus tard le {formatDay(data.expiresOn)}, la demande expire.</P>
      <Action label="Suivre la demande" href={link('followUp')} />
      <P quiet>Ce lien est personnel&nbsp;: il donne accès à la demande. Ne le transmettez pas.</P>
    </>
  ),
})
