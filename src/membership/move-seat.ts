import type { Payload } from 'payload'
import { oweNotice } from '../governance/notices.ts'
import { wrongInput } from '../input/issue.ts'
import type { Member } from '../payload-types.ts'
import { recordFact } from '../record/journal.ts'
import { clerkFacts, secretariatUnit, takeInHand, type Clerk } from '../record/second-person.ts'
import { membershipEnded } from './errors.ts'
import { isCurrent } from './statuses.ts'

type Move = {
  id: string
  clerk: Clerk
  /** The establishment that is the seat now. */
  siret: { siret: string; siren: string }
  /** What says so: an extract of a register, a letter. */
  source: string
}

/**
 * Notes that the seat of a member has moved: another SIRET of the same SIREN, by which it stays the organisation that it
 * is. The journal keeps before and after, and the member is told. The same SIRET again changes nothing.
 * @throws DomainError 400 `siret-of-another` for another SIREN; 404; 409 `membership-ended`, also of one not confirmed yet
 */
export function moveSeat(payload: Payload, { id, clerk, siret: { siret, siren }, source }: Move): Promise<Member> {
  return secretariatUnit(payload, async (unit) => {
    const member = await takeInHand(unit, 'members', id)
    if (!member.confirmed || !isCurrent(member.status)) throw membershipEnded()
    if (member.organisation.siren !== siren) throw wrongInput('siret', 'siret-of-another')
    const previous = member.organisation.siret ?? null
    if (previous === siret) return member
    // The whole row: SQLite writes what holds a list by an upsert, which misses every column left out.
    const data = { ...member, organisation: { ...member.organisation, siret } }
    await unit.payload.db.updateOne({ collection: 'members', id, data, req: unit.req, returning: false })
    await recordFact(unit, {
      subject: `member:${id}`,
      type: 'member-seat-moved',
      actor: clerkFacts(clerk),
      evidence: { siret, previous, source },
    })
    await oweNotice(unit, 'seat-moved', {
      member: id,
      rev: member.rev,
      recipients: [member.representative?.email, member.contact?.email].filter((email) => typeof email === 'string'),
      data: { organisation: member.legalName, siret, previous, source },
    })
    return data
  })
}
