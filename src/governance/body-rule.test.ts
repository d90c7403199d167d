import { describe, expect, it } from 'vitest'
import { issuesOfRule, isRuleChange, presentRule, ruleWithSource, sameChange, storedRule } from './body-rule.ts'
import { DEFAULT_RULE } from './rule.ts'

const change = { rule: DEFAULT_RULE, article: null, competences: [] }

describe('the rule of a body', () => {
  it('is the same after it was stored and read', () => {
    const rule = {
      quorum: { numerator: 2, denominator: 3 },
      minimumFor: 4,
      tie: 'chair-casts' as const,
      proxies: { perPerson: 0, countForQuorum: false },
      ballotDays: 21,
    }
    expect(presentRule({ rule: storedRule({ rule, article: '12' }), competences: ['publication-review'] })).toEqual({
      rule,
      article: '12',
      competences: ['publication-review'],
    })
  })

  it('is the same change whatever the order of the competences', () => {
    const both = { ...change, competences: ['publication-review', 'publication-adoption'] as const }
    expect(
      sameChange(
        { ...both, competences: [...both.competences] },
        { ...both, competences: [...both.competences].reverse() },
      ),
    ).toBe(true)
    expect(sameChange(change, { ...change, article: '12' })).toBe(false)
  })

  it('names the place of each thing that cannot work', () => {
    expect(
      issuesOfRule({ ...DEFAULT_RULE, minimumFor: 0, ballotDays: 0 }).map(({ path, code }) => [path, code]),
    ).toEqual([
      ['rule.minimumFor', 'minimum-for-too-low'],
      ['rule.ballotDays', 'ballot-days-out-of-range'],
    ])
    expect(issuesOfRule(DEFAULT_RULE)).toEqual([])
  })

  it('says where it comes from, or that it is to be looked up', () => {
    expect(ruleWithSource(change)).toMatch(/\(À vérifier dans vos statuts\.\)$/)
    expect(ruleWithSource({ ...change, article: 'article 12' })).toMatch(/\(Statuts, article 12\.\)$/)
  })

  it('is read back from what is stored, and nothing else is taken for one', () => {
    expect(isRuleChange(JSON.parse(JSON.stringify(change)))).toBe(true)
    for (const other of [
      null,
      {},
      { rule: {}, competences: [] },
      { ...change, competences: ['all'] },
      { ...change, rule: { ...DEFAULT_RULE, tie: 'coin' } },
    ])
      expect(isRuleChange(other)).toBe(false)
  })
})
