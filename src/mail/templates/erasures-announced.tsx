import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import { count } from '../words.ts'

export type ErasuresAnnouncedData = {
  count: number
  /** The first fifty of them. */
  references: string
  /** The first day on which any of them may be erased. */
  from: string
}

/** Tells the secretariat, a month before, whose data will be erased. */
export const erasuresAnnounced = defineMail<ErasuresAnnouncedData>()({
  label: 'Effacements à venir',
  audience: 'office',
  typed: [],
  links: ['panel'],
  subject: ({ count: many }) => `Effacements à venir\u00a0: ${count(many, 'demande', 'demandes')}`,
  heading: () => 'Des données arrivent au terme de leur conservation',
  summary: ({ from }) => `Elles seront effacées à partir du ${formatDay(from)}.`,
  Body: ({ data, link }) => (
    <>
      <P>
        Les données personnelles de {count(data.count, 'demande close', 'demandes closes')} arrivent au terme de leur
        conservation. Elles seront effacées, chacune à son terme et au plus tôt le {formatDay(data.from)}. La référence,
        les dates et la décision restent.
      </P>
      <Facts facts={[['Références', data.references]]} />
      <P>Si l’une d’elles doit être rouverte, faites-le avant.</P>
      <Action label="Voir les demandes" href={link('panel')} />
    </>
  ),
})
