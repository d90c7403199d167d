import { formatDateTime } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import { AS_KIND, count, type Kind } from '../words.ts'

export type BallotOpenedData = {
  reference: string
  kind: Kind
  organisation: string
  /** Name of the body that decides. */
  body: string
  closesAt: string
  /** Size of the electorate when the round opened. */
  electors: number
  /** How many must take part for the quorum. */
  quorum: number
  /** How many votes for are needed at least. */
  minimumFor: number
}

export const ballotOpened = defineMail<BallotOpenedData>()({
  label: 'Scrutin ouvert',
  audience: 'office',
  typed: ['organisation'],
  links: ['panel'],
  subject: ({ reference }) => `Scrutin ouvert\u00a0: demande ${reference}`,
  heading: () => 'Votre voix est attendue',
  summary: ({ closesAt }) => `Le scrutin se termine le ${formatDateTime(new Date(closesAt))}.`,
  Body: ({ data, typed, link }) => (
    <>
      <P>
        Une demande d’adhésion est soumise à votre vote. Elle est déposée pour <strong>{typed('organisation')}</strong>.
      </P>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Qualité demandée', AS_KIND[data.kind]],
          ['Instance', data.body],
          ['Fin du scrutin', formatDateTime(new Date(data.closesAt))],
          ['Appelées à voter', count(data.electors, 'personne', 'personnes')],
          ['Règle', `quorum de ${count(data.quorum, 'votant', 'votants')}, au moins ${data.minimumFor} voix pour`],
        ]}
      />
      <P>
        Vous votez pour, contre, ou vous vous abstenez. Votre choix peut changer tant que le résultat n’est pas acquis.
      </P>
      <P>
        Si un lien avec cet organisme peut influencer votre jugement, déclarez-le&nbsp;: vous ne participerez pas à ce
        scrutin.
      </P>
      <Action label="Voir le dossier et voter" href={link('panel')} />
    </>
  ),
})
