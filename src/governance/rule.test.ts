import { describe, expect, it } from 'vitest'
import { DEFAULT_RULE, ruleIssues, type DecisionRule } from './rule.ts'
import { ruleInWords } from './rule-in-words.ts'

const rule = (changed: Partial<DecisionRule>): DecisionRule => ({ ...DEFAULT_RULE, ...changed })

describe('a decision rule in words', () => {
  it('reads as its electors would say it', () => {
    expect(ruleInWords(DEFAULT_RULE)).toBe(
      'Le quorum est atteint lorsque la moitié au moins des membres appelés à voter se prononcent, abstentions comprises. ' +
        'La proposition est adoptée lorsque les voix pour sont plus nombreuses que les voix contre et qu’il y en a au moins deux. ' +
        'Si moins de deux membres peuvent voter, elle est renvoyée à une séance. ' +
        'Elle est rejetée lorsque les voix contre sont plus nombreuses que les voix pour. ' +
        'En cas d’égalité, la proposition est renvoyée à la prochaine séance. ' +
        'Sans quorum, ou si tous s’abstiennent, elle est renvoyée à la prochaine séance, jamais rejetée. ' +
        'En séance, un membre présent peut porter un seul pouvoir\u202f; les pouvoirs comptent pour le quorum. ' +
        'Le vote en ligne dure dix jours au plus et s’achève dès que le résultat est acquis.',
    )
  })

  it.each<[number, number, string]>([
    [2, 4, 'la moitié au moins des membres'],
    [2, 3, 'les deux tiers au moins des membres'],
    [5, 5, 'tous les membres appelés à voter se prononcent'],
    [3, 5, 'les 3/5 au moins des membres'],
    [0, 4, 'Aucun quorum n’est exigé.'],
  ])('says a quorum of %i/%i', (numerator, denominator, words) => {
    expect(ruleInWords(rule({ quorum: { numerator, denominator } }))).toContain(words)
  })

  it('says what a tie, proxies, and short or long ballots mean', () => {
    expect(ruleInWords(rule({ tie: 'chair-casts' }))).toContain('la voix de la présidence est prépondérante')
    expect(ruleInWords(rule({ tie: 'reject' }))).toContain('En cas d’égalité, la proposition est rejetée.')
    expect(ruleInWords(rule({ proxies: { perPerson: 0, countForQuorum: false } }))).toContain(
      'Personne ne peut voter pour un absent.',
    )
    expect(ruleInWords(rule({ proxies: { perPerson: 2, countForQuorum: false } }))).toContain(
      'jusqu’à deux pouvoirs\u202f; les pouvoirs ne comptent pas pour le quorum',
    )
    expect(ruleInWords(rule({ ballotDays: 1 }))).toContain('dure un jour au plus')
    expect(ruleInWords(rule({ ballotDays: 15 }))).toContain('dure 15 jours au plus')
    expect(ruleInWords(rule({ minimumFor: 1 }))).not.toContain('au moins une')
  })
})

describe('a decision rule as typed', () => {
  it('is fit for counting when it is made of whole numbers in their bounds', () => {
    expect(ruleIssues(DEFAULT_RULE)).toEqual([])
  })

  it.each<[Partial<DecisionRule>, string]>([
    [{ quorum: { numerator: 3, denominator: 2 } }, 'quorum-not-a-share'],
    [{ quorum: { numerator: 1, denominator: 0 } }, 'quorum-not-a-share'],
    [{ quorum: { numerator: 0.5, denominator: 1 } }, 'quorum-not-a-share'],
    [{ minimumFor: 0 }, 'minimum-for-too-low'],
    [{ minimumFor: NaN }, 'minimum-for-too-low'],
    [{ proxies: { perPerson: -1, countForQuorum: true } }, 'proxies-negative'],
    [{ ballotDays: 0 }, 'ballot-days-out-of-range'],
    [{ ballotDays: 366 }, 'ballot-days-out-of-range'],
  ])('is refused: %j', (changed, issue) => expect(ruleIssues(rule(changed))).toEqual([issue]))
})
