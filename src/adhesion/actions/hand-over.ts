import type { Payload } from 'payload'
import { inTurn } from '../../db/in-turn.ts'
import { unitOfWork } from '../../db/unit-of-work.ts'
import { SYSTEM } from '../lifecycle/actor.ts'
import { nameOf, RELEASE } from './claim.ts'
import { takeInHand } from '../lifecycle/on-file.ts'
import { idOf } from '../../lib/ids.ts'
import { OPEN_STATES } from '../lifecycle/states.ts'

/**
 * Leaves to their colleagues the open files that an account had claimed: it is suspended, or no longer of the
 * secretariat. Each is a unit of work of its own, and done again harmlessly.
 * @returns how many there were
 */
export async function handOver(payload: Payload, account: string): Promise<number> {
  const { docs } = await payload.find({
    collection: 'adhesions',
    where: { and: [{ claimedBy: { equals: account } }, { status: { in: [...OPEN_STATES] } }] },
    select: { reference: true },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
  })
  for (const { id } of docs) {
    await inTurn(payload, id, () =>
      unitOfWork(payload, async (unit) => {
        const file = await takeInHand(unit, id, SYSTEM, RELEASE)
        if (idOf(file.adhesion.claimedBy) !== account) return
        await payload.db.updateOne({
          collection: 'adhesions',
          id,
          data: { claimedBy: null, claimedAt: null },
          req: unit.req,
          returning: false,
        })
        await file.record('released', { previousId: account, previous: await nameOf(file, account) })
      }),
    )
  }
  return docs.length
}
