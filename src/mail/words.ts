/** The capacities in which an organisation joins. */
export type Kind = 'member' | 'partner'

export const AS_KIND: Record<Kind, string> = { member: 'adhérent', partner: 'partenaire' }

/** Who signs, as they are named by their power to. */
export const SIGNATORY: Record<'legal-representative' | 'delegated', string> = {
  'legal-representative': 'Représentant légal',
  delegated: 'Signataire, par délégation',
}

export type MandateRole = 'chair' | 'vice-chair' | 'secretary' | 'treasurer' | 'member'

export const MANDATE_ROLE: Record<MandateRole, string> = {
  chair: 'présidence',
  'vice-chair': 'vice-présidence',
  secretary: 'secrétariat de l’instance',
  treasurer: 'trésorerie',
  member: 'membre',
}

/** A publication that engages the association. */
export type AdoptedKind = 'position' | 'report' | 'statement'

export const PUBLICATION_KIND: Record<AdoptedKind, string> = {
  position: 'note de position',
  report: 'rapport d’analyse',
  statement: 'communiqué',
}

/** A count with its noun; French counts 0 and 1 in the singular. */
export function count(n: number, one: string, many: string): string {
  return `${n}\u00a0${n < 2 ? one : many}`
}
