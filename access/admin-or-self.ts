import type { PayloadRequest, Where } from 'payload'
import { hasRole, staff } from './actors.ts'

/** Administrators, and everybody their own account. */
export const adminOrSelf = ({ req }: { req: PayloadRequest }): boolean | Where => {
  if (hasRole(req, 'admin')) return true
  const user = staff(req)
  return user ? { id: { equals: user.id } } : false
}
