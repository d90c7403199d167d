import { fr } from './typography.ts'
import type { FigureName } from './page-block.ts'

type Texts = {
  figures: Record<FigureName, (count: number) => string>
  asOf: (day: string) => string
  kinds: Record<'member' | 'partner', string>
  nobodySits: string
  /** The words for the general assembly, where nobody is given a seat. */
  allMeet: string
  nobodyListed: string
  nothingPublished: string
  allPublications: string
  nothingComing: string
  allEvents: string
}

/** The words that blocks add to what editors write and the collections hold. */
export const BLOCK_TEXTS: Record<'fr' | 'en', Texts> = {
  fr: {
    figures: {
      members: (count) => (count < 2 ? 'adhérent' : 'adhérents'),
      partners: (count) => (count < 2 ? 'partenaire' : 'partenaires'),
      regions: (count) => (count < 2 ? 'région où nous sommes présents' : 'régions où nous sommes présents'),
    },
    asOf: (day) => fr`Chiffres du ${day}.`,
    kinds: { member: 'Adhérent', partner: 'Partenaire' },
    nobodySits: fr`Personne n’y siège aujourd’hui.`,
    allMeet: fr`Les membres de la Conférence s’y réunissent.`,
    nobodyListed: fr`Aucun membre n’est encore inscrit ici.`,
    nothingPublished: 'La première publication paraîtra ici.',
    allPublications: 'Toutes les publications',
    nothingComing: 'Aucun rendez-vous n’est annoncé pour le moment.',
    allEvents: 'Tous les événements',
  },
  en: {
    figures: {
      members: (count) => (count === 1 ? 'member' : 'members'),
      partners: (count) => (count === 1 ? 'partner' : 'partners'),
      regions: (count) => (count === 1 ? 'region where we are present' : 'regions where we are present'),
    },
    asOf: (day) => `As of ${day}.`,
    kinds: { member: 'Member', partner: 'Partner' },
    nobodySits: 'Nobody sits there today.',
    allMeet: 'The members of the Conference meet there.',
    nobodyListed: 'No member is listed here yet.',
    nothingPublished: 'The first publication will appear here.',
    allPublications: 'All publications (in French)',
    nothingComing: 'Nothing is announced at present.',
    allEvents: 'All events (in French)',
  },
}
