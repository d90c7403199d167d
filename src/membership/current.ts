import type { Payload, PayloadRequest } from 'payload'
import { findFirst } from '../db/find.ts'
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
