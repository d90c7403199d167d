import type { Payload } from 'payload'
import { unitOrBusy } from '../db/busy.ts'
import { now } from '../lib/clock.ts'
import type { PublicationOpinion } from '../payload-types.ts'
import { recordFact } from '../record/journal.ts'
import { requireSameContent, bodyName, draftOf, speaker, type Statement } from './statement.ts'
import { isAuthor } from './authors.ts'
import { noOpinionNeeded, notAReviewer, otherOpinionGiven, ownPublication } from './errors.ts'
import { needsOpinion, type Opinion } from './rules.ts'
import { approvalsAndOpinions, subjectOf } from './approvals.ts'
import { seatOf } from './seat.ts'

/**
 * Gives the opinion of the scientific committee on the exact content of the newest draft, by one of its members who did
 * not write it. Several members may each give one, and all of them are shown; one given does not change. The same again
 * is answered with what stands.
 * @throws DomainError 403 `not-a-reviewer`, `own-publication`; 404; 409 `content-changed` with the present hash,
 * `no-opinion-needed`, `other-opinion-given`
 */
export function giveOpinion(
  payload: Payload,
  { opinion, comments, ...act }: Statement & { opinion: Opinion; comments: string | null },
): Promise<PublicationOpinion> {
  const { id, user, contentHash } = act
  return unitOrBusy(payload, async (unit) => {
    const { req } = unit
    const seat = await seatOf(req, user, 'publication-review')
    if (!seat) throw notAReviewer()
    const draft = await draftOf(unit, id)
    if (isAuthor(seat.person, draft.publication)) throw ownPublication()
    if (!needsOpinion(draft.publication.kind)) throw noOpinionNeeded()
    requireSameContent(draft, contentHash)
    const { opinions } = await approvalsAndOpinions(unit, id, contentHash)
    const mine = opinions.find(({ person }) => person === seat.person.id)
    if (mine && mine.opinion === opinion && (mine.comments || null) === comments) return mine
    if (mine) throw otherOpinionGiven(contentHash)
    const given = await payload.create({
      collection: 'publication-opinions',
      data: {
        subject: subjectOf(id),
        publication: id,
        contentHash,
        person: seat.person.id,
        mandate: seat.mandate,
        body: seat.body,
        opinion,
        comments,
        at: now().toISOString(),
      },
      depth: 0,
      overrideAccess: true,
      req,
    })
    await recordFact(unit, {
      subject: subjectOf(id),
      type: 'publication-opinion',
      actor: speaker(act, seat),
      evidence: {
        person: seat.person.id,
        mandate: seat.mandate,
        body: await bodyName(unit, seat.body),
        contentHash,
        opinion,
        comments,
      },
    })
    return given
  })
}
