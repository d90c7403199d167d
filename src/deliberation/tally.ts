import { reachesQuorum, settle, type Choice, type Counts, type Outcome, type Reason, type Cast } from './majority.ts'
import type { DecisionRule } from '../governance/rule.ts'

/** The id of a person who may vote. */
export type ElectorId = string

export interface Vote {
  elector: ElectorId
  choice: Choice
}

export interface TallyInput {
  rule: DecisionRule
  /** Who may vote now: the frozen electorate, less who was recused or left it. Each counts once. */
  electorate: readonly ElectorId[]
  chair?: ElectorId | null
  /** At most one a person. Those of persons outside the electorate do not count. */
  votes: readonly Vote[]
  /** The round's end has come. */
  closed: boolean
}

export interface Tally {
  counts: Counts
  participants: number
  /** Participants that count for the quorum: all of them but, in a session, proxies where the rule says so. */
  forQuorum: number
  electorateSize: number
  /** Participants it takes for the quorum. */
  quorumNeeded: number
  quorumMet: boolean
  /** Electors who have not voted. */
  votesToCome: number
  outcome: Outcome | 'open'
  /** `votes-to-come` while open; else why the votes cast so far decide. */
  reason: Reason | 'votes-to-come'
}

/** Votes counted by choice. */
export function count(votes: readonly Vote[]): Counts {
  const counts: Counts = { for: 0, against: 0, abstain: 0 }
  for (const { choice } of votes) counts[choice] += 1
  return counts
}

/** The least whole number of participants that reaches the quorum. */
export function quorumNeeded({ quorum }: DecisionRule, electorateSize: number): number {
  const product = quorum.numerator * electorateSize
  const rest = product % quorum.denominator
  return (product - rest) / quorum.denominator + (rest > 0 ? 1 : 0)
}

function validVotes({ electorate, votes }: TallyInput): Vote[] {
  const electors = new Set(electorate)
  const seen = new Set<ElectorId>()
  for (const { elector } of votes) {
    if (seen.has(elector)) throw new RangeError(`Two votes of one elector: ${elector}`)
    seen.add(elector)
  }
  return votes.filter(({ elector }) => electors.has(elector))
}

/** The votes if everybody who has not voted made this choice. */
function ifTheRest(choice: Choice, now: Cast, votesToCome: number, chairToCome: boolean): Cast {
  return {
    ...now,
    counts: { ...now.counts, [choice]: now.counts[choice] + votesToCome },
    forQuorum: now.forQuorum + votesToCome,
    chairChoice: chairToCome ? choice : now.chairChoice,
  }
}

/**
 * Counts an online round (specification: the collegial decision).
 *
 * It is decided at its end, when all have voted, or as soon as no vote still to come could change
 * the outcome. A vote still to come is one of an elector who has not voted. A choice may be changed
 * until the outcome, but a vote that is cast is taken as given: otherwise nothing would ever be
 * decided before the end. So whoever means to change a choice cannot count on the round waiting.
 * That an elector's mandate may end, or a conflict be declared, before voting is not a vote either.
 *
 * Three completions decide it exactly: silence, all the rest for, all the rest against. Once the
 * quorum is met the outcome never gets worse by one more vote for nor better by one more against,
 * so every other completion lies between the last two; while it is not met, silence refers, and of
 * the completions that meet it the two extremes go furthest (all of the electorate then takes part).
 *
 * @throws RangeError when one elector has two votes.
 */
export function tally(input: TallyInput): Tally {
  const { rule, chair, closed } = input
  const votes = validVotes(input)
  const electorate = new Set(input.electorate)
  const votesToCome = electorate.size - votes.length
  const chairChoice = votes.find(({ elector }) => elector === chair)?.choice
  const chairToCome = chair != null && electorate.has(chair) && chairChoice === undefined
  const now: Cast = {
    counts: count(votes),
    electorateSize: electorate.size,
    forQuorum: votes.length,
    chairChoice,
  }
  const verdict = settle(rule, now)
  const extremes = (['for', 'against'] as const).map((choice) => ifTheRest(choice, now, votesToCome, chairToCome))
  const decided = closed || extremes.every((cast) => settle(rule, cast).outcome === verdict.outcome)
  return {
    counts: now.counts,
    participants: votes.length,
    forQuorum: votes.length,
    electorateSize: electorate.size,
    quorumNeeded: quorumNeeded(rule, electorate.size),
    quorumMet: reachesQuorum(rule, votes.length, electorate.size),
    votesToCome,
    ...(decided ? verdict : { outcome: 'open', reason: 'votes-to-come' }),
  }
}

/**
 * The outcome that this elector's vote (or recusal, which takes a vote already given out) would
 * bring about on the spot; null while the round would stay open, when it is decided already, or when the
 * person is no elector. For the warning "votre voix emporte la décision".
 */
export function wouldDecide(input: TallyInput, elector: ElectorId, choice: Choice | 'recused'): Outcome | null {
  if (!input.electorate.includes(elector) || tally(input).outcome !== 'open') return null
  const others = input.votes.filter((vote) => vote.elector !== elector)
  const { outcome } = tally(
    choice === 'recused'
      ? { ...input, electorate: input.electorate.filter((id) => id !== elector), votes: others }
      : { ...input, votes: [...others, { elector, choice }] },
  )
  return outcome === 'open' ? null : outcome
}
