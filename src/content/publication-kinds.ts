/** What the association publishes, each with its name in French and as the heading of several. */
export const PUBLICATION_KINDS = {
  position: { one: 'Note de position', many: 'Notes de position' },
  report: { one: 'Rapport d’analyse', many: 'Rapports d’analyse' },
  watch: { one: 'Veille', many: 'Veille' },
  statement: { one: 'Communiqué', many: 'Communiqués' },
  practice: { one: 'Bonne pratique', many: 'Bonnes pratiques' },
} as const

export type PublicationKind = keyof typeof PUBLICATION_KINDS

/** What publications are about. */
export const THEMES = {
  access: 'Accès et inclusion',
  apprenticeship: 'Apprentissage',
  digital: 'Numérique',
  europe: 'Europe',
  funding: 'Financement',
  quality: 'Qualité et certification',
  skills: 'Compétences et emploi',
  territories: 'Territoires',
  transitions: 'Transitions',
} as const

export type Theme = keyof typeof THEMES
