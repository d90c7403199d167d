import { reachesQuorum, settle, type Choice, type Counts, type Outcome, type Reason, type Voices } from './majority.ts'
import type { DecisionRule } from '../governance/rule.ts'

export type { Choice, Counts, Outcome, Reason } from './majority.ts'
export { CHOICES, CHOICE_LABELS, OUTCOMES, OUTCOME_LABELS, REASON_LABELS } from './majority.ts'

/** The id of a person who may vote. */
export type ElectorId = string

export interface Ballot {
  elector: ElectorId
  choice: Choice
}

export interface TallyInput {
  rule: DecisionRule
  /** Who may vote now: the frozen electorate, less who was recused or left it. Each counts once. */
  electorate: readonly ElectorId[]
  chair?: ElectorId | null
  /** At most one a person. Those of persons outside the electorate do not count. */
  ballots: readonly Ballot[]
  /** The ballot's end has come. */
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
  voicesToCome: number
  outcome: Outcome | 'open'
  /** `voices-to-come` while open; else why the voices cast so far decide. */
  reason: Reason | 'voices-to-come'
}

/** Voices counted by choice. */
export function count(ballots: readonly Ballot[]): Counts {
  const counts: Counts = { for: 0, against: 0, abstain: 0 }
  for (const { choice } of ballots) counts[choice] += 1
  return counts
}

/** The least whole number of participants that reaches the quorum. */
export function quorumNeeded({ quorum }: DecisionRule, electorateSize: number): number {
  const product = quorum.numerator * electorateSize
  const rest = product % quorum.denominator
  return (product - rest) / quorum.denominator + (rest > 0 ? 1 : 0)
}

function validBallots({ electorate, ballots }: TallyInput): Ballot[] {
  const electors = new Set(electorate)
  const seen = new Set<ElectorId>()
  for (const { elector } of ballots) {
    if (seen.has(elector)) throw new RangeError(`Two ballots of one elector: ${elector}`)
    seen.add(elector)
  }
  return ballots.filter(({ elector }) => electors.has(elector))
}

/** The voices if everybody who has not voted made this choice. */
function ifTheRest(choice: Choice, now: Voices, voicesToCome: number, chairToCome: boolean): Voices {
  return {
    ...now,
    counts: { ...now.counts, [choice]: now.counts[choice] + voicesToCome },
    forQuorum: now.forQuorum + voicesToCome,
    chairChoice: chairToCome ? choice : now.chairChoice,
  }
}

/**
 * Counts an online ballot (specification: the collegial decision).
 *
 * It is decided at its end, when all have voted, or as soon as no voice still to come could change
 * the outcome. A voice still to come is one of an elector who has not voted. A choice may be changed
 * until the outcome, but a voice that is cast is taken as given: otherwise nothing would ever be
 * decided before the end. So whoever means to change a choice cannot count on the ballot waiting.
 * That an elector's mandate may end, or a conflict be declared, before voting is not a voice either.
 *
 * Three completions decide it exactly: silence, all the rest for, all the rest against. Once the
 * quorum is met the outcome never gets worse by one more voice for nor better by one more against,
 * so every other completion lies between the last two; while it is not met, silence refers, and of
 * the completions that meet it the two extremes go furthest (all of the electorate then takes part).
 *
 * @throws RangeError when one elector has two ballots.
 */
export function tally(input: TallyInput): Tally {
  const { rule, chair, closed } = input
  const ballots = validBallots(input)
  const electorate = new Set(input.electorate)
  const voicesToCome = electorate.size - ballots.length
  const chairChoice = ballots.find(({ elector }) => elector === chair)?.choice
  const chairToCome = chair != null && electorate.has(chair) && chairChoice === undefined
  const now: Voices = {
    counts: count(ballots),
    electorateSize: electorate.size,
    forQuorum: ballots.length,
    chairChoice,
  }
  const verdict = settle(rule, now)
  const extremes = (['for', 'against'] as const).map((choice) => ifTheRest(choice, now, voicesToCome, chairToCome))
  const decided = closed || extremes.every((voices) => settle(rule, voices).outcome === verdict.outcome)
  return {
    counts: now.counts,
    participants: ballots.length,
    forQuorum: ballots.length,
    electorateSize: electorate.size,
    quorumNeeded: quorumNeeded(rule, electorate.size),
    quorumMet: reachesQuorum(rule, ballots.length, electorate.size),
    voicesToCome,
    ...(decided ? verdict : { outcome: 'open', reason: 'voices-to-come' }),
  }
}

/**
 * The outcome that this elector's voice (or recusal, which takes a voice already given out) would
 * bring about on the spot; null while the ballot would stay open, when it is decided already, or when the
 * person is no elector. For the warning "votre voix emporte la décision".
 */
export function wouldDecide(input: TallyInput, elector: ElectorId, choice: Choice | 'recused'): Outcome | null {
  if (!input.electorate.includes(elector) || tally(input).outcome !== 'open') return null
  const others = input.ballots.filter((ballot) => ballot.elector !== elector)
  const { outcome } = tally(
    choice === 'recused'
      ? { ...input, electorate: input.electorate.filter((id) => id !== elector), ballots: others }
      : { ...input, ballots: [...others, { elector, choice }] },
  )
  return outcome === 'open' ? null : outcome
}
