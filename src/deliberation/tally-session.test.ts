import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_RULE } from '../governance/rule.ts'
import { tallySession } from './tally-session.ts'
import { CATALOGUE } from '../input/catalogue.ts'
import { type SessionInput } from './session-input.ts'
import { tally, type Vote } from './tally.ts'
import { CHOICES, type Choice } from './majority.ts'

const FIVE = ['ana', 'bob', 'cyr', 'dia', 'eve']
const votes = (choices: Record<string, Choice>): { byName: Vote[] } => ({
  byName: Object.entries(choices).map(([elector, choice]) => ({ elector, choice })),
})
const session = (changed: Partial<SessionInput>): SessionInput => ({
  rule: DEFAULT_RULE,
  electorate: FIVE,
  present: ['ana', 'bob', 'cyr'],
  represented: [],
  recused: [],
  chair: 'ana',
  votes: { counts: { for: 3, against: 0, abstain: 0 } },
  ...changed,
})
const decided = (changed: Partial<SessionInput>) => tallySession(session(changed)).tally
const issues = (changed: Partial<SessionInput>): string[] =>
  tallySession(session(changed)).issues.map(({ code, person }) => (person ? `${code} ${person}` : code))

describe('a decision in session', () => {
  it('is counted by name or in numbers alike', () => {
    const byName = decided({ votes: votes({ ana: 'for', bob: 'for', cyr: 'against' }) })
    expect(byName).toMatchObject({
      outcome: 'approved',
      reason: 'majority-for',
      participants: 3,
      quorumNeeded: 3,
      votesToCome: 0,
    })
    expect(decided({ votes: { counts: { for: 2, against: 1, abstain: 0 } } })).toEqual(byName)
  })

  it('is never open: what does not decide is referred', () => {
    expect(decided({ votes: votes({ ana: 'for', bob: 'for' }) })).toMatchObject({
      outcome: 'referred',
      reason: 'no-quorum',
    })
    expect(decided({ votes: votes({}) })).toMatchObject({ outcome: 'referred', reason: 'no-quorum' })
    expect(decided({ votes: votes({ ana: 'for', bob: 'against', cyr: 'abstain' }) })).toMatchObject({
      outcome: 'referred',
      reason: 'tie',
    })
  })

  it('takes the recused out of the electorate, named there or not, present or not', () => {
    const recused = { recused: ['dia', 'eve'], votes: votes({ ana: 'for', bob: 'for' }) }
    expect(decided(recused)).toMatchObject({ outcome: 'approved', electorateSize: 3, quorumNeeded: 2 })
    expect(decided({ ...recused, electorate: ['ana', 'bob', 'cyr'] })).toMatchObject({
      outcome: 'approved',
      electorateSize: 3,
    })
    expect(decided({ ...recused, present: ['ana', 'bob', 'dia'] })).toMatchObject({
      outcome: 'approved',
      electorateSize: 3,
    })
  })

  it('is referred when recusals leave too few to approve', () => {
    expect(decided({ recused: ['bob', 'cyr', 'dia', 'eve'], votes: votes({ ana: 'for' }) })).toMatchObject({
      outcome: 'referred',
      reason: 'electorate-too-small',
    })
  })

  it('counts proxies, for the quorum only where the rule says so', () => {
    const present = ['ana', 'bob']
    const represented = [{ elector: 'dia', by: 'bob' }]
    const named = votes({ ana: 'for', bob: 'for', dia: 'for' })
    const strict = { ...DEFAULT_RULE, proxies: { perPerson: 1, countForQuorum: false } }
    expect(decided({ present, represented, votes: named })).toMatchObject({ outcome: 'approved', participants: 3 })
    expect(decided({ present, represented, votes: named, rule: strict })).toMatchObject({
      reason: 'no-quorum',
      participants: 3,
      forQuorum: 2,
    })
    expect(decided({ present, represented, rule: strict })).toMatchObject({
      reason: 'no-quorum',
      participants: 3,
      forQuorum: 2,
    })
    expect(decided({ represented, rule: strict, votes: { counts: { for: 4, against: 0, abstain: 0 } } })).toMatchObject(
      {
        outcome: 'approved',
        forQuorum: 3,
      },
    )
  })

  it('takes as many proxies as those present may carry, where the minutes do not say who carried which', () => {
    const represented = [{ elector: 'dia' }, { elector: 'eve', by: null }]
    expect(
      decided({ present: ['ana', 'bob'], represented, votes: { counts: { for: 4, against: 0, abstain: 0 } } }),
    ).toMatchObject({
      outcome: 'approved',
      participants: 4,
    })
  })

  it('knows the chair’s casting vote by name, or where the minutes say it', () => {
    const rule = { ...DEFAULT_RULE, tie: 'chair-casts' as const }
    const present = ['ana', 'bob', 'cyr', 'dia']
    const counts = { for: 2, against: 2, abstain: 0 }
    expect(
      decided({ rule, present, votes: votes({ ana: 'against', bob: 'against', cyr: 'for', dia: 'for' }) }),
    ).toMatchObject({ outcome: 'rejected' })
    expect(decided({ rule, present, votes: { counts } })).toMatchObject({ outcome: 'referred', reason: 'tie' })
    expect(decided({ rule, present, votes: { counts, chairChoice: 'for' } })).toMatchObject({
      outcome: 'approved',
      reason: 'chair-casts',
    })
  })

  it('comes to what an online ballot of the same votes comes to at its end', () => {
    const choices = fc.array(fc.constantFrom<(Choice | null)[]>(null, ...CHOICES), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(choices, (all) => {
        const byName = all.flatMap((choice, index): Vote[] => {
          const elector = FIVE[index]
          return choice && elector ? [{ elector, choice }] : []
        })
        const online = tally({ rule: DEFAULT_RULE, electorate: FIVE, votes: byName, closed: true })
        expect(decided({ present: FIVE, votes: { byName } })).toEqual({ ...online, votesToCome: 0 })
      }),
    )
  })
})

describe('what was entered of a session is refused when', () => {
  it.each<[string, Partial<SessionInput>, string[]]>([
    ['somebody without a mandate is there', { present: [...FIVE, 'zoe'] }, ['not-an-elector zoe']],
    ['somebody is there twice', { present: ['ana', 'bob', 'cyr', 'ana'] }, ['named-twice ana']],
    ['somebody is there and represented', { represented: [{ elector: 'cyr', by: 'bob' }] }, ['named-twice cyr']],
    [
      'the holder of a proxy is not there',
      { represented: [{ elector: 'dia', by: 'eve' }] },
      ['proxy-holder-not-present dia'],
    ],
    [
      'the holder of a proxy is recused',
      { recused: ['bob'], represented: [{ elector: 'dia', by: 'bob' }] },
      ['proxy-holder-not-present dia'],
    ],
    [
      'one person holds more proxies than the rule allows',
      {
        represented: [
          { elector: 'dia', by: 'bob' },
          { elector: 'eve', by: 'bob' },
        ],
      },
      ['too-many-proxies bob'],
    ],
    [
      'more are represented than those present may carry',
      { present: ['ana'], represented: [{ elector: 'dia' }, { elector: 'eve' }] },
      ['too-many-proxies'],
    ],
    ['an absent person votes', { votes: votes({ ana: 'for', dia: 'for' }) }, ['voice-of-absent dia']],
    [
      'a recused person votes',
      { recused: ['cyr'], votes: votes({ ana: 'for', cyr: 'for' }) },
      ['voice-of-recused cyr'],
    ],
    [
      'a person votes twice',
      {
        votes: {
          byName: [
            { elector: 'ana', choice: 'for' },
            { elector: 'ana', choice: 'against' },
          ],
        },
      },
      ['voice-twice ana'],
    ],
    [
      'there are more votes than people',
      { votes: { counts: { for: 3, against: 1, abstain: 0 } } },
      ['more-voices-than-participants'],
    ],
    ['a recused person’s vote is in the numbers', { recused: ['cyr'] }, ['more-voices-than-participants']],
    ['a number is negative', { votes: { counts: { for: 3, against: -1, abstain: 0 } } }, ['counts-not-whole']],
    ['a number is no whole one', { votes: { counts: { for: 1.5, against: 0, abstain: 0 } } }, ['counts-not-whole']],
    [
      'the chair’s choice is in no count',
      { votes: { counts: { for: 3, against: 0, abstain: 0 }, chairChoice: 'against' } },
      ['chair-choice-not-counted'],
    ],
    [
      'the chair was not there to choose',
      { chair: 'eve', votes: { counts: { for: 3, against: 0, abstain: 0 }, chairChoice: 'for' } },
      ['chair-choice-not-counted'],
    ],
  ])('%s', (_, changed, expected) => {
    expect(issues(changed)).toEqual(expected)
    expect(decided(changed)).toBeNull()
  })

  it('several things are wrong, and all are said at once', () => {
    expect(issues({ present: ['ana', 'zoe'], votes: votes({ zoe: 'for', eve: 'for' }) })).toEqual([
      'not-an-elector zoe',
      'voice-of-absent zoe',
      'voice-of-absent eve',
    ])
  })

  it('a proxy is used where the rule allows none', () => {
    const rule = { ...DEFAULT_RULE, proxies: { perPerson: 0, countForQuorum: true } }
    expect(issues({ rule, represented: [{ elector: 'dia', by: 'bob' }] })).toEqual(['too-many-proxies bob'])
    expect(issues({ rule, represented: [{ elector: 'dia' }] })).toEqual(['too-many-proxies'])
  })
})

it('every issue of an input, those of a session among them, has its sentence in French and English', () => {
  for (const { fr, en } of Object.values(CATALOGUE)) expect(fr).not.toBe(en)
})
