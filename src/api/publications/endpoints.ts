import type { Endpoint } from 'payload'
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
import { wrongActor } from '../../adhesion/errors.ts'
import { BodyReader } from '../adhesions/body.ts'
import { endpoint, respond, signInFirst, type Ask } from '../respond.ts'

const COMMENTS = 5_000
const HASH = 64

type Caller = {
  user: User
  seat: Seat
  publication: Publication
  act: { id: string; user: User; requestId: string | null }
}

/** Who speaks of what: 401, 403 by mandate before the publication is looked up, then 404. */
async function callerOn({ req, client, param }: Ask, competence: PublicationCompetence): Promise<Caller> {
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

/** `POST /api/publications/:id/approve { contentHash, withoutOpinion? }` */
const approving = endpoint(async (ask) => {
  const { act } = await callerOn(ask, 'publication-adoption')
  const reader = new BodyReader(await ask.json())
  const contentHash = reader.text('contentHash', HASH)
  const withoutOpinion = reader.flag('withoutOpinion') ?? false
  reader.end()
  const doc = await approve(ask.req.payload, { ...act, contentHash, withoutOpinion })
  return respond({ message: 'Contenu approuvé.', doc })
})

/** `POST /api/publications/:id/opinion { contentHash, opinion, comments? }`; reservations and a refusal say why. */
const judging = endpoint(async (ask) => {
  const { act, seat, publication } = await callerOn(ask, 'publication-review')
  if (isAuthor(seat.person, publication)) throw ownPublication()
  const reader = new BodyReader(await ask.json())
  const contentHash = reader.text('contentHash', HASH)
  const opinion = reader.choice('opinion', OPINIONS) ?? 'favourable'
  const comments = reader.optionalText('comments', COMMENTS) ?? null
  if (opinion !== 'favourable' && comments === null) reader.fault('comments', 'required')
  reader.end()
  const doc = await giveOpinion(ask.req.payload, { ...act, contentHash, opinion, comments })
  return respond({ message: 'Avis rendu.', doc })
})

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
const submitting = endpoint(async (ask) => {
  const { req, param } = ask
  const user = staff(req)
  if (!user) throw signInFirst()
  if (!user.roles?.includes('editor')) throw wrongActor()
  const id = param('id')
  if (!(await readDraft({ payload: req.payload, req }, id))) throw unknownPublication()
  const reader = new BodyReader(await ask.json())
  const contentHash = reader.text('contentHash', HASH)
  reader.end()
  await submit(req.payload, { id, user, contentHash })
  return respond({ message: 'Les instances sont prévenues.' })
})

/** What is said of a publication before it appears. */
export const publicationEndpoints: Omit<Endpoint, 'root'>[] = [
  { path: '/:id/submit', method: 'post', handler: submitting },
  { path: '/:id/approve', method: 'post', handler: approving },
  { path: '/:id/opinion', method: 'post', handler: judging },
  { path: '/:id/approval', method: 'get', handler: asking },
]
