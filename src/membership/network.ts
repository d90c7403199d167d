import type { Payload } from 'payload'
import { findById, type ReadContext } from '../db/find.ts'
import { wrongInput } from '../input/issue.ts'
import { idOf } from '../lib/ids.ts'
import type { Member } from '../payload-types.ts'
import { recordFact } from '../record/journal.ts'
import { clerkFacts, nothingPending, secretariatUnit, takeInHand, type Clerk } from '../record/second-person.ts'
import { membershipEnded } from './errors.ts'
import { isCurrent } from './statuses.ts'

/** Networks above one another that are followed: a federation of federations has two. */
const MOST_ABOVE = 10

/** Refuses a network that is the member itself, or that the member federates. @throws DomainError 400 `own-network` */
export async function refuseOwnNetwork(context: ReadContext, member: string, network: string): Promise<void> {
  let above: string | null = network
  for (let steps = 0; above !== null && steps < MOST_ABOVE; steps += 1) {
    if (above === member) throw wrongInput('network', 'own-network')
    above = idOf((await findById(context, 'members', above))?.network)
  }
}

type Act = { id: string; clerk: Clerk }

/**
 * Makes the federation that applied for a member its network.
 * @throws DomainError 404; 409 `nothing-pending`, `membership-ended` of the member or of the federation; 400 `own-network`
 */
export function confirmNetwork(payload: Payload, { id, clerk }: Act): Promise<Member> {
  return secretariatUnit(payload, async (unit) => {
    const member = await takeInHand(unit, 'members', id)
    const network = idOf(member.networkProposed)
    if (network === null) throw nothingPending()
    const federation = await findById(unit, 'members', network)
    if (!isCurrent(member.status) || !federation || !isCurrent(federation.status)) throw membershipEnded()
    await refuseOwnNetwork(unit, id, network)
    const data = { network, networkProposed: null }
    await payload.db.updateOne({ collection: 'members', id, data, req: unit.req, returning: false })
    await recordFact(unit, {
      subject: `member:${id}`,
      type: 'member-network-confirmed',
      actor: clerkFacts(clerk),
      evidence: { network, name: federation.legalName, previous: idOf(member.network) },
    })
    return { ...member, ...data }
  })
}

/** Drops the network that was proposed for a member. @throws DomainError 404; 409 `nothing-pending` */
export function discardNetwork(payload: Payload, { id, clerk, reason }: Act & { reason: string }): Promise<Member> {
  return secretariatUnit(payload, async (unit) => {
    const member = await takeInHand(unit, 'members', id)
    const network = idOf(member.networkProposed)
    if (network === null) throw nothingPending()
    const data = { networkProposed: null }
    await payload.db.updateOne({ collection: 'members', id, data, req: unit.req, returning: false })
    await recordFact(unit, {
      subject: `member:${id}`,
      type: 'member-network-discarded',
      actor: clerkFacts(clerk),
      evidence: { network, reason },
    })
    return { ...member, ...data }
  })
}
