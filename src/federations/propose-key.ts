import type { Payload } from 'payload'
import type { Governor } from '../accounts/governor.ts'
import { findById } from '../db/find.ts'
import { issueAt, invalidInput } from '../input/issue.ts'
import { now } from '../lib/clock.ts'
import { addParisMonths, endOfParisDay, type Day } from '../lib/dates.ts'
import type { ApiKey } from '../payload-types.ts'
import { secretariatUnit } from '../record/second-person.ts'
import { isActive } from './federation.ts'
import { federationNotCurrent } from './key-errors.ts'
import { tellOfKey } from './key-notices.ts'
import type { Scope } from './scopes.ts'

/** A key as somebody asks for it. */
export type KeyAsked = {
  label: string
  member: string
  contact: { firstName: string; lastName: string; email: string }
  scopes: readonly Scope[]
  /** Its last day in Paris; by default a year from now. */
  expiresOn?: Day | undefined
  reason: string
}

const MONTHS = 12

/**
 * Proposes a key for a federation: nothing opens until another of those entitled confirms.
 * @throws DomainError 400 `unknown-reference` at `member`; 409 `federation-not-current`
 */
export function proposeKey(
  payload: Payload,
  { governor, reason, expiresOn, scopes, ...asked }: KeyAsked & { governor: Governor },
): Promise<ApiKey> {
  return secretariatUnit(payload, async (unit) => {
    const member = await findById(unit, 'members', asked.member)
    if (!member) throw invalidInput([issueAt('member', 'unknown-member')])
    if (!isActive(member)) throw federationNotCurrent()
    const key = await payload.create({
      collection: 'api-keys',
      data: {
        ...asked,
        scopes: [...new Set(scopes)],
        expiresAt: (expiresOn === undefined ? addParisMonths(now(), MONTHS) : endOfParisDay(expiresOn)).toISOString(),
        confirmed: false,
        enteredBy: governor.id,
        proposedAs: governor.office,
        reason,
        rev: 0,
      },
      depth: 0,
      overrideAccess: true,
      req: unit.req,
    })
    await tellOfKey(unit, { what: 'proposed', key: { ...key, rev: 0 }, member, governor, reason })
    return key
  })
}
