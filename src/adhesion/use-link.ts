import type { Payload } from 'payload'
import { closeBallot } from './close-ballot.ts'
import type { ReadLink } from './open-link.ts'
import { proveAddress } from './proof.ts'

/**
 * Somebody uses a live link of a file, whatever becomes of what they ask: the address that it was sent to is proven. Where
 * it is a Bureau member's, who must not judge the file then, the open round is counted anew without them.
 */
export async function useLink(
  payload: Payload,
  { id, capability }: Pick<ReadLink, 'id' | 'capability'>,
): Promise<void> {
  if (!(await proveAddress(payload, id, capability))) return
  const adhesion = await payload.findByID({
    collection: 'adhesions',
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  })
  if (adhesion?.status === 'before-bureau') await closeBallot(payload, id, { anew: true })
}
