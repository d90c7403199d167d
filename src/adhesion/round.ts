import type { UnitOfWork } from '../db/unit-of-work.ts'
import { currentMemberByIdentifier } from '../membership/current.ts'
import {
  electorateNow,
  electorateOn,
  recusalsAmong,
  type Electorate,
  type ElectorateInput,
  type Recusal,
} from '../deliberation/electorate.ts'
import { holders, inForce, type MandateFacts, type MandateRole, type PersonFacts } from '../governance/mandate-facts.ts'
import { mandateFacts, peopleFacts } from '../governance/facts.ts'
import type { DecisionRule } from '../governance/rule.ts'
import { tally, type Ballot as Voice, type TallyInput } from '../deliberation/tally.ts'
import type { Day } from '../lib/dates.ts'
import type { Adhesion, Ballot, GovernanceBody, Vote } from '../payload-types.ts'
import { idOf, personsOf } from './present.ts'
import { presidingOver } from './presiding.ts'
import { isProven } from './proof.ts'
import { recusedIn, ruleIn } from './stored-ballot.ts'

/** The body's rule as the tally takes it; frozen on each ballot. */
export function ruleOf({ rule }: Pick<GovernanceBody, 'rule'>): DecisionRule {
  return {
    quorum: { numerator: rule.quorumNumerator, denominator: rule.quorumDenominator },
    minimumFor: rule.minimumFor,
    tie: rule.tie,
    proxies: { perPerson: rule.proxiesPerPerson, countForQuorum: rule.proxiesCountForQuorum ?? false },
    ballotDays: rule.ballotDays,
  }
}

export type Assembly = Electorate & {
  mandates: MandateFacts[]
  people: PersonFacts[]
  nameOf: (person: string) => string
}

/** Who may judge a file on a day, from the mandates, the people and what the file says. */
export async function assemble(
  unit: UnitOfWork,
  adhesion: Adhesion,
  bodyId: string,
  day: Day,
  declared: readonly string[],
): Promise<Assembly> {
  const input = await presentFacts(unit, adhesion, bodyId, day, declared)
  const { mandates, people } = input
  const names = new Map(
    people.map((person) => [person.id, [person.firstName, person.lastName].filter(Boolean).join(' ')]),
  )
  return {
    ...electorateOn(input),
    mandates: [...mandates],
    people: [...people],
    nameOf: (person) => names.get(person) ?? person,
  }
}

async function presentFacts(
  { payload, req }: Pick<UnitOfWork, 'payload' | 'req'>,
  adhesion: Adhesion,
  body: string,
  day: Day,
  declared: readonly string[],
): Promise<ElectorateInput> {
  const [mandates, people, member, keys] = [
    await mandateFacts(payload, req),
    await peopleFacts(payload, req),
    await currentMemberByIdentifier(payload, adhesion.identifierKey, req),
    await payload.findByID({
      collection: 'adhesions',
      id: adhesion.id,
      depth: 0,
      req,
      overrideAccess: true,
      showHiddenFields: true,
    }),
  ]
  return {
    body,
    day,
    mandates,
    people,
    declared,
    file: {
      representative: { ...adhesion.representative, proven: isProven(keys, adhesion.representative?.email) },
      contact: adhesion.contact?.email ? { ...adhesion.contact, proven: isProven(keys, adhesion.contact.email) } : null,
      siren: adhesion.organisation?.siren ?? null,
      identifierKey: adhesion.identifierKey,
      memberId: member?.id ?? null,
      network: idOf(member?.network),
    },
  }
}

/** Who of a round's electors must leave it by the present facts: an address was proven, a mandate began meanwhile. */
export async function recusedSince(
  unit: Pick<UnitOfWork, 'payload' | 'req'>,
  ballot: Ballot,
  day: Day,
): Promise<Recusal[]> {
  const adhesion = await unit.payload.findByID({
    collection: 'adhesions',
    id: idOf(ballot.adhesion) ?? '',
    depth: 0,
    req: unit.req,
    overrideAccess: true,
    showHiddenFields: true,
    disableErrors: true,
  })
  if (!adhesion) return []
  const known = personsOf(ballot.recused)
  return recusalsAmong(
    personsOf(ballot.electorate).filter((person) => !known.includes(person)),
    await presentFacts(unit, adhesion, idOf(ballot.body) ?? '', day, []),
  )
}

/** Who declared a conflict of interest on this file in any round, or whose tie was confirmed, and was not reinstated since. */
export async function declaredRecusals({ payload, req }: UnitOfWork, adhesionId: string): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'votes',
    where: {
      and: [{ adhesion: { equals: adhesionId } }, { choice: { equals: 'recused' } }, { live: { equals: true } }],
    },
    limit: 200,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const { docs: rounds } = await payload.find({
    collection: 'ballots',
    where: { adhesion: { equals: adhesionId } },
    sort: '-round',
    limit: 1,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const confirmed = rounds.flatMap((round) =>
    recusedIn(round)
      .filter(({ reason }) => reason === 'confirmed')
      .map(({ person }) => person),
  )
  return [...new Set([...docs.map(({ person }) => idOf(person)).filter((id) => id !== null), ...confirmed])]
}

/** The live votes of a ballot. */
export async function votesOf({ payload, req }: UnitOfWork, ballotId: string): Promise<Vote[]> {
  const { docs } = await payload.find({
    collection: 'votes',
    where: { and: [{ ballot: { equals: ballotId } }, { live: { equals: true } }] },
    limit: 500,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return docs
}

function voicesOf(votes: readonly Vote[]): Voice[] {
  return votes.flatMap(({ person, choice }) => {
    const elector = idOf(person)
    return elector === null || choice === 'recused' ? [] : [{ elector, choice }]
  })
}

/**
 * What the tally of an online round takes today: who voted stays, who has not and whose mandate ended leaves, and so do
 * the recused with the voice that they cast.
 */
export async function tallyInput(
  unit: UnitOfWork,
  ballot: Ballot,
  votes: readonly Vote[],
  day: Day,
  closed: boolean,
): Promise<TallyInput> {
  const mandates = await mandateFacts(unit.payload, unit.req)
  const recused = [...personsOf(ballot.recused), ...(await recusedSince(unit, ballot, day)).map(({ person }) => person)]
  const ballots = voicesOf(votes).filter(({ elector }) => !recused.includes(elector))
  const bodyId = idOf(ballot.body) ?? ''
  const electorate = electorateNow({
    frozen: personsOf(ballot.electorate),
    voted: ballots.map(({ elector }) => elector),
    inForceToday: holders(
      mandates.filter((mandate) => inForce(mandate, day)),
      bodyId,
      day,
    ),
    recused,
  })
  return { rule: ruleIn(ballot), electorate, chair: idOf(ballot.chair), ballots, closed }
}

/** Who presides today over a file of a body. */
export async function presidingToday(unit: UnitOfWork, ballot: Ballot, day: Day): Promise<string | null> {
  const mandates = await mandateFacts(unit.payload, unit.req)
  const bodyId = idOf(ballot.body) ?? ''
  const held = (role?: MandateRole) => holders(mandates, bodyId, day, role)
  return presidingOver(
    unit.req,
    { adhesion: idOf(ballot.adhesion) ?? '', ballot },
    { members: held(), chairs: held('chair'), viceChairs: held('vice-chair') },
  )
}

export { tally }
