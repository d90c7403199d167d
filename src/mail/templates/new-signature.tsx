import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type NewSignatureData = {
  reference: string
  organisation: string
  charterNumber: number
}

/** Tells the contact, who cannot sign, that a new version of the charter has to be signed. */
export const newSignature = defineMail<NewSignatureData>()({
  label: 'Nouvelle signature demandée, au contact',
  audience: 'applicant',
  typed: ['organisation'],
  links: ['followUp'],
  subject: ({ reference }) => `Charte à signer de nouveau\u00a0: demande ${reference}`,
  heading: () => 'Une nouvelle signature est nécessaire',
  summary: ({ charterNumber }) => `La version ${charterNumber} de la charte est à signer.`,
  Body: ({ data, typed, link }) => (
    <>
      <P>
        Une nouvelle version de la charte est entrée en vigueur. La demande déposée pour{' '}
        <strong>{typed('organisation')}</strong> ne peut avancer que si votre représentant la signe. Il vient de
        recevoir un lien pour la lire et la signer.
      </P>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Charte à signer', `version ${data.charterNumber}`],
        ]}
      />
      <P>La signature de la version précédente reste conservée. Tout ce que vous avez déclaré reste au dossier.</P>
      <Action label="Suivre la demande" href={link('followUp')} />
    </>
  ),
})
