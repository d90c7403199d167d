import type { Payload, PayloadRequest } from 'payload'
import { bodyWithCompetence, mandatesOfBody } from '../governance/mandates.ts'
import { holdsRole } from '../governance/roles.ts'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import type { Adhesion, Ballot } from '../payload-types.ts'
import type { Actor } from './actor.ts'
import { staffRoles, type ActorRole } from './actors.ts'
import { isRecusedOn, presides } from './presiding.ts'

/** Who somebody is on one file: roles of the transition table, the person behind the account, recusal. */
export type Standing = {
  roles: Set<ActorRole>
  person: string | null
  recused: boolean
  /** There is a round, so that a Bureau member who is no elector of it is refused for that and not for the state. */
  hasRound: boolean
}

type Stored = { person: string }[]

/** A file, or none yet when only mandates are asked for. */
type OnWhat = Pick<Adhesion, 'ballot'> & { id?: string }

/** The persons a ballot lists under a JSON field. */
export const personsOf = (list: unknown): string[] =>
  Array.isArray(list) ? (list as Stored).map(({ person }) => person) : []

/** The id behind a relationship read at any depth. */
export const idOf = (value: string | { id: string } | null | undefined): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null)

/** The present round of a file, or null. */
export async function currentBallot(
  payload: Payload,
  req: PayloadRequest,
  adhesion: Pick<Adhesion, 'ballot'>,
): Promise<Ballot | null> {
  const id = idOf(adhesion.ballot)
  if (id === null) return null
  return payload.findByID({ collection: 'ballots', id, req, depth: 0, overrideAccess: true, disableErrors: true })
}

/** The person linked to a staff account, or null. */
export async function personOf(payload: Payload, req: PayloadRequest, userId: string): Promise<string | null> {
  const { docs } = await payload.find({
    collection: 'people',
    where: { account: { equals: userId } },
    limit: 1,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return docs[0]?.id ?? null
}

/**
 * The standing of an actor on a file, read inside the unit of work: mandates in force today, the frozen
 * electorate of the open round, recusals.
 */
export async function standingOn(
  payload: Payload,
  req: PayloadRequest,
  adhesion: OnWhat,
  actor: Actor,
): Promise<Standing> {
  switch (actor.kind) {
    case 'system':
      return { roles: new Set(['system']), person: null, recused: false, hasRound: false }
    case 'anybody':
      return { roles: new Set(['anybody']), person: null, recused: false, hasRound: false }
    case 'applicant':
      return { roles: new Set(['applicant']), person: null, recused: false, hasRound: false }
    case 'representative':
      return { roles: new Set(['applicant', 'representative']), person: null, recused: false, hasRound: false }
    case 'staff':
      return staffStanding(payload, req, adhesion, actor.user)
  }
}

async function staffStanding(
  payload: Payload,
  req: PayloadRequest,
  adhesion: OnWhat,
  user: { id: string; roles?: string[] | null; suspended?: boolean | null },
): Promise<Standing> {
  const person = await personOf(payload, req, user.id)
  const secretariat = holdsRole(user, 'secretariat')
  // Rights of the Bureau's come by a person's mandates: without a person there is nothing to look up.
  if (person === null)
    return {
      roles: new Set(secretariat ? ['secretariat'] : []),
      person,
      recused: false,
      hasRound: idOf(adhesion.ballot) !== null,
    }
  const body = await bodyWithCompetence(payload, 'adhesion-validation', req)
  const mandates = body ? await mandatesOfBody(payload, body.id, parisDay(now()), req) : []
  const members = [...new Set(mandates.map((mandate) => idOf(mandate.person)).filter((id) => id !== null))]
  const holders = (role: string) =>
    mandates
      .filter((mandate) => mandate.role === role)
      .map((mandate) => idOf(mandate.person))
      .filter((id) => id !== null)
  const chairs = holders('chair')
  const ballot = await currentBallot(payload, req, adhesion)
  const electors = personsOf(ballot?.electorate).filter((id) => !personsOf(ballot?.recused).includes(id))
  const on = adhesion.id === undefined ? null : { adhesion: adhesion.id, ballot }
  const recused = on !== null && members.includes(person) && (await isRecusedOn(req, person, on))
  const presiding =
    on !== null && (await presides(req, person, on, { members, chairs, viceChairs: holders('vice-chair') }))
  const roles = staffRoles({
    secretariat,
    person,
    bureauMembers: members,
    electors,
    chair: chairs[0],
    presiding: presiding ? person : null,
  })
  return { roles, person, recused, hasRound: ballot !== null }
}
