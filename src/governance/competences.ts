/** The competences of bodies. `adhesion-validation` belongs to one body at a time. */
export const COMPETENCES = ['adhesion-validation', 'publication-review', 'publication-adoption'] as const
export type Competence = (typeof COMPETENCES)[number]

export const COMPETENCE_LABELS: Record<Competence, string> = {
  'adhesion-validation': 'Valider les adhésions',
  'publication-review': 'Relire les publications',
  'publication-adoption': 'Adopter les publications',
}

/** Whether a text names a competence. */
export const isCompetence = (value: unknown): value is Competence => COMPETENCES.some((each) => each === value)

/** The value of a body's unique slot: the competence where the body has it, else one of its own. */
export function validationSlot(competences: unknown, own: string): string {
  return Array.isArray(competences) && competences.includes('adhesion-validation')
    ? 'adhesion-validation'
    : `none:${own}`
}
