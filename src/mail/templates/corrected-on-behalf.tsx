import { defineMail } from '../definition.ts'
import { Facts, P, Quote } from '../kit.tsx'

export type CorrectedOnBehalfData = {
  reference: string
  organisation: string
  source: 'letter' | 'phone' | 'email' | 'bounced-address'
  /** What changed, a line each: before and after. */
  changes: string
  signatureUndone: boolean
}

const SOURCE: Record<CorrectedOnBehalfData['source'], string> = {
  letter: 'à la suite d’un courrier',
  phone: 'à la suite d’un appel téléphonique',
  email: 'à la suite d’un courriel',
  'bounced-address': 'parce que nos courriels n’arrivaient plus à une adresse du dossier',
}

/** Tells the applicant, at the addresses of before too, what the secretariat corrected for them. */
export const correctedOnBehalf = defineMail<CorrectedOnBehalfData>()({
  label: 'Demande corrigée par le secrétariat',
  audience: 'applicant',
  typed: ['organisation', 'changes'],
  links: [],
  subject: ({ reference }) => `Demande ${reference} corrigée par le secrétariat`,
  heading: () => 'Votre demande a été corrigée',
  summary: ({ source }) => `Le secrétariat l’a fait pour vous, ${SOURCE[source]}.`,
  Body: ({ data, typed, typedLines }) => (
    <>
      <P>
        Le secrétariat a corrigé la demande déposée pour <strong>{typed('organisation')}</strong>, {SOURCE[data.source]}
        . Voici ce qui a changé, avant puis après&nbsp;:
      </P>
      <Quote text={typedLines('changes')} />
      {data.signatureUndone ? (
        <P>Ce changement porte sur ce qui est signé&nbsp;: le représentant doit signer la charte de nouveau.</P>
      ) : null}
      <Facts facts={[['Référence', data.reference]]} />
      <P>
        Si vous n’avez rien demandé, ou si quelque chose n’est pas exact, répondez au secrétariat, ou corrigez la
        demande depuis votre page de suivi.
      </P>
    </>
  ),
})
