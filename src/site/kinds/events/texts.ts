import { fr } from '../../../content/typography.ts'

export const EVENT_TEXTS = {
  list: {
    title: 'Événements',
    lead: 'Conférences en région, auditions ouvertes au public, assemblées et webinaires.',
    coming: 'À venir',
    past: 'Passés',
    noneComing: 'Aucun rendez-vous n’est annoncé pour le moment.',
    noneComingHere: 'Aucun rendez-vous à venir ne correspond.',
    noneFound: 'Aucun événement ne correspond',
    fewer: 'Essayez avec moins de critères.',
    filter: 'Choisir parmi les événements',
    kind: 'Nature',
    region: 'Région',
    year: 'Année',
    allKinds: 'Toutes',
    allRegions: 'Toutes',
    allYears: 'Toutes',
    submit: 'Afficher',
    reset: 'Voir tous les événements',
    feed: 'Suivre les événements (flux Atom)',
  },
  one: {
    when: 'Quand',
    place: 'Lieu',
    link: 'En ligne',
    region: 'Région',
    over: 'Cet événement a eu lieu.',
    calendar: 'Ajouter à mon agenda (fichier .ics)',
    programme: 'Programme',
    speakers: 'Intervenants',
    documents: 'Documents',
    back: 'Tous les événements',
  },
  /** « 3 mars 2026, de 9 h 00 à 17 h 30 (heure de Paris) » */
  sameDay: (day: string, from: string, to: string) => fr`${day}, de ${from} à ${to} (heure de Paris)`,
  twoDays: (from: string, to: string) => fr`du ${from} au ${to} (heure de Paris)`,
} as const
