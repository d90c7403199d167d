import { MANDATE_ROLES, type MandateRole } from './mandate-facts.ts'

export const MANDATE_ROLE_LABELS: Record<MandateRole, string> = {
  chair: 'Présidence',
  'vice-chair': 'Vice-présidence',
  secretary: 'Secrétariat de l’instance',
  treasurer: 'Trésorerie',
  member: 'Membre',
}

/** Whether a text names a role in a body. */
export const isMandateRole = (value: unknown): value is MandateRole => MANDATE_ROLES.some((role) => role === value)
