import type { RequiredDataFromCollectionSlug } from 'payload'
import { ruleOfBody } from '../governance/body-rule.ts'
import { addParisDays, parisDay } from '../lib/dates.ts'
import type { GovernanceBody, Round } from '../payload-types.ts'
import { assemble, type Assembly } from './assembly.ts'
import type { SubjectInHand } from './in-hand.ts'
import { tally, type Tally } from './tally.ts'

/** A new online round, who was called to vote in it, and how it counts before anybody has voted. */
export type Opened = { round: Round; assembly: Assembly; tally: Tally }

/**
 * Opens an online round of a body on a subject: rule and electorate of today are frozen. Where the tally is not open, too
 * few may vote, and the round is to be closed by `conclude` at once.
 */
export async function openRound(held: SubjectInHand, body: GovernanceBody): Promise<Opened> {
  const { at } = held
  const assembly = await assemble(held, body.id, parisDay(at))
  const { electorate, recused, questions, chair, named } = assembly
  const rule = ruleOfBody(body.rule)
  const round = await createRound(held, body, assembly, {
    mode: 'online',
    status: 'open',
    electorate: electorate.map(named),
    recused: recused.map(({ person, reason }) => ({ ...named(person), reason })),
    questions: questions.map((question) => ({ ...question, ...named(question.person) })),
    closesAt: addParisDays(at, rule.ballotDays).toISOString(),
    sweptOn: parisDay(at),
  })
  return { round, assembly, tally: tally({ rule, electorate, chair: chair ?? null, votes: [], closed: false }) }
}

type Given = Omit<RequiredDataFromCollectionSlug<'rounds'>, 'subject' | 'round' | 'body' | 'rule' | 'chair' | 'opensAt'>

/** Writes a new round of a body on a subject, the next of its number. */
export const createRound = (
  { unit: { payload, req }, subject, at }: SubjectInHand,
  body: GovernanceBody,
  { number, chair }: Assembly,
  given: Given,
): Promise<Round> =>
  payload.create({
    collection: 'rounds',
    data: {
      ...given,
      subject,
      round: number,
      body: body.id,
      rule: { ...ruleOfBody(body.rule) },
      chair: chair ?? null,
      opensAt: at.toISOString(),
    },
    req,
    depth: 0,
    overrideAccess: true,
  })
