import type { Payload } from 'payload'
import type { Governor } from '../accounts/governor.ts'
import { findById } from '../db/find.ts'
import { now } from '../lib/clock.ts'
import { idOf } from '../lib/ids.ts'
import type { ApiKey } from '../payload-types.ts'
import { secretariatUnit, takeInHand } from '../record/second-person.ts'
import { alreadyRevoked } from './key-errors.ts'
import { tellOfKey } from './key-notices.ts'
import { revokeWebhooksOf } from './webhooks/change.ts'

/**
 * Revokes a key at once with its webhooks, or discards one that waits for its confirmation: one person is enough to close
 * what two opened.
 * @throws DomainError 404; 409 `already-revoked`
 */
export function revokeKey(
  payload: Payload,
  { id, governor, reason }: { id: string; governor: Governor; reason: string },
): Promise<ApiKey> {
  return secretariatUnit(payload, async (unit) => {
    const record = await takeInHand(unit, 'api-keys', id)
    if (record.revokedAt) throw alreadyRevoked()
    const data = { revokedAt: now().toISOString(), revokedBy: governor.id, revocationReason: reason }
    await payload.db.updateOne({ collection: 'api-keys', id, data, req: unit.req, returning: false })
    await revokeWebhooksOf(unit, id)
    const member = await findById(unit, 'members', idOf(record.member))
    await tellOfKey(unit, { what: 'revoked', key: record, member, governor, reason })
    return { ...record, ...data }
  })
}
