import type { ClientUser } from 'payload'
import type { User } from '../src/payload-types.ts'

type Role = NonNullable<User['roles']>[number]

/** Keeps a collection out of the panel of those for whom it means nothing. It gives and takes no right. */
export const hiddenButFrom =
  (role: Role) =>
  ({ user }: { user: ClientUser | null }): boolean => {
    const roles: unknown = user?.['roles']
    return !(Array.isArray(roles) && roles.includes(role))
  }
