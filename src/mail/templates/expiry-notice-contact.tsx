import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import type { ExpiryNoticeData } from './expiry-notice.tsx'

/** Tells the contact, who cannot sign, that an application is about to expire. */
export const expiryNoticeContact = defineMail<ExpiryNoticeData>()({
  label: 'Expiration prochaine, au contact',
  audience: 'applicant',
  typed: ['organisation'],
  links: ['followUp'],
  subject: ({ reference }) => `Demande ${reference}\u00a0: il manque la signature`,
  heading: () => 'La demande va expirer',
  summary: ({ expiresOn }) => `Sans la signature de votre représentant, elle expire le ${formatDay(expiresOn)}.`,
  Body: ({ data, typed, link }) => (
    <>
      <P>
        La demande déposée pour <strong>{typed('organisation')}</strong> n’est pas encore signée par le représentant
        légal. Sans signature, elle expire le <strong>{formatDay(data.expiresOn)}</strong>.
      </P>
      <Facts facts={[['Référence', data.reference]]} />
      <P>
        Nous venons de le lui rappeler. Vous pouvez aussi lui renvoyer le lien, ou désigner une autre personne pour
        signer.
      </P>
      <Action label="Suivre la demande" href={link('followUp')} />
    </>
  ),
})
