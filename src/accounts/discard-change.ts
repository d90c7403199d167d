import type { Payload } from 'payload'
import type { User } from '../payload-types.ts'
import { revokeCapabilities } from '../record/capabilities.ts'
import { nothingPending, secretariatUnit, takeInHand, type Clerk } from '../record/second-person.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { type SecurityEventType } from '../security/events.ts'
import type { AccountChange } from './change.ts'
import { notOwnAccount } from './change-errors.ts'
import { waitingOn } from './governor.ts'

const EVENTS: Readonly<Record<AccountChange['kind'], SecurityEventType>> = {
  roles: 'role-discarded',
  name: 'name-discarded',
  email: 'email-change-discarded',
  reinstatement: 'reinstatement-discarded',
}

type Input = { id: string; by: Clerk & { ip?: string | null; userAgent?: string | null }; reason: string }

/**
 * Drops what waits on an account; the link to a new address then opens nothing. One's own account is for others, but
 * for an address that one asked for oneself.
 * @throws DomainError 403 `not-for-oneself`; 404; 409 `nothing-pending`
 */
export function discardAccountChange(payload: Payload, { id, by, reason }: Input): Promise<User> {
  return secretariatUnit(payload, async (unit) => {
    const account = await takeInHand(unit, 'users', id)
    const waiting = waitingOn(account)
    if (id === by.id && waiting?.proposedBy !== by.id) throw notOwnAccount()
    if (!waiting) throw nothingPending()
    await payload.db.updateOne({ collection: 'users', id, data: { pending: null }, req: unit.req, returning: false })
    await revokeCapabilities(unit, { subject: `account:${id}`, purpose: 'confirm-email' })
    await noteSecurityEvent(
      payload,
      {
        type: EVENTS[waiting.change.kind],
        account: id,
        by: by.id,
        ip: by.ip ?? null,
        userAgent: by.userAgent ?? null,
        data: { reason },
      },
      unit.req,
    )
    return { ...account, pending: null }
  })
}
