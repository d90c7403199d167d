import { idOf } from '../../lib/ids.ts'
import { isAuthor } from '../../publications/authors.ts'
import { presentState, type PresentState } from '../../publications/present-state.ts'
import { APPROVED_KINDS, needsOpinion, type Missing } from '../../publications/rules.ts'
import { seatOf } from '../../publications/seat.ts'
import { isComplete } from '../../publications/complete.ts'
import { KINDS, WAITING } from '../publications/words.ts'
import { asReader, type Reader } from '../reader.ts'
import { queueOf } from './files.ts'
import type { Queue, QueueItem } from './model.ts'

/** As many as are looked at: each is read whole. */
const MOST = 50

/**
 * What of the publications waits for this person: for those who adopt and review, what lacks their word; for editors,
 * what waits for whom and what may appear. Null for who has no part in them.
 */
export async function publicationQueues(reader: Reader): Promise<Queue[] | null> {
  const { req, user } = reader
  const adopter = await seatOf(req, user, 'publication-adoption')
  const reviewer = await seatOf(req, user, 'publication-review')
  const editor = user.roles?.includes('editor') ?? false
  if (!adopter && !reviewer && !editor) return null
  const drafts = await waitingDrafts(reader)
  const lines = (wanted: (draft: PresentState) => boolean): QueueItem[] => drafts.filter(wanted).map(itemOf)
  const judged = ({ opinions }: PresentState, person: string) => opinions.some((each) => idOf(each.person) === person)
  return [
    ...(adopter
      ? [
          queueOf(
            WAITING.toApprove,
            lines(({ missing }) => missing.includes('approval')),
          ),
        ]
      : []),
    ...(reviewer
      ? [
          queueOf(
            WAITING.toReview,
            lines(
              (draft) =>
                needsOpinion(draft.publication.kind) &&
                draft.missing.includes('opinion') &&
                !judged(draft, reviewer.person.id) &&
                !isAuthor(reviewer.person, draft.publication),
            ),
          ),
        ]
      : []),
    ...(editor
      ? [
          queueOf(
            WAITING.toPublish,
            lines(({ missing }) => missing.length === 0),
          ),
          queueOf(
            WAITING.others,
            lines(({ missing }) => missing.length > 0),
          ),
        ]
      : []),
  ]
}

/** Drafts of what has to be adopted, the longest untouched first; what is only being begun waits for nobody but who writes it. */
async function waitingDrafts(reader: Reader): Promise<PresentState[]> {
  const { docs } = await reader.payload.find({
    collection: 'publications',
    draft: true,
    where: { and: [{ _status: { equals: 'draft' } }, { kind: { in: [...APPROVED_KINDS] } }] },
    sort: 'updatedAt',
    limit: MOST,
    select: { title: true },
    ...asReader(reader),
  })
  const states = await Promise.all(docs.map(({ id }) => presentState(reader, id)))
  return states.filter((state) => state !== null).filter(({ content }) => isComplete(content))
}

function itemOf({ publication: { id, title, kind }, missing }: PresentState): QueueItem {
  const detail = kind === 'position' || kind === 'report' || kind === 'statement' ? KINDS[kind] : ''
  return {
    id,
    href: `/admin/collections/publications/${id}`,
    name: title || WAITING.untitled,
    detail,
    when: whatWaits(missing),
  }
}

function whatWaits(missing: readonly Missing[]): string {
  if (missing.length === 2) return WAITING.both
  const [one] = missing
  return one ? WAITING[one] : WAITING.ready
}
