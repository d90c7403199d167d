import type { DecisionRule } from '../governance/rule.ts'
import type { Choice, Counts } from './majority.ts'
import type { Vote, ElectorId } from './tally.ts'

/** An absent elector's vote, carried by somebody who is there. */
export interface Proxy {
  elector: ElectorId
  /** Who carries it; null when the minutes do not say. */
  by?: ElectorId | null
}

/** By name, or in numbers; with numbers the chair's choice is known only where the minutes say it. */
export type SessionVotes = { byName: readonly Vote[] } | { counts: Counts; chairChoice?: Choice }

export interface SessionInput {
  rule: DecisionRule
  /** Who held a mandate in force on the session's day; recused persons may still be among them. */
  electorate: readonly ElectorId[]
  present: readonly ElectorId[]
  represented: readonly Proxy[]
  recused: readonly ElectorId[]
  chair?: ElectorId | null
  votes: SessionVotes
}
