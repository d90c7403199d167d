import type { Payload } from 'payload'
import { unitOrBusy } from '../db/busy.ts'
import { now } from '../lib/clock.ts'
import type { PublicationApproval } from '../payload-types.ts'
import { recordFact } from '../record/journal.ts'
import { requireSameContent, bodyName, draftOf, speaker, type Statement } from './statement.ts'
import { noApprovalNeeded, notAnAdopter, opinionGiven } from './errors.ts'
import { needsApproval, needsOpinion } from './rules.ts'
import { approvalsAndOpinions, subjectOf } from './approvals.ts'
import { seatOf } from './seat.ts'

/**
 * Approves the exact content of the newest draft for a body that adopts publications. `withoutOpinion` states that it is
 * published without the opinion of the scientific committee; who has approved before may still state it. The same again
 * is answered with what stands.
 * @throws DomainError 403 `not-an-adopter`; 404; 409 `content-changed` with the present hash, `no-approval-needed`, `opinion-given`
 */
export function approve(
  payload: Payload,
  { withoutOpinion, ...act }: Statement & { withoutOpinion: boolean },
): Promise<PublicationApproval> {
  const { id, user, contentHash } = act
  return unitOrBusy(payload, async (unit) => {
    const { req } = unit
    const seat = await seatOf(req, user, 'publication-adoption')
    if (!seat) throw notAnAdopter()
    const draft = await draftOf(unit, id)
    if (!needsApproval(draft.publication.kind)) throw noApprovalNeeded()
    requireSameContent(draft, contentHash)
    const waived = withoutOpinion && needsOpinion(draft.publication.kind)
    const { approvals, opinions } = await approvalsAndOpinions(unit, id, contentHash)
    const mine = approvals.filter(({ person }) => person === seat.person.id)
    const given = mine.find((each) => each.withoutOpinion === true) ?? (waived ? undefined : mine[0])
    if (given) return given
    if (waived && opinions.length > 0) throw opinionGiven(contentHash)
    const approval = await payload.create({
      collection: 'publication-approvals',
      data: {
        subject: subjectOf(id),
        publication: id,
        contentHash,
        person: seat.person.id,
        mandate: seat.mandate,
        body: seat.body,
        withoutOpinion: waived,
        at: now().toISOString(),
      },
      depth: 0,
      overrideAccess: true,
      req,
    })
    await recordFact(unit, {
      subject: subjectOf(id),
      type: 'publication-approved',
      actor: speaker(act, seat),
      evidence: {
        person: seat.person.id,
        mandate: seat.mandate,
        body: await bodyName(unit, seat.body),
        contentHash,
        withoutOpinion: waived,
      },
    })
    return approval
  })
}
