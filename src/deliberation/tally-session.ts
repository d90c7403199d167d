import { reachesQuorum, settle, type Choice, type Counts } from './majority.ts'
import type { DecisionRule } from '../governance/rule.ts'
import { count, quorumNeeded, type Vote, type ElectorId, type Tally } from './tally.ts'
import { sessionFaults, type SessionFault } from './tally-session-faults.ts'

export { SESSION_FAULT_MESSAGES, type SessionFault, type SessionFaultCode } from './tally-session-faults.ts'

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

/** A tally, or the reasons for which what was entered cannot be what happened. */
export type SessionTally = { tally: Tally; faults: [] } | { tally: null; faults: SessionFault[] }

/**
 * Votes that do not count for the quorum. In numbers one cannot tell who abstained from speaking,
 * so every proxy is then taken to have been used: the quorum is never found met where it was not.
 */
function proxyVotes({ rule, represented, recused, votes }: SessionInput, participants: number): number {
  if (rule.proxies.countForQuorum) return 0
  const absent = new Set(represented.map(({ elector }) => elector).filter((elector) => !recused.includes(elector)))
  if ('counts' in votes) return Math.min(absent.size, participants)
  return votes.byName.filter(({ elector }) => absent.has(elector)).length
}

function chairChoice({ votes, chair }: SessionInput): Choice | undefined {
  if ('counts' in votes) return votes.chairChoice
  return votes.byName.find(({ elector }) => elector === chair)?.choice
}

/**
 * Counts a session's vote under the same rule as an online one; the session is over, so it is never
 * open. The recused leave the electorate. A proxy counts as its elector's vote.
 */
export function tallySession(input: SessionInput): SessionTally {
  const faults = sessionFaults(input)
  if (faults.length > 0) return { tally: null, faults }
  const { rule, votes, recused } = input
  const electorateSize = new Set(input.electorate.filter((elector) => !recused.includes(elector))).size
  const counts = 'counts' in votes ? { ...votes.counts } : count(votes.byName)
  const participants = counts.for + counts.against + counts.abstain
  const forQuorum = participants - proxyVotes(input, participants)
  const tally: Tally = {
    counts,
    participants,
    forQuorum,
    electorateSize,
    quorumNeeded: quorumNeeded(rule, electorateSize),
    quorumMet: reachesQuorum(rule, forQuorum, electorateSize),
    votesToCome: 0,
    ...settle(rule, { counts, electorateSize, forQuorum, chairChoice: chairChoice(input) }),
  }
  return { tally, faults: [] }
}
