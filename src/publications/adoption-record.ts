import type { Payload } from 'payload'
import { namesById } from '../db/find.ts'
import { idOf } from '../lib/ids.ts'
import { parisDay, type Day } from '../lib/dates.ts'
import { needsApproval, needsOpinion, type Opinion, type PublicationKind } from './rules.ts'
import { approvalsAndOpinions } from './approvals.ts'

/** What anybody may know of how a content was adopted and reviewed: bodies and days, and no names. */
export type AdoptionRecord = {
  adopted: { body: string; day: Day }[]
  opinions: { body: string; day: Day; opinion: Opinion; comments: string | null }[]
  /** Whether it was adopted as needing no opinion, and none was given since. */
  withoutOpinion: boolean
}

/** How one exact content of a publication was adopted and reviewed, in order; empty for kinds that need no approval. */
export async function adoptionRecord(
  payload: Payload,
  { id, kind, contentHash }: { id: string; kind: PublicationKind; contentHash: string },
): Promise<AdoptionRecord> {
  if (!needsApproval(kind)) return { adopted: [], opinions: [], withoutOpinion: false }
  const { approvals, opinions } = await approvalsAndOpinions({ payload }, id, contentHash)
  const names = await namesById(
    { payload },
    'governance-bodies',
    [...approvals, ...opinions].map(({ body }) => idOf(body)),
  )
  const name = (body: Parameters<typeof idOf>[0]): string => names.get(idOf(body) ?? '') ?? ''
  const day = ({ at }: { at: string }): Day => parisDay(new Date(at))
  const first = approvals.filter(
    ({ body }, place) => approvals.findIndex((other) => idOf(other.body) === idOf(body)) === place,
  )
  return {
    adopted: first.map((approval) => ({ body: name(approval.body), day: day(approval) })),
    opinions: opinions.map((given) => ({
      body: name(given.body),
      day: day(given),
      opinion: given.opinion,
      comments: given.comments || null,
    })),
    withoutOpinion:
      needsOpinion(kind) && opinions.length === 0 && approvals.some(({ withoutOpinion }) => withoutOpinion),
  }
}
