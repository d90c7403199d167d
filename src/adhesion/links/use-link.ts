import type { Payload } from 'payload'
import { findById } from '../../db/find.ts'
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
  const adhesion = await findById({ payload }, 'adhesions', id, { showHiddenFields: true })
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
