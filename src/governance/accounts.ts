import type { Payload, PayloadRequest } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { addDays, endOfParisDay, parisDay } from '../lib/dates.ts'
import { settingsOf } from '../lib/settings.ts'
import { oweMessage } from '../record/messages.ts'
import type { User } from '../payload-types.ts'
import { passwordToken, storedToken } from '../security/password-link.ts'
import { personOfAccount } from './mandates.ts'
import { holdsRole, type Role } from './roles.ts'

/** Says in a request's context that an account's link is handed over otherwise than by e-mail. */
export const NO_INVITATION = 'cpofNoInvitation'

/** Days for which an invitation's link opens the choice of a password. */
const INVITATION_DAYS = 7

/** The accounts that hold a role and can act: whose holder accepted the invitation, and that are not suspended. */
async function inOffice({ payload, req }: Pick<UnitOfWork, 'payload' | 'req'>, role: Role): Promise<User[]> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { contains: role } },
    sort: 'createdAt',
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs.filter((account) => holdsRole(account, role) && account.unaccepted !== true)
}

/** The secretaries who can act today, the oldest account first. */
export const secretariesInOffice = (unit: Pick<UnitOfWork, 'payload' | 'req'>): Promise<User[]> =>
  inOffice(unit, 'secretariat')

/** Whether an account is the only one left that can administer; of those who have not come yet, the only one there is. */
export async function isLastAdmin(req: PayloadRequest, id: string): Promise<boolean> {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { roles: { contains: 'admin' } },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return (
    docs.some((each) => each.id === id) &&
    !(await inOffice({ payload: req.payload, req }, 'admin')).some((each) => each.id !== id)
  )
}

/** Whether an account acts for a person. */
export async function isLinkedToSomebody(req: PayloadRequest, id: string): Promise<boolean> {
  return (await personOfAccount(req.payload, id, req)) !== null
}

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
  const before = await payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
    req,
  })
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
  await oweMessage(unit, {
    subject: `account:${account.id}`,
    template: 'staff-invitation',
    key: [expiresAt.toISOString(), now().toISOString()],
    recipient: account.email,
    data: { invitedBy, account: account.email, expiresAt: expiresAt.toISOString() },
    links: { password: { passwordOf: account.id } },
  })
}

/** Milliseconds for which the link of who forgot opens the choice of a password. */
const RESET_LASTS = 60 * 60 * 1000

/** Opens the choice of a password to who forgot it, and owes the e-mail with the link. */
export async function sendPasswordReset(unit: UnitOfWork, account: Pick<User, 'id' | 'email'>): Promise<void> {
  const { expiresAt } = await openPasswordChoice(unit, account.id, new Date(now().getTime() + RESET_LASTS))
  await oweMessage(unit, {
    subject: `account:${account.id}`,
    template: 'password-reset',
    key: [expiresAt.toISOString()],
    recipient: account.email,
    data: { account: account.email, expiresAt: expiresAt.toISOString() },
    links: { password: { passwordOf: account.id } },
  })
}

/** An account by its e-mail, or null. */
export async function accountByEmail(payload: Payload, email: string, req?: PayloadRequest): Promise<User | null> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email.toLowerCase().trim() } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
    ...(req ? { req } : {}),
  })
  return docs[0] ?? null
}
