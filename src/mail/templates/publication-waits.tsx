import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import { PUBLICATION_KIND, type AdoptedKind } from '../words.ts'

export type PublicationWaitsData = {
  title: string
  kind: AdoptedKind
  /** The statement that the recipient is asked for. */
  asks: 'approval' | 'opinion'
  /** Name of the editor who asks. */
  by: string
}

const ASKS: Record<PublicationWaitsData['asks'], { subject: string; summary: string; action: string }> = {
  approval: {
    subject: 'Une publication attend votre approbation',
    summary: 'Elle ne paraît que si une personne d’une instance où vous siégez approuve son contenu exact.',
    action: 'Lire et approuver',
  },
  opinion: {
    subject: 'Une publication attend votre avis',
    summary: 'La rédaction demande l’avis de l’instance de relecture où vous siégez sur son contenu exact.',
    action: 'Lire et rendre un avis',
  },
}

/** Asks those who may adopt or review a publication to do so. */
export const publicationWaits = defineMail<PublicationWaitsData>()({
  label: 'Publication soumise aux instances',
  audience: 'office',
  typed: [],
  links: ['panel'],
  subject: ({ asks }) => ASKS[asks].subject,
  heading: ({ asks }) => ASKS[asks].subject,
  summary: ({ asks }) => ASKS[asks].summary,
  Body: ({ data, link }) => (
    <>
      <P>{ASKS[data.asks].summary}</P>
      <Facts
        facts={[
          ['Titre', <strong key="title">{data.title}</strong>],
          ['Nature', PUBLICATION_KIND[data.kind]],
          ['Demandé par', data.by],
        ]}
      />
      <P>Si le contenu change avant que vous le lisiez, c’est le nouveau que vous verrez.</P>
      <Action label={ASKS[data.asks].action} href={link('panel')} />
    </>
  ),
})
