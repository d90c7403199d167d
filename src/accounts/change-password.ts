import type { Payload } from 'payload'
import { unitOfWork } from '../db/unit-of-work.ts'
import type { User } from '../payload-types.ts'
import { wakeSender } from '../record/wake.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { hashPassword, type PasswordHash } from '../security/password-hash.ts'
import { reauthenticate, type Proof } from '../security/reauthenticate.ts'
import { checkPasswordChosen } from './check-password-chosen.ts'
import { endSessionsOf } from './sessions.ts'
import { oweNotice } from '../governance/notices.ts'
import { now } from '../lib/clock.ts'

/**
 * The hash of a password that somebody chooses for themselves, proved by the present one or by a code. A second of a
 * core in all: to be called before any transaction.
 * @throws DomainError 403 `present-password-needed`, `wrong-present-password`; 429 `too-many-requests`; 400 `password-…`; 503 `busy`
 */
export async function ownPassword(
  payload: Payload,
  account: Pick<User, 'id' | 'name' | 'email'>,
  { password, proof }: { password: string; proof: Proof },
): Promise<PasswordHash> {
  await reauthenticate(payload, account.id, proof)
  await checkPasswordChosen(payload, password, account)
  return hashPassword(password)
}

type Changed = { hashed: PasswordHash; sid: string | null; ip: string | null; userAgent: string | null }

/** Gives an account its new password: it is signed in nowhere else any more, and its holder is told. @param sid of the session that goes on */
export async function setOwnPassword(
  payload: Payload,
  account: Pick<User, 'id' | 'email'>,
  { hashed, sid, ip, userAgent }: Changed,
): Promise<void> {
  const { id } = account
  await unitOfWork(payload, async (unit) => {
    // A link to choose a password that was sent before would undo this one.
    await payload.db.updateOne({
      collection: 'users',
      id,
      data: { ...hashed, resetPasswordToken: null, resetPasswordExpiration: null },
      req: unit.req,
      returning: false,
    })
    await endSessionsOf(unit, id, sid === null ? {} : { but: sid })
    await oweNotice(unit, 'password-changed', { account, at: now().toISOString() })
    await noteSecurityEvent(payload, { type: 'password-changed', account: id, by: id, ip, userAgent }, unit.req)
  })
  wakeSender(payload)
}
