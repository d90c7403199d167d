import type { Payload } from 'payload'
import { findFirst } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { accountExists } from '../governance/account-errors.ts'
import { accountByEmail } from '../governance/accounts.ts'
import { NO_INVITATION, openPasswordChoice } from '../governance/password-choice.ts'
import { rolesInWords } from '../governance/roles.ts'
import { secretariatUnit } from '../record/second-person.ts'
import { BY_OPERATOR } from './governor.ts'
import { oweNotice } from '../governance/notices.ts'

/**
 * Makes an administrator whose password nobody knows, and opens the choice of one. Where there are accounts already, all
 * who hear of a role that is given hear of this one: it was given past the two.
 * @returns the path of the page where it is chosen (it holds a token: to be shown once, never kept), and until when
 * @throws DomainError 409 `account-exists`
 */
export function createAdmin(
  payload: Payload,
  { name, email }: { name: string; email: string },
): Promise<{ path: string; expiresAt: Date }> {
  return secretariatUnit(payload, async (unit) => {
    const { req } = unit
    if (await accountByEmail(payload, email, req)) throw accountExists(email)
    const isFirst = !(await hasAccounts(unit))
    const account = await payload.create({
      collection: 'users',
      data: { name, email, roles: ['admin'] },
      context: { [NO_INVITATION]: true },
      depth: 0,
      overrideAccess: true,
      req,
    })
    if (!isFirst)
      await oweNotice(unit, 'account-changed', {
        account,
        news: {
          what: 'admin-created',
          before: null,
          after: rolesInWords(['admin']),
          by: BY_OPERATOR,
          confirmedBy: null,
          reason: '',
        },
      })
    const { token, expiresAt } = await openPasswordChoice(unit, account.id)
    return { path: `${payload.config.routes.admin}/reset/${token}`, expiresAt }
  })
}

async function hasAccounts({ payload, req }: UnitOfWork): Promise<boolean> {
  return (await findFirst({ payload, req }, 'users')) !== null
}
