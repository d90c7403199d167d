import { formatDateTime } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import { AS_KIND, type Kind } from '../words.ts'

export type FileToInstructData = {
  reference: string
  kind: Kind
  organisation: string
  signedAt: string
}

export const fileToInstruct = defineMail<FileToInstructData>()({
  label: 'Dossier à instruire',
  audience: 'office',
  typed: ['organisation'],
  links: ['panel'],
  subject: ({ reference }) => `Dossier à instruire\u00a0: ${reference}`,
  heading: () => 'Un dossier signé est arrivé',
  summary: () => 'Il attend que quelqu’un du secrétariat s’en charge.',
  Body: ({ data, typed, link }) => (
    <>
      <P>La charte est signée. Le dossier attend que quelqu’un du secrétariat s’en charge.</P>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Organisme', typed('organisation')],
          ['Qualité demandée', AS_KIND[data.kind]],
          ['Charte signée le', formatDateTime(new Date(data.signedAt))],
        ]}
      />
      <Action label="Ouvrir le dossier" href={link('panel')} />
    </>
  ),
})
