/** What a staff account may do by itself. The right to vote is none of these: a mandate gives it. */
export const ROLES = ['editor', 'secretariat', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Record<Role, string> = {
  editor: 'Rédaction',
  secretariat: 'Secrétariat',
  admin: 'Administration',
}
