import type { Payload } from 'payload'
import { findFirst } from '../db/find.ts'
import { unitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import type { User } from '../payload-types.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { hashPassword } from '../security/password-hash.ts'
import { storedToken } from '../security/password-link.ts'
import { checkPasswordChosen } from './check-password-chosen.ts'
import type { Visitor } from './client.ts'
import { badToken } from './errors.ts'
import { endSessionsOf } from './sessions.ts'
import { oweNotice } from '../governance/notices.ts'

/**
 * Chooses a password by the token of a link: once, and all sessions of the account end. It signs nobody in.
 * @returns the account
 * @throws DomainError 403 `bad-token`; 400 `password-…`, 503 `busy` (the link stays good)
 */
export async function resetPassword(
  payload: Payload,
  { token, password, visitor }: { token: string; password: string; visitor: Visitor },
): Promise<User> {
  const stored = storedToken(token)
  const account = await accountOfToken(payload, stored)
  if (!account) throw badToken()
  await checkPasswordChosen(payload, password, account)
  const hashed = await hashPassword(password)
  await unitOfWork(payload, async (unit) => {
    const done: unknown = await payload.db.updateOne({
      collection: 'users',
      where: { and: [{ id: { equals: account.id } }, { resetPasswordToken: { equals: stored } }] },
      data: { ...hashed, resetPasswordToken: null, resetPasswordExpiration: now().toISOString() },
      options: { atomic: true },
      req: unit.req,
    })
    if (done === null) throw badToken()
    await endSessionsOf(unit, account.id)
    await oweNotice(unit, 'password-changed', { account, at: now().toISOString() })
    await noteSecurityEvent(
      payload,
      { type: 'password-reset', account: account.id, by: account.id, ip: visitor.ip, userAgent: visitor.userAgent },
      unit.req,
    )
  })
  return account
}

async function accountOfToken(payload: Payload, stored: string): Promise<User | null> {
  return findFirst({ payload }, 'users', {
    where: {
      and: [
        { resetPasswordToken: { equals: stored } },
        { resetPasswordExpiration: { greater_than: now().toISOString() } },
      ],
    },
    showHiddenFields: true,
  })
}
