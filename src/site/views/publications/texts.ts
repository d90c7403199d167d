import { fr } from '../../../content/typography.ts'

export const PUBLICATION_TEXTS = {
  list: {
    title: 'Publications',
    lead: 'Nos positions, nos analyses et notre veille, à lire et à citer.',
    filter: 'Choisir parmi les publications',
    kind: 'Nature',
    theme: 'Thème',
    region: 'Région',
    year: 'Année',
    all: 'Toutes',
    allThemes: 'Tous',
    submit: 'Afficher',
    reset: 'Voir toutes les publications',
    count: (count: number) => (count === 0 ? 'Aucune publication ne correspond' : count === 1 ? 'Une publication' : fr`${count} publications`),
    nothing: 'La première publication paraîtra ici.',
    none: fr`Essayez avec moins de critères.`,
    feed: 'Suivre les publications (flux Atom)',
  },
  one: {
    published: 'Publié le',
    authors: 'Auteurs',
    themes: 'Thèmes',
    regions: 'Régions',
    source: 'Source',
    deadline: 'Échéance',
    pdf: 'Télécharger la publication',
    errata: 'Errata',
    erratum: (day: string) => fr`Corrigé le ${day} :`,
    back: 'Toutes les publications',
  },
} as const
