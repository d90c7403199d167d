import { formatDateTime } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Exact, Facts, P } from '../kit.tsx'

export type SignedCopyData = {
  reference: string
  organisation: string
  /** The name as the signatory typed it. */
  signatory: string
  signedAt: string
  charterNumber: number
  /** SHA-256 of the charter's exact bytes, in hexadecimal. */
  sha256: string
}

/** Goes with two attachments: see `signedCopyAttachments`. */
export const signedCopy = defineMail<SignedCopyData>()({
  label: 'Exemplaire signé',
  audience: 'applicant',
  typed: ['organisation', 'signatory'],
  links: ['followUp'],
  subject: ({ reference }) => `Charte signée, votre exemplaire\u00a0: demande ${reference}`,
  heading: () => 'La charte est signée',
  summary: () => 'Le texte signé et la preuve de la signature sont joints à ce message.',
  Body: ({ data, typed, link }) => (
    <>
      <P>
        La charte est signée pour <strong>{typed('organisation')}</strong>. Le dossier part à l’étude&nbsp;: le
        secrétariat vous écrira s’il manque quelque chose.
      </P>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Signée par', typed('signatory')],
          ['Signée le', formatDateTime(new Date(data.signedAt))],
          ['Charte', `version ${data.charterNumber}`],
          ['Empreinte SHA-256 du texte', <Exact key="sha256">{data.sha256}</Exact>],
        ]}
      />
      <P>
        Deux fichiers sont joints&nbsp;: le texte exact de la charte signée, et la preuve de la signature (qui, quand,
        comment). Gardez ce message avec ses pièces.
      </P>
      <Action label="Suivre la demande" href={link('followUp')} />
    </>
  ),
})
