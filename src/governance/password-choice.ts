import { getById } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { addDays, endOfParisDay, parisDay } from '../lib/dates.ts'
import { settingsOf } from '../lib/settings.ts'
import type { User } from '../payload-types.ts'
import { passwordToken, storedToken } from '../security/password-link.ts'
import { oweNotice } from './notices.ts'

/** Says in a request's context that an account's link is handed over otherwise than by e-mail. */
export const NO_INVITATION = 'cpofNoInvitation'

/** Days for which an invitation's link opens the choice of a password. */
const INVITATION_DAYS = 7

/**
 * Opens the choice of a password to the holder of an account; an earlier link opens nothing any more. The token is made
 * from the account and the number of the link; its hash alone is stored.
 * @param expiresAt by default the end of the seventh day
 * @returns when the link ends, and its token: never to be stored or logged
 */
export async function openPasswordChoice(
  unit: Pick<UnitOfWork, 'payload' | 'req'>,
  id: string,
  expiresAt = endOfParisDay(addDays(parisDay(now()), INVITATION_DAYS)),
): Promise<{ expiresAt: Date; token: string }> {
  const { payload, req } = unit
  const before = await getById({ payload, req }, 'users', id, { showHiddenFields: true })
  const version = (before.passwordLinks ?? 0) + 1
  const token = passwordToken(settingsOf(payload).TOKEN_SECRET, { account: id, version })
  await payload.db.updateOne({
    collection: 'users',
    id,
    data: {
      passwordLinks: version,
      resetPasswordToken: storedToken(token),
      resetPasswordExpiration: expiresAt.toISOString(),
    },
    req,
    returning: false,
  })
  return { expiresAt, token }
}

/** Invites the holder of an account by e-mail to choose a password. */
export async function inviteAccount(
  unit: UnitOfWork,
  account: Pick<User, 'id' | 'email'>,
  invitedBy: string,
): Promise<void> {
  const { expiresAt } = await openPasswordChoice(unit, account.id)
  await oweNotice(unit, 'staff-invitation', {
    account,
    invitedBy,
    expiresAt: expiresAt.toISOString(),
    at: now().toISOString(),
  })
}

/** Milliseconds for which the link of who forgot opens the choice of a password. */
const RESET_LASTS = 60 * 60 * 1000

/** Opens the choice of a password to who forgot it, and owes the e-mail with the link. */
export async function sendPasswordReset(unit: UnitOfWork, account: Pick<User, 'id' | 'email'>): Promise<void> {
  const { expiresAt } = await openPasswordChoice(unit, account.id, new Date(now().getTime() + RESET_LASTS))
  await oweNotice(unit, 'password-reset', { account, expiresAt: expiresAt.toISOString() })
}
