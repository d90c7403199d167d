import { fr } from '../../../content/typography.ts'

export const KIND_LABELS = { member: 'Adhérent', partner: 'Partenaire' } as const

export const DIRECTORY_TEXTS = {
  members: {
    title: 'Les membres',
    lead: 'Ils ont signé la charte et parlent ici d’une même voix.',
    search: 'Chercher un membre',
    words: 'Nom ou sigle',
    region: 'Région',
    kind: 'Qualité',
    all: 'Toutes',
    submit: 'Chercher',
    reset: 'Voir tous les membres',
    count: (count: number) => (count === 0 ? 'Aucun membre ne correspond' : count === 1 ? 'Un membre' : fr`${count} membres`),
    inRegion: (count: number) => (count === 0 ? 'aucun membre' : count === 1 ? 'un membre' : fr`${count} membres`),
    none: fr`Essayez un seul mot, ou une autre région.`,
    mapTitle: 'Par région',
    mapHelp: fr`Chaque case est une région, à peu près à sa place.`,
    tableRegion: 'Région',
    tableCount: 'Membres',
  },
  member: {
    eyebrow: 'Membre',
    since: 'Membre depuis le',
    kind: 'Qualité',
    city: 'Commune',
    region: 'Région',
    website: 'Site web',
    back: 'Tous les membres',
  },
  region: {
    eyebrow: 'Région',
    noneTitle: 'Une place à prendre',
    none: 'Aucun membre n’y est encore établi.',
    join: 'Nous rejoindre',
    others: 'Les autres régions',
  },
  bodies: {
    title: 'La gouvernance',
    lead: 'Qui décide, qui propose, qui relit.',
    vacant: 'Personne n’y siège aujourd’hui.',
    more: (name: string) => fr`En savoir plus : ${name}`,
    back: 'Toutes les instances',
    holders: 'Qui y siège aujourd’hui',
    former: 'Mandats achevés depuis moins d’un an',
    role: 'Rôle',
    name: 'Nom',
    since: 'Depuis le',
    until: 'Jusqu’au',
    open: { member: 'Ouverte aux adhérents.', partner: 'Ouverte aux partenaires.', both: 'Ouverte aux adhérents et aux partenaires.' },
  },
} as const
