import type { Payload, PayloadRequest } from 'payload'
import { findAll } from '../db/find.ts'
import { idOf } from '../lib/ids.ts'
import { holders } from '../governance/mandate-facts.ts'
import { parisDay, type Day } from '../lib/dates.ts'
import type { Round, Vote } from '../payload-types.ts'
import { everyMandate, everyPerson } from './deciders.ts'
import { electorateNow } from './electorate.ts'
import type { SubjectInHand } from './in-hand.ts'
import { factsOf } from './matter.ts'
import { recusalsAmong, type Recusal } from './recusal.ts'
import { electorsIn, recusedIn, ruleIn } from './stored-round.ts'
import { tally, type Tally, type TallyInput, type Vote as CountedVote } from './tally.ts'

/** The live votes of a round. */
export const votesOf = (payload: Payload, req: PayloadRequest, round: string): Promise<Vote[]> =>
  findAll({ payload, req }, 'votes', { where: { round: { equals: round }, live: { equals: true } } })

const countedVotes = (votes: readonly Vote[]): CountedVote[] =>
  votes.flatMap(({ person, choice }) => {
    const elector = idOf(person)
    return elector === null || choice === 'recused' ? [] : [{ elector, choice }]
  })

/** Returns those whom a round was opened for and who must not judge its subject today, and why. */
export async function recusedFrom(
  payload: Payload,
  req: PayloadRequest,
  round: Pick<Round, 'subject' | 'electorate' | 'recused'>,
  day: Day,
): Promise<Recusal[]> {
  const said = await factsOf(payload, req, round.subject)
  if (!said) return []
  return recusalsAmong(
    electorsIn(round).map(({ person }) => person),
    {
      day,
      mandates: await everyMandate(payload, req),
      people: await everyPerson(payload, req),
      interests: said.interests,
      setAside: recusedIn(round),
    },
  )
}

/**
 * Returns what the tally of an online round takes on a day: who voted stays, who has not and whose mandate ended leaves,
 * and so do the recused with the vote that they cast.
 */
export async function tallyInput(
  payload: Payload,
  req: PayloadRequest,
  { round, votes, day, closed }: { round: Round; votes: readonly Vote[]; day: Day; closed: boolean },
): Promise<TallyInput> {
  const mandates = await everyMandate(payload, req)
  const recused = (await recusedFrom(payload, req, round, day)).map(({ person }) => person)
  const cast = countedVotes(votes).filter(({ elector }) => !recused.includes(elector))
  const electorate = electorateNow({
    frozen: electorsIn(round).map(({ person }) => person),
    voted: cast.map(({ elector }) => elector),
    inForceToday: holders(mandates, idOf(round.body) ?? '', day),
    recused,
  })
  return { rule: ruleIn(round), electorate, chair: idOf(round.chair), votes: cast, closed }
}

/** Counts an online round as it stands now. */
export async function countNow(
  { unit: { payload, req }, at }: SubjectInHand,
  round: Round,
  closed: boolean,
): Promise<Tally> {
  const votes = await votesOf(payload, req, round.id)
  return tally(await tallyInput(payload, req, { round, votes, day: parisDay(at), closed }))
}
