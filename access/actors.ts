import type { PayloadRequest } from 'payload'
import { isMember } from '../src/deliberation/seat.ts'
import { holdsRole, type Role } from '../src/governance/roles.ts'
import type { User } from '../src/payload-types.ts'

/** The staff account behind a request, or null: accounts of any other collection, and suspended ones, have no rights here. */
export function staff(req: Pick<PayloadRequest, 'user'>): User | null {
  const { user } = req
  return user?.collection === 'users' && user.suspended !== true ? user : null
}

/** Whether the request is made by a staff account with the role. */
export function hasRole(req: Pick<PayloadRequest, 'user'>, role: Role): boolean {
  const user = staff(req)
  return user !== null && holdsRole(user, role)
}

/** Whether the person behind the request holds a mandate in force today in the body that validates adhesions. */
export async function holdsBureauMandate(req: PayloadRequest): Promise<boolean> {
  const user = staff(req)
  return user !== null && isMember(req.payload, req, user.id, 'adhesion-validation')
}
