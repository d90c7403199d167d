import type { Payload, PayloadRequest, Where } from 'payload'
import { findFirst } from '../db/find.ts'
import type { Day } from '../lib/dates.ts'
import type { Member } from '../payload-types.ts'

/** The organisation that is a member today under an identifier, whatever its kind, or null. */
export async function currentMemberByIdentifier(
  payload: Payload,
  identifierKey: string,
  req?: PayloadRequest,
): Promise<Member | null> {
  return findFirst({ payload, req }, 'members', { where: { slot: { equals: identifierKey } } })
}

/** The slot of an organisation that is a member no longer. */
export const releasedSlot = (memberId: string): string => `released:${memberId}`

/** The slot of an organisation that was entered and waits for its confirmation. */
export const enteredSlot = (identifierKey: string): string => `entered:${identifierKey}`

/** Who was a member on a day: from the first day to the last, both included; what was entered and not confirmed never was. */
export const memberOn = (day: Day): Where => ({
  and: [
    { confirmed: { equals: true } },
    { effectiveOn: { less_than_equal: day } },
    { or: [{ endedOn: { exists: false } }, { endedOn: { greater_than_equal: day } }] },
  ],
})
