/** The kinds of publications, each with its name in French and its heading over several. */
export const PUBLICATION_KINDS = {
  position: { one: 'Note de position', many: 'Notes de position' },
  report: { one: 'Rapport d’analyse', many: 'Rapports d’analyse' },
  watch: { one: 'Veille', many: 'Veille' },
  statement: { one: 'Communiqué', many: 'Communiqués' },
  practice: { one: 'Bonne pratique', many: 'Bonnes pratiques' },
} as const

export type PublicationKind = keyof typeof PUBLICATION_KINDS

/** The themes of publications, in the order of the French alphabet. */
export const THEMES = {
  access: 'Accès et inclusion',
  apprenticeship: 'Apprentissage',
  skills: 'Compétences et emploi',
  europe: 'Europe',
  funding: 'Financement',
  digital: 'Numérique',
  quality: 'Qualité et certification',
  territories: 'Territoires',
  transitions: 'Transitions',
} as const

export type Theme = keyof typeof THEMES
