import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import { AS_KIND, SIGNATORY, type Kind } from '../words.ts'

export type SignatureLinkData = {
  reference: string
  kind: Kind
  organisation: string
  representative: string
  /** Whether they sign by delegation; messages of before do not say. */
  delegated: boolean
  /** Names of the contact who applied; null when the representative applied alone. */
  contact: string | null
  charterNumber: number
  /** Last day on which the link works. */
  linkExpiresOn: string
  /**
   * Why it is sent: the application (also for a new representative), a link asked for again, a correction
   * that undid an earlier signature, a file that was reopened, or a new version of the charter.
   */
  occasion: 'submission' | 'renewed' | 'corrected' | 'reopened' | 'new-version'
}

const OCCASION: Record<SignatureLinkData['occasion'], string | null> = {
  submission: null,
  renewed: 'Voici de nouveau le lien pour lire et signer la charte.',
  corrected:
    'La demande a été corrigée sur un point que votre signature engage. La signature précédente ne vaut plus\u00a0: il en faut une nouvelle.',
  'new-version':
    'Une nouvelle version de la charte est en vigueur et doit être signée. Votre signature de la version précédente reste conservée, mais la demande ne peut avancer qu’avec la nouvelle.',
  reopened: 'La demande est rouverte et attend votre signature.',
}

export const signatureLink = defineMail<SignatureLinkData>()({
  label: 'Lien de signature',
  audience: 'applicant',
  typed: ['organisation', 'representative', 'contact'],
  links: ['sign'],
  subject: ({ reference }) => `Charte à lire et à signer\u00a0: demande ${reference}`,
  heading: () => 'Votre signature est attendue',
  summary: ({ linkExpiresOn }) => `Vous pouvez lire et signer la charte jusqu’au ${formatDay(linkExpiresOn)}.`,
  Body: ({ data, typed, link }) => (
    <>
      <P>Bonjour,</P>
      {OCCASION[data.occasion] && <P>{OCCASION[data.occasion]}</P>}
      <P>
        <strong>{typed('organisation')}</strong> demande à rejoindre la Conférence Permanente des Organismes de
        Formation en qualité {data.kind === 'member' ? 'd’' : 'de '}
        {AS_KIND[data.kind]}. La demande vous désigne comme la personne qui peut l’engager.
      </P>
      <Facts
        facts={[
          ['Référence', data.reference],
          [SIGNATORY[data.delegated ? 'delegated' : 'legal-representative'], typed('representative')],
          ['Demande déposée par', typed('contact')],
          ['Charte à signer', `version ${data.charterNumber}`],
          ['Lien valable jusqu’au', formatDay(data.linkExpiresOn)],
        ]}
      />
      <P>
        Ouvrir le lien n’engage à rien&nbsp;: vous lirez la charte en entier, puis vous choisirez de la signer ou non.
      </P>
      <Action label="Lire et signer la charte" href={link('sign')} />
      <P quiet>Ce lien est personnel&nbsp;: qui le détient peut signer en votre nom. Ne le transmettez pas.</P>
    </>
  ),
})
