/** The papers of the association, each kind with its name in French. */
export const DOCUMENT_KINDS = {
  statutes: 'Statuts',
  rules: 'Règlement',
  accounts: 'Comptes',
  report: 'Rapport',
  minutes: 'Compte rendu',
} as const

/** The readers of a document, as its editor chooses them. */
export const VISIBILITIES = {
  public: 'Tout le monde',
  members: 'Les membres et l’équipe',
  body: 'Une instance',
} as const
