import { compare, holders } from '../governance/mandate-facts.ts'
import { conflictQuestions, type Question } from './questions.ts'
import { recusalsAmong, type ElectorateInput, type Recusal } from './recusal.ts'

export interface Electorate {
  /** Ids, each once, sorted; the recused are not among them. */
  electorate: string[]
  /** One entry a person; a reason found from the facts comes before a declared one, which alone can be undone. */
  recused: Recusal[]
  /** Possible ties that people have to judge; they take nobody's vote. */
  questions: Question[]
  /** Who holds the chair that day, recused or not. */
  chair?: string
  viceChairs: string[]
}

/**
 * Returns who may vote on a subject on a given day, who may not and why, and what is to be asked. A person with two
 * mandates counts once.
 */
export function electorateOn(input: ElectorateInput): Electorate {
  const { body, day, mandates } = input
  const members = holders(mandates, body, day).sort(compare)
  const recused = recusalsAmong(members, input)
  const electorate = members.filter((each) => !recused.some(({ person }) => person === each))
  return {
    electorate,
    recused,
    questions: conflictQuestions(input, electorate),
    chair: holders(mandates, body, day, 'chair')[0],
    viceChairs: holders(mandates, body, day, 'vice-chair'),
  }
}

/**
 * The electorate of a round that was frozen earlier: who has voted stays in it, who has not stays
 * only while the mandate is in force; the recused leave; newcomers wait for a new round.
 */
export function electorateNow(facts: {
  frozen: readonly string[]
  voted: readonly string[]
  inForceToday: readonly string[]
  recused: readonly string[]
}): string[] {
  const { frozen, voted, inForceToday, recused } = facts
  return frozen.filter(
    (person) => !recused.includes(person) && (voted.includes(person) || inForceToday.includes(person)),
  )
}
