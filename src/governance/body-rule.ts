import type { GovernanceBody } from '../payload-types.ts'
import { isCompetence, type Competence } from './competences.ts'
import { issueAt } from '../input/issue.ts'
import type { Issue } from '../lib/errors.ts'
import { ruleIssues, TIES, type DecisionRule, type RuleIssue } from './rule.ts'
import { ruleInWords } from './rule-in-words.ts'

type StoredRule = NonNullable<GovernanceBody['rule']>

/** A body's rule and competences as somebody proposes them, whole. */
export type RuleChange = { rule: DecisionRule; article: string | null; competences: Competence[] }

/** A stored rule as the tally takes it. */
export function ruleOfBody(rule: StoredRule): DecisionRule {
  return {
    quorum: { numerator: rule.quorumNumerator, denominator: rule.quorumDenominator },
    minimumFor: rule.minimumFor,
    tie: rule.tie,
    proxies: { perPerson: rule.proxiesPerPerson, countForQuorum: rule.proxiesCountForQuorum ?? false },
    ballotDays: rule.ballotDays,
  }
}

/** The other way round: the group is written whole. */
export function storedRule({ rule, article }: Pick<RuleChange, 'rule' | 'article'>): StoredRule {
  return {
    quorumNumerator: rule.quorum.numerator,
    quorumDenominator: rule.quorum.denominator,
    minimumFor: rule.minimumFor,
    tie: rule.tie,
    proxiesPerPerson: rule.proxies.perPerson,
    proxiesCountForQuorum: rule.proxies.countForQuorum,
    ballotDays: rule.ballotDays,
    article,
  }
}

/** The present rule and competences of a body, as a change that would change nothing. */
export function presentRule({ rule, competences }: Pick<GovernanceBody, 'rule' | 'competences'>): RuleChange {
  return { rule: ruleOfBody(rule), article: rule.article || null, competences: [...(competences ?? [])] }
}

/** Competences in a fixed order, so that two equal changes compare equal. */
export function sameChange(a: RuleChange, b: RuleChange): boolean {
  const form = ({ rule, article, competences }: RuleChange) =>
    JSON.stringify([storedRule({ rule, article }), [...competences].sort()])
  return form(a) === form(b)
}

/** Reads a stored proposal back. */
export function isRuleChange(value: unknown): value is RuleChange {
  if (typeof value !== 'object' || value === null || !('rule' in value) || !('competences' in value)) return false
  return isRule(value.rule) && Array.isArray(value.competences) && value.competences.every(isCompetence)
}

function isRule(value: unknown): value is DecisionRule {
  if (typeof value !== 'object' || value === null) return false
  const { quorum, minimumFor, tie, proxies, ballotDays }: Record<string, unknown> = Object.fromEntries(
    Object.entries(value),
  )
  return (
    typeof quorum === 'object' &&
    quorum !== null &&
    'numerator' in quorum &&
    typeof quorum.numerator === 'number' &&
    'denominator' in quorum &&
    typeof quorum.denominator === 'number' &&
    typeof proxies === 'object' &&
    proxies !== null &&
    'perPerson' in proxies &&
    typeof proxies.perPerson === 'number' &&
    'countForQuorum' in proxies &&
    typeof proxies.countForQuorum === 'boolean' &&
    typeof minimumFor === 'number' &&
    typeof ballotDays === 'number' &&
    TIES.some((each) => each === tie)
  )
}

const PLACES: Record<RuleIssue, string> = {
  'quorum-not-a-share': 'rule.quorum',
  'minimum-for-too-low': 'rule.minimumFor',
  'proxies-negative': 'rule.proxies.perPerson',
  'ballot-days-out-of-range': 'rule.ballotDays',
}

/** Everything wrong with a proposed rule. */
export const issuesOfRule = (rule: DecisionRule): Issue[] => ruleIssues(rule).map((code) => issueAt(PLACES[code], code))

/** A rule in words, with the article that it comes from or the reminder to look it up. */
export function ruleWithSource({ rule, article }: Pick<RuleChange, 'rule' | 'article'>): string {
  return `${ruleInWords(rule)} ${article ? `(Statuts, ${article}.)` : '(À vérifier dans vos statuts.)'}`
}
