import { formatDateTime } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type SignatureDeclinedData = {
  reference: string
  organisation: string
  representative: string
  declinedAt: string
  /** What the representative wrote; null without a word. */
  reason: string | null
}

export const signatureDeclined = defineMail<SignatureDeclinedData>()({
  label: 'Refus de signer',
  audience: 'office',
  typed: ['organisation', 'representative', 'reason'],
  links: ['panel'],
  subject: ({ reference }) => `Refus de signer\u00a0: demande ${reference}`,
  heading: () => 'Le représentant ne signera pas',
  summary: () => 'La demande est classée sans suite, et son contact est prévenu.',
  Body: ({ data, typed, typedLines, link }) => (
    <>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Organisme', typed('organisation')],
          ['Représentant', typed('representative')],
          ['Le', formatDateTime(new Date(data.declinedAt))],
        ]}
      />
      <P>
        La personne désignée pour signer la charte a fait savoir, depuis son lien, qu’elle ne la signerait pas. La
        demande est classée sans suite et le contact est prévenu. Vous n’avez rien à faire.
      </P>
      {typedLines('reason') !== '' && <P>Ce qu’elle écrit&nbsp;: «&nbsp;{typedLines('reason')}&nbsp;»</P>}
      <Action label="Ouvrir le dossier" href={link('panel')} />
    </>
  ),
})
