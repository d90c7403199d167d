import type { Payload } from 'payload'
import { now } from '../lib/clock.ts'
import type { User } from '../payload-types.ts'
import { revokeCapabilities } from '../record/capabilities.ts'
import { secretariatUnit, takeInHand } from '../record/second-person.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { alreadySuspended } from './change-errors.ts'
import { refuseOwnAccount, type Governor } from './governor.ts'
import { endSessionsOf } from './sessions.ts'
import { oweNotice } from '../governance/notices.ts'

/**
 * Suspends an account at once: its sessions end, nobody signs in to it, its links open nothing, what waits on it is
 * dropped. Mandates stay: they are the person's.
 * @throws DomainError 403 `not-for-oneself`; 404; 409 `already-suspended`
 */
export function suspendAccount(
  payload: Payload,
  { id, governor, reason }: { id: string; governor: Governor; reason: string },
): Promise<User> {
  return secretariatUnit(payload, async (unit) => {
    const account = await takeInHand(unit, 'users', id)
    refuseOwnAccount(governor, id)
    if (account.suspended === true) throw alreadySuspended()
    const suspension = { reason, by: governor.id, byName: governor.name, at: now().toISOString() }
    const data = { suspended: true, suspension, pending: null, resetPasswordToken: null, resetPasswordExpiration: null }
    await payload.db.updateOne({ collection: 'users', id, data, req: unit.req, returning: false })
    await endSessionsOf(unit, id)
    await revokeCapabilities(unit, { subject: `account:${id}` })
    await noteSecurityEvent(
      payload,
      {
        type: 'account-suspended',
        account: id,
        by: governor.id,
        ip: governor.ip ?? null,
        userAgent: governor.userAgent ?? null,
        data: { reason },
      },
      unit.req,
    )
    await oweNotice(unit, 'account-changed', {
      account,
      news: {
        what: 'suspended',
        before: null,
        after: null,
        by: governor.name,
        confirmedBy: null,
        reason,
      },
    })
    return { ...account, suspended: true, suspension, pending: null }
  })
}
