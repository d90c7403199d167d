import { randomBytes } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { addDays, endOfParisDay, parisDay } from '../lib/dates.ts'
import { oweMessage } from '../record/messages.ts'
import type { User } from '../payload-types.ts'
import { personOfAccount } from './mandates.ts'

/** Says in a request's context that an account's link is handed over otherwise than by e-mail. */
export const NO_INVITATION = 'cpofNoInvitation'

/** Days for which an invitation's link opens the choice of a password. */
export const INVITATION_DAYS = 7

/** Whether an account is the only one left with the role `admin`. */
export async function isLastAdmin(req: PayloadRequest, id: string): Promise<boolean> {
  const { docs } = await req.payload.find({
    collection: 'users', where: { roles: { contains: 'admin' } }, pagination: false, limit: 2, depth: 0, overrideAccess: true, req,
  })
  return docs.length === 1 && docs[0]?.id === id
}

/** Whether an account acts for a person. */
export async function isLinkedToSomebody(req: PayloadRequest, id: string): Promise<boolean> {
  return (await personOfAccount(req.payload, id, req)) !== null
}

/**
 * Opens the choice of a password to the holder of an account, by Payload's own reset token; an earlier link
 * opens nothing any more.
 * @returns when the link ends, and its token: never to be stored or logged
 */
export async function openPasswordChoice(unit: Pick<UnitOfWork, 'payload' | 'req'>, id: string): Promise<{ expiresAt: Date; token: string }> {
  const expiresAt = endOfParisDay(addDays(parisDay(now()), INVITATION_DAYS))
  const token = randomBytes(32).toString('hex')
  await unit.payload.db.updateOne({
    collection: 'users',
    id,
    data: { resetPasswordToken: token, resetPasswordExpiration: expiresAt.toISOString() },
    req: unit.req,
    returning: false,
  })
  return { expiresAt, token }
}

/** Invites the holder of an account by e-mail to choose a password. */
export async function inviteAccount(unit: UnitOfWork, account: Pick<User, 'id' | 'email'>, invitedBy: string): Promise<void> {
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

/** Owes the e-mail with which somebody who forgot chooses another password. */
export async function owePasswordReset(unit: UnitOfWork, account: Pick<User, 'id' | 'email'>, expiresAt: string): Promise<void> {
  await oweMessage(unit, {
    subject: `account:${account.id}`,
    template: 'password-reset',
    key: [expiresAt],
    recipient: account.email,
    data: { account: account.email, expiresAt },
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
