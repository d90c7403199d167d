import type { Payload } from 'payload'
import { PARIS } from '../../src/lib/dates.ts'
import type { Event, GovernanceBody, Mandate, Person, Publication, User } from '../../src/payload-types.ts'
import { approve } from '../../src/publications/approve.ts'
import { needsApproval } from '../../src/publications/rules.ts'
import { readDraft } from '../../src/publications/stored.ts'
import { makeBody, makeMandate, makePerson, makeUser, richText } from './governance.ts'

/** The smallest file that is a PDF. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')

/** Keeps a PDF and says under which name. */
export async function makePdf(payload: Payload, name: string): Promise<{ id: string; filename: string }> {
  const { id, filename } = await payload.create({
    collection: 'files',
    data: {},
    file: { data: PDF, name: `${name}.pdf`, mimetype: 'application/pdf', size: PDF.length },
  })
  return { id, filename: filename ?? '' }
}

/** A published statement of a day, which goes through the approvals that its kind needs. */
export async function makePublication(
  payload: Payload,
  data: Partial<Publication> & Pick<Publication, 'title' | 'slug'>,
): Promise<Publication> {
  const whole = { kind: 'statement' as const, publishedOn: '2026-03-01', body: richText(data.title), ...data }
  const draft = await payload.create({
    collection: 'publications',
    data: { ...whole, _status: 'draft' },
    draft: true,
    depth: 0,
  })
  if (data._status === 'draft') return draft
  await approveDraft(payload, draft.id)
  return publish(payload, draft.id)
}

/** Publishes the newest draft of a publication, as whoever overrides access would. */
export const publish = (payload: Payload, id: string): Promise<Publication> =>
  payload.update({ collection: 'publications', id, data: { _status: 'published' }, depth: 0 })

/** Who adopts publications, and who reviews them: a person with a mandate and an account in a body of their own. */
export type Reviewing = { adopter: Seated; reviewer: Seated }
export type Seated = { user: User; person: Person; mandate: Mandate; body: GovernanceBody }

const known = new WeakMap<Payload, Promise<Reviewing>>()

/** The two of a database, made once. */
export function reviewing(payload: Payload): Promise<Reviewing> {
  const made = known.get(payload) ?? makeReviewing(payload)
  known.set(payload, made)
  return made
}

async function makeReviewing(payload: Payload): Promise<Reviewing> {
  const assembly = await makeBody(payload, {
    kind: 'assembly',
    name: 'Assemblée',
    competences: ['publication-adoption'],
  })
  const committee = await makeBody(payload, {
    kind: 'scientific-committee',
    name: 'Comité scientifique',
    competences: ['publication-review'],
  })
  return { adopter: await seatedIn(payload, assembly), reviewer: await seatedIn(payload, committee) }
}

/** Somebody with an account and a mandate in force in a body. */
export async function seatedIn(payload: Payload, body: GovernanceBody, data: Partial<Mandate> = {}): Promise<Seated> {
  const user = await makeUser(payload)
  const person = await makePerson(payload, { account: user.id })
  return { user, person, mandate: await makeMandate(payload, person.id, body.id, data), body }
}

/** Approves the newest draft as it stands, without an opinion where its kind would ask for one; nothing where it needs none. */
export async function approveDraft(payload: Payload, id: string): Promise<void> {
  const draft = await readDraft({ payload }, id)
  if (!draft) throw new Error('There is no such publication')
  if (!needsApproval(draft.publication.kind)) return
  const { adopter } = await reviewing(payload)
  await approve(payload, { id, user: adopter.user, contentHash: draft.hash, withoutOpinion: true })
}

/** A published webinar of a spring morning, made past every rule. */
export function makeEvent(payload: Payload, data: Partial<Event> & Pick<Event, 'title' | 'slug'>): Promise<Event> {
  return payload.create({
    collection: 'events',
    data: {
      kind: 'webinar',
      startsAt: '2026-05-05T08:00:00.000Z',
      startsAt_tz: PARIS,
      endsAt: '2026-05-05T10:00:00.000Z',
      endsAt_tz: PARIS,
      _status: 'published',
      ...data,
    },
    draft: data._status === 'draft',
    depth: 0,
  })
}
