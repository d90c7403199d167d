/** How a body decides. What its statutes say, held as data on the body and frozen on each ballot. */
export interface DecisionRule {
  /** Share of the electorate that must take part (abstentions included), as a fraction of integers. */
  quorum: { numerator: number; denominator: number }
  /** Votes for without which nothing is approved, at least 1. */
  minimumFor: number
  tie: Tie
  proxies: {
    /** How many absent electors one present elector may vote for in a session; 0 for none. */
    perPerson: number
    countForQuorum: boolean
  }
  /** Length of an online ballot, in days. */
  ballotDays: number
}

export const TIES = ['refer', 'chair-casts', 'reject'] as const
export type Tie = (typeof TIES)[number]

export const TIE_LABELS: Record<Tie, string> = {
  refer: 'Renvoi à la prochaine séance',
  'chair-casts': 'Voix prépondérante de la présidence',
  reject: 'Rejet',
}

/** The rule of a body until somebody enters the one of its statutes; shown as "à vérifier dans vos statuts". */
export const DEFAULT_RULE: DecisionRule = {
  quorum: { numerator: 1, denominator: 2 },
  minimumFor: 2,
  tie: 'refer',
  proxies: { perPerson: 1, countForQuorum: true },
  ballotDays: 10,
}

export type RuleIssue = 'quorum-not-a-share' | 'minimum-for-too-low' | 'proxies-negative' | 'ballot-days-out-of-range'

const isInteger = (value: number, least: number, most = Number.MAX_SAFE_INTEGER): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most

/** Everything wrong with a rule as somebody typed it; empty when the tally may rely on it. */
export function ruleIssues(rule: DecisionRule): RuleIssue[] {
  const { numerator, denominator } = rule.quorum
  const issues: RuleIssue[] = []
  if (!isInteger(denominator, 1, 1000) || !isInteger(numerator, 0, denominator)) issues.push('quorum-not-a-share')
  if (!isInteger(rule.minimumFor, 1)) issues.push('minimum-for-too-low')
  if (!isInteger(rule.proxies.perPerson, 0)) issues.push('proxies-negative')
  if (!isInteger(rule.ballotDays, 1, 365)) issues.push('ballot-days-out-of-range')
  return issues
}
