import type { Payload } from 'payload'
import { unitOfWork } from '../../db/unit-of-work.ts'
import { noteForCount } from '../../deliberation/count-anew.ts'
import { wakeSender } from '../../record/wake.ts'
import { closeRound } from '../actions/close-round.ts'
import type { ReadLink } from './read-link.ts'
import { mayProve, proveAddress } from './proof.ts'

/**
 * Somebody uses a live link of a file, whatever becomes of what they ask: the address that it was sent to is proven. Where
 * it is a Bureau member's, who must not judge the file then, the open round is counted anew without them.
 */
export async function useLink(
  payload: Payload,
  { id, capability }: Pick<ReadLink, 'id' | 'capability'>,
): Promise<void> {
  const adhesion = await payload.findByID({
    collection: 'adhesions',
    id,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
    disableErrors: true,
  })
  if (!adhesion || !mayProve(adhesion, capability)) return
  const proven = await unitOfWork(payload, async ({ req }) => {
    if (!(await proveAddress(payload, id, capability, req))) return false
    await noteForCount(payload, req, { subject: { equals: `adhesion:${id}` } })
    return true
  })
  if (!proven) return
  wakeSender(payload)
  if (adhesion.status === 'before-bureau') await closeRound(payload, id)
}
