import type { PayloadRequest } from 'payload'
import { mandatesInForceOf } from '../src/governance/mandates.ts'
import { hasRole, staff } from './actors.ts'

/** Whether the person behind the request is in the chair today of the body that validates adhesions. */
async function inTheChair(req: PayloadRequest): Promise<boolean> {
  const user = staff(req)
  if (!user) return false
  return (await mandatesInForceOf(req, user.id, 'adhesion-validation')).some(({ role }) => role === 'chair')
}

/** Readers of the security journal: the secretariat and the chair. Administrators, whose deeds it tells, are not among them. */
export const securityReaders = async ({ req }: { req: PayloadRequest }): Promise<boolean> =>
  hasRole(req, 'secretariat') || (await inTheChair(req))
