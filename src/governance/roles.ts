/** The roles of a staff account. The right to vote is none of them: a mandate gives it. */
export const ROLES = ['editor', 'secretariat', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Record<Role, string> = {
  editor: 'Rédaction',
  secretariat: 'Secrétariat',
  admin: 'Administration',
}

export const isRole = (value: unknown): value is Role =>
  typeof value === 'string' && ROLES.some((role) => role === value)

/** Roles as a person reads them. */
export const rolesInWords = (roles: readonly Role[]): string =>
  roles.map((role) => ROLE_LABELS[role]).join(', ') || 'aucun'

/** Whether roles are both to keep the accounts and to confirm their rights; the two are never one person's. */
export const isBothAdminAndSecretary = (roles: readonly (string | null)[]): boolean =>
  roles.includes('admin') && roles.includes('secretariat')

type Account = { roles?: readonly string[] | null; suspended?: boolean | null }

/**
 * Whether an account has a role today. A suspended one has none; one that an earlier release made both administrator
 * and secretary administers and no more.
 */
export function holdsRole({ roles, suspended }: Account, role: Role): boolean {
  if (suspended === true || !roles?.includes(role)) return false
  return role !== 'secretariat' || !isBothAdminAndSecretary(roles)
}
