import { defineMail } from '../definition.ts'
import { Action, Facts, P, Quote } from '../kit.tsx'

export type ErasureAskedData = {
  reference: string
  organisation: string
  what: 'note' | 'message' | 'attachment'
  reason: string
  askedBy: string
}

const WHAT: Record<ErasureAskedData['what'], string> = {
  note: 'une note',
  message: 'un message',
  attachment: 'une pièce',
}

/** Asks the rest of the secretariat to confirm that something of an application is erased. */
export const erasureAsked = defineMail<ErasureAskedData>()({
  label: 'Effacement à confirmer',
  audience: 'office',
  typed: ['organisation'],
  links: ['panel'],
  subject: ({ reference }) => `Effacement à confirmer\u00a0: demande ${reference}`,
  heading: () => 'Un effacement attend votre confirmation',
  summary: ({ askedBy, what }) => `${askedBy} demande d’effacer ${WHAT[what]}.`,
  Body: ({ data, typed, link }) => (
    <>
      <P>
        {data.askedBy} demande d’effacer {WHAT[data.what]} du dossier de <strong>{typed('organisation')}</strong>. Comme
        d’autres ont pu lire ce qui s’y trouve, une seconde personne du secrétariat doit le confirmer.
      </P>
      <Facts facts={[['Référence', data.reference]]} />
      <P>Motif&nbsp;:</P>
      <Quote text={data.reason} />
      <Action label="Ouvrir le dossier" href={link('panel')} />
    </>
  ),
})
