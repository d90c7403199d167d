import { staff } from '../../../access/actors.ts'
import { publicationInsiders } from '../../../access/publication-readers.ts'
import { approve } from '../../publications/approve.ts'
import { isAuthor } from '../../publications/authors.ts'
import { notAnAdopter, notAReviewer, ownPublication, unknownPublication } from '../../publications/errors.ts'
import { giveOpinion } from '../../publications/give-opinion.ts'
import { OPINIONS } from '../../publications/rules.ts'
import { seatOf, type PublicationCompetence, type Seat } from '../../publications/seat.ts'
import { presentState } from '../../publications/present-state.ts'
import { readDraft } from '../../publications/stored.ts'
import { submit } from '../../publications/submit.ts'
import type { Publication, User } from '../../payload-types.ts'
import { wrongActor } from '../../adhesion/lifecycle/errors.ts'
import { choice, fields, flag, optional, text, textOrNull } from '../../input/fields.ts'
import { issue } from '../../input/issue.ts'
import { together } from '../../input/together.ts'
import { posting, type OwnEndpoint } from '../posting.ts'
import { endpoint, respond, signInFirst, type Ask } from '../respond.ts'
import { LENGTHS } from '../../input/lengths.ts'
import { z } from 'zod'
import { MESSAGE, messageAndSome } from '../description/answer-shapes.ts'
import { saying } from '../description/said.ts'

const HASH = 64

type Caller = {
  user: User
  seat: Seat
  publication: Publication
  act: { id: string; user: User; requestId: string | null }
}

/** Who speaks of what: 401, 403 by mandate before the publication is looked up, then 404. */
async function callerOn(
  { req, client, param }: Pick<Ask, 'req' | 'client' | 'param'>,
  competence: PublicationCompetence,
): Promise<Caller> {
  const user = staff(req)
  if (!user) throw signInFirst()
  const seat = await seatOf(req, user, competence)
  if (!seat) throw competence === 'publication-adoption' ? notAnAdopter() : notAReviewer()
  const draft = await readDraft({ payload: req.payload, req }, param('id'))
  if (!draft) throw unknownPublication()
  return {
    user,
    seat,
    publication: draft.publication,
    act: { id: draft.publication.id, user, requestId: client.requestId },
  }
}

const contentHash = text(HASH)

/** `POST /api/publications/:id/approve { contentHash, withoutOpinion? }` */
const approving = posting(
  '/:id/approve',
  fields({ contentHash, withoutOpinion: optional(flag()) }),
  async ({ body, ...ask }) => {
    const { act } = await callerOn(ask, 'publication-adoption')
    const { withoutOpinion = false, ...given } = await body()
    const doc = await approve(ask.req.payload, { ...act, ...given, withoutOpinion })
    return respond({ message: 'Contenu approuvé.', doc })
  },
)

/** Reservations and a refusal say why. */
const OPINION = together(
  fields({ contentHash, opinion: choice(OPINIONS), comments: textOrNull(LENGTHS.comments, { lines: 'several' }) }),
  ({ opinion, comments }) =>
    opinion !== 'favourable' && OPINIONS.some((each) => each === opinion) && comments === null
      ? [['comments', issue('required')]]
      : [],
)

/** `POST /api/publications/:id/opinion { contentHash, opinion, comments? }` */
const judging = posting('/:id/opinion', OPINION, async ({ body, ...ask }) => {
  const { act, seat, publication } = await callerOn(ask, 'publication-review')
  if (isAuthor(seat.person, publication)) throw ownPublication()
  const doc = await giveOpinion(ask.req.payload, { ...act, ...(await body()) })
  return respond({ message: 'Avis rendu.', doc })
})

const APPROVAL = z.looseObject({ contentHash: z.string() })

/** `GET /api/publications/:id/approval`: the hash of the newest draft, what was said of it and what is missing. */
const asking = endpoint(async ({ req, param }) => {
  if (!staff(req)) throw signInFirst()
  if (!(await publicationInsiders({ req }))) throw wrongActor()
  const state = await presentState({ payload: req.payload, req }, param('id'))
  if (!state) throw unknownPublication()
  const { hash, missing, approvals, opinions } = state
  return respond({ contentHash: hash, missing, approvals, opinions })
})

/** `POST /api/publications/:id/submit { contentHash }`, by editors: who may approve or judge it is told that it waits. */
const submitting = posting('/:id/submit', fields({ contentHash }), async ({ req, param, body }) => {
  const user = staff(req)
  if (!user) throw signInFirst()
  if (!user.roles?.includes('editor')) throw wrongActor()
  const id = param('id')
  if (!(await readDraft({ payload: req.payload, req }, id))) throw unknownPublication()
  await submit(req.payload, { id, user, ...(await body()) })
  return respond({ message: 'Les instances sont prévenues.' })
})

/** What is said of a publication before it appears. */
export const publicationEndpoints: OwnEndpoint[] = [
  saying(submitting, { by: ['editor'], answer: MESSAGE }),
  saying(approving, { by: ['mandate'], answer: messageAndSome() }),
  saying(judging, { by: ['mandate'], answer: messageAndSome() }),
  saying({ path: '/:id/approval', method: 'get', handler: asking }, { by: ['editor', 'mandate'], answer: APPROVAL }),
]
