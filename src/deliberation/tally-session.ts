import { reachesQuorum, settle, type Choice } from './majority.ts'
import { count, quorumNeeded, type Tally } from './tally.ts'
import type { SessionInput } from './session-input.ts'
import { sessionIssues, type SessionIssue } from './tally-session-faults.ts'

/** A tally, or the reasons for which what was entered cannot be what happened. */
export type SessionTally = { tally: Tally; issues: [] } | { tally: null; issues: SessionIssue[] }

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
  const issues = sessionIssues(input)
  if (issues.length > 0) return { tally: null, issues }
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
  return { tally, issues: [] }
}
