import type { Role } from '../src/governance/roles.ts'

/** Keeps a collection or a global out of the panel of those for whom it means nothing. It gives and takes no right. */
export const hiddenButFrom =
  (role: Role) =>
  ({ user }: { user: object | null }): boolean => {
    const roles: unknown = user && 'roles' in user ? user.roles : null
    return !(Array.isArray(roles) && roles.includes(role))
  }
