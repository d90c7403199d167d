import type { Payload } from 'payload'
import { unitOfWork } from '../db/unit-of-work.ts'
import { accountExists } from './account-errors.ts'
import { accountByEmail, NO_INVITATION, openPasswordChoice } from './accounts.ts'

/**
 * Makes an administrator whose password nobody knows, and opens the choice of one.
 * @returns the path of the page where it is chosen (it holds a token: to be shown once, never kept), and until when
 * @throws DomainError 409 `account-exists`
 */
export function createAdmin(payload: Payload, { name, email }: { name: string; email: string }): Promise<{ path: string; expiresAt: Date }> {
  return unitOfWork(payload, async (unit) => {
    const { req } = unit
    if (await accountByEmail(payload, email, req)) throw accountExists(email)
    const { id } = await payload.create({
      collection: 'users', data: { name, email, roles: ['admin'] }, context: { [NO_INVITATION]: true }, depth: 0, overrideAccess: true, req,
    })
    const { token, expiresAt } = await openPasswordChoice(unit, id)
    return { path: `${payload.config.routes.admin}/reset/${token}`, expiresAt }
  })
}
