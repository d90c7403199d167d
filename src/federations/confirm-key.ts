import type { Payload } from 'payload'
import { checkProposer, refuseAsSecond, type Governor } from '../accounts/governor.ts'
import type { Office } from '../accounts/offices.ts'
import { now } from '../lib/clock.ts'
import { idOf } from '../lib/ids.ts'
import type { ApiKey } from '../payload-types.ts'
import { nothingPending, secretariatUnit, takeInHand } from '../record/second-person.ts'
import { activeMember } from './federation.ts'
import { alreadyRevoked, federationNotCurrent, keyExpired } from './key-errors.ts'
import { stateOfKey } from './key-in-use.ts'
import { tellOfKey } from './key-notices.ts'
import { hashOfKey, newKey } from './key-text.ts'

/** Who proposed a key, in which office. */
export function proposalOf({ proposedAs, enteredBy }: Pick<ApiKey, 'proposedAs' | 'enteredBy'>): {
  change: { as: Office }
  proposedBy: string
} {
  return { change: { as: proposedAs }, proposedBy: idOf(enteredBy) ?? '' }
}

/**
 * Confirms a key that another of those entitled proposed, and makes it. It is given back once, here: the database holds
 * its hash.
 * @throws DomainError 403 `second-person-needed`, `secretary-needed`, `new-secretary`; 404; 409 `nothing-pending`,
 * `already-revoked`, `key-expired`, `proposer-not-entitled`, `federation-not-current`
 */
export async function confirmKey(
  payload: Payload,
  { id, governor }: { id: string; governor: Governor },
): Promise<{ key: string; record: ApiKey }> {
  const key = newKey(payload)
  const keyHash = hashOfKey(key)
  return secretariatUnit(payload, async (unit) => {
    const record = await takeInHand(unit, 'api-keys', id)
    // An earlier run of this very unit may have committed unheard.
    if (record.keyHash === keyHash) return { key, record }
    const state = stateOfKey(record)
    if (state === 'revoked') throw alreadyRevoked()
    if (record.confirmed === true) throw nothingPending()
    if (state === 'expired') throw keyExpired()
    const proposal = proposalOf(record)
    refuseAsSecond(governor, proposal)
    await checkProposer(unit, proposal)
    const member = await activeMember(unit, idOf(record.member))
    if (!member) throw federationNotCurrent()
    const data = { confirmed: true, confirmedBy: governor.id, confirmedAt: now().toISOString(), keyHash }
    await payload.db.updateOne({ collection: 'api-keys', id, data, req: unit.req, returning: false })
    await tellOfKey(unit, { what: 'confirmed', key: record, member, governor, reason: record.reason ?? '' })
    return { key, record: { ...record, ...data } }
  })
}
