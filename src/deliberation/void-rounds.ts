import { findAll } from '../db/find.ts'
import type { Round } from '../payload-types.ts'
import type { SubjectInHand } from './in-hand.ts'

/** Voids whatever round of a subject has not ended: online, suspended, or a session's record that nobody confirmed. */
export async function voidRounds(held: SubjectInHand, reason: string): Promise<void> {
  for (const { id } of await roundsThatAre(held, ['open', 'suspended', 'awaiting-confirmation']))
    await voidRound(held, id, reason)
}

/** Voids one round, which says why. */
export const voidRound = (
  { unit: { payload, req }, at }: SubjectInHand,
  id: string,
  reason: string,
): Promise<unknown> =>
  payload.db.updateOne({
    collection: 'rounds',
    id,
    data: { status: 'void', voidReason: reason, closedAt: at.toISOString() },
    req,
  })

/** The rounds of a subject that stand in one of some states. */
export const roundsThatAre = ({ unit, subject }: SubjectInHand, states: Round['status'][]): Promise<Round[]> =>
  findAll(unit, 'rounds', { where: { subject: { equals: subject }, status: { in: states } } })
