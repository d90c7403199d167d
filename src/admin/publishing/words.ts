import type { Ending } from '../../scheduling/schedulable.ts'

export const SCHEDULE = {
  title: 'Publication programmée',
  planned: (moment: string) =>
    `Cette version sera publiée le ${moment}. Si vous la modifiez d’ici là, la programmation est annulée.`,
  none: 'Rien n’est programmé\u00a0: cette version se publie par le bouton, ou au moment que vous choisissez ici.',
  saveFirst: 'Enregistrez d’abord vos changements pour programmer leur publication.',
  upToDate: 'La version la plus récente est publiée.',
  another: 'Choisir un autre moment',
  state: '',
  at: 'Date et heure de publication',
  atHelp: 'À l’heure de Paris.',
} as const

/** Why what was planned for a moment did not come about. */
export const ENDING_SENTENCES: Readonly<Record<Ending, (moment: string) => string | null>> = {
  edited: (moment) => `La publication prévue le ${moment} a été annulée\u00a0: le contenu a été modifié depuis.`,
  'by-hand': () => null,
  'not-an-editor': (moment) =>
    `La publication prévue le ${moment} n’a pas eu lieu\u00a0: la personne qui l’avait programmée n’est plus de la rédaction.`,
  refused: (moment) => `La publication prévue le ${moment} n’a pas pu avoir lieu.`,
  gone: () => null,
}

export const SCHEDULE_ACTIONS = {
  schedule: {
    button: 'Programmer la publication',
    title: 'Programmer la publication',
    consequence: 'La version enregistrée maintenant sera publiée à ce moment, telle quelle.',
    confirm: 'Programmer la publication',
    done: 'La publication est programmée.',
  },
  unschedule: {
    button: 'Annuler la programmation',
    title: 'Annuler la programmation',
    consequence: 'Rien ne sera publié sans vous\u00a0: cette version reste un brouillon.',
    confirm: 'Annuler la programmation',
    done: 'La programmation est annulée.',
  },
} as const
