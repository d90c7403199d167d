import type { Payload } from 'payload'
import { unitOfWork, type UnitOfWork } from '../db/unit-of-work.ts'
import type { User } from '../payload-types.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { keyOf } from '../security/keys.ts'
import { deviceCookie, knowsAddress, newDevice, rememberAccount } from '../security/known-device.ts'
import type { Visitor } from './client.ts'
import { accountSuspended } from './errors.ts'
import { openSession, type OpenedSession } from './sessions.ts'
import { oweNotice } from '../governance/notices.ts'
import { now } from '../lib/clock.ts'

/** The result of a sign-in that succeeded: a session, and the cookie by which the device is known from now on. */
export type SignedIn = OpenedSession & { account: User; device: string; enrolling: boolean }

type Passed = {
  account: User
  visitor: Visitor
  /** The means of the sign-in: `password`, `mailed-code`, `passkey`, and the second factor. */
  method: string
  /** Whether the session may do nothing yet but enrol a second factor. */
  enrolling?: boolean
  /** Whether the person has just been told otherwise that something was done. */
  quiet?: boolean
}

/**
 * Opens the session of somebody who proved who they are, notes it, and sends them a word when the device is a new one.
 * @throws DomainError 403 `account-suspended`: told to who proved it, and to nobody else
 */
export async function finishSignIn(
  payload: Payload,
  { account, visitor, method, enrolling = false, quiet = false }: Passed,
): Promise<SignedIn> {
  const facts = { account: account.id, by: account.id, ip: visitor.ip, userAgent: visitor.userAgent }
  if (account.suspended === true) {
    await noteSecurityEvent(payload, { type: 'sign-in-failed', ...facts, data: { code: 'account-suspended' } })
    throw accountSuspended()
  }
  const key = keyOf(payload, 'known-device')
  const known = knowsAddress(key, visitor.device, account.email)
  const seen = { ...visitor, device: visitor.device ?? newDevice() }
  const opened = await unitOfWork(payload, async (unit) => {
    const session = await openSession(unit, account.id, seen, { enrolling })
    if (account.unaccepted === true) await accept(unit, account.id)
    await noteSecurityEvent(payload, { type: 'signed-in', ...facts, data: { method } }, unit.req)
    if (!known) {
      await noteSecurityEvent(payload, { type: 'new-device', ...facts }, unit.req)
      if (!quiet) await oweNotice(unit, 'new-device', { account, at: now().toISOString(), ...visitor })
    }
    return session
  })
  return { ...opened, account, enrolling, device: deviceCookie(key, rememberAccount(key, seen.device, account.email)) }
}

/** Notes that an invitation was accepted: from now on the account is written to as the others are. */
async function accept({ payload, req }: UnitOfWork, id: string): Promise<void> {
  await payload.db.updateOne({ collection: 'users', id, data: { unaccepted: false }, req, returning: false })
  await noteSecurityEvent(payload, { type: 'account-accepted', account: id, by: id }, req)
}
