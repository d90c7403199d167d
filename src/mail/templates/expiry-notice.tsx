import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type ExpiryNoticeData = {
  reference: string
  organisation: string
  /** Day on which the file expires. */
  expiresOn: string
}

/** Tells the representative, 14 days before, that an application without a signature will expire. */
export const expiryNotice = defineMail<ExpiryNoticeData>()({
  label: 'Expiration prochaine, au représentant',
  audience: 'applicant',
  typed: ['organisation'],
  links: ['sign'],
  subject: ({ reference }) => `Demande ${reference}\u00a0: il manque la signature`,
  heading: () => 'La demande va expirer',
  summary: ({ expiresOn }) => `Sans votre signature, elle expire le ${formatDay(expiresOn)}.`,
  Body: ({ data, typed, link }) => (
    <>
      <P>
        La demande déposée pour <strong>{typed('organisation')}</strong> attend encore votre signature. Sans elle, la
        demande expire le <strong>{formatDay(data.expiresOn)}</strong>.
      </P>
      <Facts facts={[['Référence', data.reference]]} />
      <Action label="Lire et signer la charte" href={link('sign')} />
      <P quiet>Si vous ne souhaitez pas donner suite, vous n’avez rien à faire.</P>
    </>
  ),
})
