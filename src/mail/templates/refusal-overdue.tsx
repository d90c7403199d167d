import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import { count } from '../words.ts'

export type RefusalOverdueData = {
  reference: string
  organisation: string
  decidedOn: string
  /** Whole days since the decision. */
  days: number
  /** The chair and every vice-chair are recused, or there are none. */
  nobodyPresides?: boolean
}

/** Reminds the secretariat and the presiding person that a refused organisation has been told nothing for 7 days. */
export const refusalOverdue = defineMail<RefusalOverdueData>()({
  label: 'Refus non notifié',
  audience: 'office',
  typed: ['organisation'],
  links: ['panel'],
  subject: ({ reference }) => `Un organisme attend sa réponse\u00a0: demande ${reference}`,
  heading: () => 'Un refus n’est toujours pas annoncé',
  summary: ({ decidedOn }) => `La décision date du ${formatDay(decidedOn)}.`,
  Body: ({ data, typed, link }) => (
    <>
      <P>
        La demande déposée pour <strong>{typed('organisation')}</strong> est refusée depuis{' '}
        {count(data.days, 'jour', 'jours')}, et l’organisme n’en sait rien&nbsp;: le motif n’est pas écrit.
      </P>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Date de la décision', formatDay(data.decidedOn)],
        ]}
      />
      {data.nobodyPresides ? (
        <P>
          Personne ne peut écrire le motif&nbsp;: la présidence et la vice-présidence de l’instance sont déportées ou
          vacantes. Une fois une vice-présidence désignée, enregistrez son mandat et faites-le confirmer&nbsp;: elle
          écrira le motif.
        </P>
      ) : (
        <P>La personne qui préside l’instance écrit le motif, ou le secrétariat saisit le texte qu’elle a approuvé.</P>
      )}
      <Action label="Ouvrir le dossier" href={link('panel')} />
    </>
  ),
})
