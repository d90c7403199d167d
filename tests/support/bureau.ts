import type { Payload, Where } from 'payload'
import type { Actor } from '../../src/adhesion/lifecycle/actor.ts'
import { castVote, type VoteChoice } from '../../src/adhesion/actions/cast-vote.ts'
import { putToBureau } from '../../src/adhesion/actions/put-to-bureau.ts'
import type { Adhesion, Round, GovernanceBody, Journal, Member, User } from '../../src/payload-types.ts'
import { verifyChain } from '../../src/record/chain.ts'
import type { TestApp } from './app.ts'
import { signed } from './applications.ts'
import { adoptCharter, bureauOf, staffUser, type BureauMember } from './factories.ts'

export type StaffActor = Extract<Actor, { kind: 'staff' }>

/** A staff account that acts on files. */
export const actorOf = (user: User): StaffActor => ({
  kind: 'staff',
  user,
  client: { ip: null, userAgent: null, requestId: null },
})

export type Seat = BureauMember & { actor: StaffActor }

/** A charter in force, a secretariat of two and a Bureau whose first member is in the chair. */
export type House = {
  app: TestApp
  payload: Payload
  body: GovernanceBody
  secretary: StaffActor
  colleague: StaffActor
  chair: Seat
  seats: Seat[]
}

export const SOURCE = 'Annuaire des entreprises'

export async function houseWith(app: TestApp, size = 5): Promise<House> {
  const { payload } = app
  await adoptCharter(payload)
  const { body, members } = await bureauOf(payload, size)
  const seats = members.map((member) => ({ ...member, actor: actorOf(member.user) }))
  const [chair] = seats
  if (!chair) throw new Error('A Bureau has a chair')
  const secretary = actorOf(await staffUser(payload))
  const colleague = actorOf(await staffUser(payload, { name: 'Dominique Secrétaire' }))
  return { app, payload, body, secretary, colleague, chair, seats }
}

/** The seat at a place, the chair's first. */
export function seat({ seats }: House, place: number): Seat {
  const found = seats[place]
  if (!found) throw new Error(`The Bureau has no place ${place}`)
  return found
}

/** Changes the Bureau's rule for the rounds that open from now on. */
export async function ruled({ payload, body }: House, rule: Partial<GovernanceBody['rule']> = {}): Promise<void> {
  await payload.db.updateOne({
    collection: 'governance-bodies',
    id: body.id,
    data: { rule: { ...body.rule, ...rule } },
  })
}

/** A signed application that the secretariat has put to the Bureau; returns its id. */
export async function beforeBureau(house: House, changes: Parameters<typeof signed>[1] = {}): Promise<string> {
  const { id } = await signed(house.app, changes)
  await putToBureau(house.payload, { id, actor: house.secretary, powerToBind: { source: SOURCE } })
  return id
}

/** The votes of the seats in turn; null passes over one. */
export async function votes(
  house: House,
  id: string,
  choices: readonly (VoteChoice | null)[],
): Promise<{ status: Adhesion['status']; rev: number }> {
  let last: { status: Adhesion['status']; rev: number } | null = null
  for (const [place, choice] of choices.entries()) {
    if (choice !== null) last = await castVote(house.payload, { id, actor: seat(house, place).actor, choice })
  }
  if (!last) throw new Error('Nobody voted')
  return last
}

export const fileOf = (payload: Payload, id: string): Promise<Adhesion> =>
  payload.findByID({ collection: 'adhesions', id, depth: 0, showHiddenFields: true })

const every = <Slug extends 'rounds' | 'journal' | 'members' | 'votes'>(
  payload: Payload,
  collection: Slug,
  where: Where,
  sort: string,
) =>
  payload.find({
    collection,
    where,
    sort,
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
  })

/** The rounds of a file, first to last. */
export const roundsOf = async (payload: Payload, id: string): Promise<Round[]> =>
  (await every(payload, 'rounds', { subject: { equals: `adhesion:${id}` } }, 'round')).docs

/** The last round of a file. */
export async function lastRound(payload: Payload, id: string): Promise<Round> {
  const last = (await roundsOf(payload, id)).at(-1)
  if (!last) throw new Error('No round was opened')
  return last
}

/** The journal of a file, first fact to last. */
export const journalOf = async (payload: Payload, id: string): Promise<Journal[]> =>
  (await every(payload, 'journal', { subject: { equals: `adhesion:${id}` } }, 'rank')).docs

export const factsOf = async (payload: Payload, id: string): Promise<string[]> =>
  (await journalOf(payload, id)).map(({ type }) => type)

/** Members that a file gave their present kind. */
export const membersOf = async (payload: Payload, id: string): Promise<Member[]> =>
  (await every(payload, 'members', { adhesion: { equals: id } }, 'createdAt')).docs

export async function chainHolds(payload: Payload, id: string): Promise<boolean> {
  const rows = await journalOf(payload, id)
  return (
    rows.length > 0 &&
    verifyChain(rows.map((row) => ({ ...row, evidence: row.evidence ?? null, salt: row.salt ?? null }))).ok
  )
}

/** The code of what refused, or what was answered. */
export const answerOf = async (act: Promise<{ status: string }>): Promise<string> =>
  act.then(
    ({ status }) => status,
    (error: unknown) =>
      typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error),
  )
