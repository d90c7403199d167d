import type { DecisionRule } from '../governance/rule.ts'

export const CHOICES = ['for', 'against', 'abstain'] as const
export type Choice = (typeof CHOICES)[number]
export type Counts = Record<Choice, number>

export const CHOICE_LABELS: Record<Choice, string> = { for: 'Pour', against: 'Contre', abstain: 'Abstention' }

export type Outcome = 'approved' | 'rejected' | 'referred'

export const OUTCOME_LABELS: Record<Outcome, string> = {
  approved: 'Adoptée',
  rejected: 'Rejetée',
  referred: 'Renvoyée en séance',
}

/** Why a set of votes comes to its outcome. */
export type Reason =
  | 'majority-for'
  | 'majority-against'
  | 'chair-casts'
  | 'tie-rejects'
  | 'tie'
  | 'too-few-for'
  | 'no-quorum'
  | 'only-abstentions'
  | 'no-voices'
  | 'electorate-too-small'

export const REASON_LABELS: Record<Reason, string> = {
  'majority-for': 'Les voix pour sont les plus nombreuses.',
  'majority-against': 'Les voix contre sont les plus nombreuses.',
  'chair-casts': 'À égalité, la voix de la présidence l’emporte.',
  'tie-rejects': 'À égalité, la règle veut le rejet.',
  tie: 'Les voix pour et contre sont à égalité.',
  'too-few-for': 'Les voix pour l’emportent, mais elles sont trop peu nombreuses.',
  'no-quorum': 'Le quorum n’est pas atteint.',
  'only-abstentions': 'Tous les votants se sont abstenus.',
  'no-voices': 'Personne n’a voté.',
  'electorate-too-small': 'Trop peu de membres peuvent voter.',
}

export interface Verdict {
  outcome: Outcome
  reason: Reason
}

/** Votes as they would stand if nobody else spoke. */
export interface Cast {
  counts: Counts
  electorateSize: number
  /** Those who count for the quorum: all participants, less proxies where the rule says so. */
  forQuorum: number
  /** What the chair chose; absent when the chair did not vote, is recused, or there is none. */
  chairChoice?: Choice
}

/** Whether so many participants reach the quorum; integers only, so exact at its edge. */
export const reachesQuorum = ({ quorum }: DecisionRule, participants: number, electorateSize: number): boolean =>
  participants * quorum.denominator >= quorum.numerator * electorateSize

const ruled = (outcome: Outcome, reason: Reason): Verdict => ({ outcome, reason })

const adopted = (rule: DecisionRule, counts: Counts, reason: Reason): Verdict =>
  counts.for >= rule.minimumFor ? ruled('approved', reason) : ruled('referred', 'too-few-for')

function breakTie(rule: DecisionRule, { counts, chairChoice }: Cast): Verdict {
  switch (rule.tie) {
    case 'refer':
      return ruled('referred', 'tie')
    case 'reject':
      return ruled('rejected', 'tie-rejects')
    case 'chair-casts':
      if (chairChoice === 'for') return adopted(rule, counts, 'chair-casts')
      return chairChoice === 'against' ? ruled('rejected', 'chair-casts') : ruled('referred', 'tie')
  }
}

/**
 * What votes decide if no more of them come. Never refused for want of votes: without a quorum, or
 * without a vote against, the file is referred.
 *
 * The chair's casting vote breaks the tie; it does not count towards `minimumFor`, which asks for
 * so many people. Otherwise one more vote *against* could turn a referral into an approval.
 */
export function settle(rule: DecisionRule, cast: Cast): Verdict {
  const { counts, electorateSize, forQuorum } = cast
  if (electorateSize < rule.minimumFor) return ruled('referred', 'electorate-too-small')
  if (!reachesQuorum(rule, forQuorum, electorateSize)) return ruled('referred', 'no-quorum')
  if (counts.for > counts.against) return adopted(rule, counts, 'majority-for')
  if (counts.against > counts.for) return ruled('rejected', 'majority-against')
  if (counts.for > 0) return breakTie(rule, cast)
  return ruled('referred', counts.abstain > 0 ? 'only-abstentions' : 'no-voices')
}
