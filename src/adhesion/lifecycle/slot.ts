import { foldEmail } from '../../lib/fold.ts'
import { sha256 } from '../../lib/hash.ts'
import type { Case } from './action.ts'

/**
 * The slot that an application holds before its signature: one for each organisation and representative, so that a
 * stranger's submission stands in nobody's way. The address is hashed: a slot may show where an e-mail may not.
 */
export function unsignedSlot(identifierKey: string, representativeEmail: string): string {
  return `unsigned:${identifierKey}:${sha256(foldEmail(representativeEmail))}`
}

/** The slot of an application that has ended: it no longer stands in anybody's way. */
export const releasedSlot = (adhesionId: string): string => `released:${adhesionId}`

/** Whether another application than this one holds a slot. */
export async function isTaken({ payload, req }: Case['unit'], slot: string, adhesionId: string): Promise<boolean> {
  const { docs } = await payload.find({
    collection: 'adhesions',
    where: { and: [{ slot: { equals: slot } }, { id: { not_equals: adhesionId } }] },
    select: { slot: true },
    limit: 1,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return docs.length > 0
}
