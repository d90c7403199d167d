import { describe, expect, it } from 'vitest'
import { DEFAULT_RULE, type DecisionRule } from '../governance/rule.ts'
import { quorumNeeded, tally, wouldDecide, type Vote, type TallyInput } from './tally.ts'
import { type Choice } from './majority.ts'

const LETTERS: Record<string, Choice> = { f: 'for', a: 'against', o: 'abstain' }

/** One letter an elector of e1, e2 …: f for, a against, o abstain, - not voted. */
function vote(pattern: string, changed: Partial<TallyInput> = {}): TallyInput {
  const electorate = [...pattern].map((_, index) => `e${index + 1}`)
  const votes = [...pattern].flatMap((letter, index): Vote[] => {
    const choice = LETTERS[letter]
    return choice ? [{ elector: `e${index + 1}`, choice }] : []
  })
  return { rule: DEFAULT_RULE, electorate, votes, closed: false, ...changed }
}
const result = (pattern: string, changed: Partial<TallyInput> = {}): string => {
  const { outcome, reason } = tally(vote(pattern, changed))
  return `${outcome}: ${reason}`
}
const rule = (changed: Partial<DecisionRule>): { rule: DecisionRule } => ({ rule: { ...DEFAULT_RULE, ...changed } })

describe('a ballot of five under the default rule', () => {
  it.each([
    ['-----', 'open: votes-to-come'],
    ['ff---', 'open: votes-to-come'],
    ['fff--', 'approved: majority-for'],
    ['ffo--', 'open: votes-to-come'],
    ['ffoo-', 'approved: majority-for'],
    ['aaa--', 'rejected: majority-against'],
    ['aao--', 'open: votes-to-come'],
    ['aaoo-', 'rejected: majority-against'],
    ['ffaa-', 'open: votes-to-come'],
    ['ffaao', 'referred: tie'],
    ['fooo-', 'open: votes-to-come'],
    ['foooo', 'referred: too-few-for'],
    ['ooooo', 'referred: only-abstentions'],
    ['aoooo', 'rejected: majority-against'],
  ])('%s is %s', (pattern, expected) => expect(result(pattern)).toBe(expected))
})

describe('at the ballot’s end', () => {
  it.each([
    ['-----', 'referred: no-quorum'],
    ['ff---', 'referred: no-quorum'],
    ['aa---', 'referred: no-quorum'],
    ['ffo--', 'approved: majority-for'],
    ['aao--', 'rejected: majority-against'],
    ['fao--', 'referred: tie'],
    ['ooo--', 'referred: only-abstentions'],
    ['foo--', 'referred: too-few-for'],
  ])('%s is %s', (pattern, expected) => expect(result(pattern, { closed: true })).toBe(expected))

  it('silence refers even where no quorum is asked for', () => {
    expect(result('-----', { closed: true, ...rule({ quorum: { numerator: 0, denominator: 1 } }) })).toBe(
      'referred: no-voices',
    )
  })
})

describe('a tie', () => {
  const casting = { ...rule({ tie: 'chair-casts' }), chair: 'e1' }

  it('goes with the chair under chair-casts', () => {
    expect(result('ffaa', casting)).toBe('approved: chair-casts')
    expect(result('aaff', casting)).toBe('rejected: chair-casts')
  })

  it('is referred when the chair abstained, is silent, recused, or does not exist', () => {
    expect(result('offaa', casting)).toBe('referred: tie')
    expect(result('-ffaa', { ...casting, closed: true })).toBe('referred: tie')
    expect(result('ffaa', { ...casting, chair: 'recused' })).toBe('referred: tie')
    expect(result('ffaa', { ...casting, chair: null })).toBe('referred: tie')
  })

  it('may be foreseen once the chair has voted', () => {
    expect(result('ffa-', casting)).toBe('approved: majority-for')
    expect(result('fa--', casting)).toBe('open: votes-to-come')
    expect(result('-ffa', casting)).toBe('open: votes-to-come')
  })

  it('is not made an approval by the chair’s vote counting as two people', () => {
    expect(result('fa', casting)).toBe('referred: too-few-for')
    expect(result('faoo', casting)).toBe('referred: too-few-for')
  })

  it('is a rejection under reject, but never without a vote against', () => {
    expect(result('ffaa', rule({ tie: 'reject' }))).toBe('rejected: tie-rejects')
    expect(
      result('ffaa', {
        ...rule({ tie: 'reject', quorum: { numerator: 1, denominator: 1 } }),
        electorate: ['e1', 'e2', 'e3', 'e4', 'e5'],
        closed: true,
      }),
    ).toBe('referred: no-quorum')
    expect(result('oooo', rule({ tie: 'reject' }))).toBe('referred: only-abstentions')
  })
})

describe('an electorate too small to approve', () => {
  it('is referred at once, whatever its votes', () => {
    for (const pattern of ['', '-', 'f', 'a', 'o']) expect(result(pattern)).toBe('referred: electorate-too-small')
  })

  it('may be reached by recusals', () => {
    expect(wouldDecide(vote('--'), 'e1', 'recused')).toBe('referred')
  })
})

describe('the quorum', () => {
  it('is exact at its edge', () => {
    const twoThirds = rule({ quorum: { numerator: 2, denominator: 3 }, minimumFor: 1 })
    expect(result('ff-', { closed: true, ...twoThirds })).toBe('approved: majority-for')
    expect(result('ff--', { closed: true, ...twoThirds })).toBe('referred: no-quorum')
    expect(result('fff---', { closed: true, ...twoThirds })).toBe('referred: no-quorum')
    expect(result('ffff--', { closed: true, ...twoThirds })).toBe('approved: majority-for')
  })

  it('is told in people', () => {
    expect([0, 1, 2, 3, 4, 5].map((size) => quorumNeeded(DEFAULT_RULE, size))).toEqual([0, 1, 1, 2, 2, 3])
  })
})

describe('the votes counted', () => {
  it('are those of the electorate', () => {
    const input = vote('ffoo-')
    const outside: Vote = { elector: 'stranger', choice: 'against' }
    expect(tally({ ...input, votes: [...input.votes, outside] })).toEqual(tally(input))
  })

  it('are one a person', () => {
    const input = vote('f----')
    expect(() => tally({ ...input, votes: [...input.votes, { elector: 'e1', choice: 'against' }] })).toThrow(RangeError)
    expect(tally({ ...input, electorate: [...input.electorate, 'e1'] }).electorateSize).toBe(5)
  })

  it('are shown with what is still missing', () => {
    expect(tally(vote('fao--'))).toEqual({
      counts: { for: 1, against: 1, abstain: 1 },
      participants: 3,
      forQuorum: 3,
      electorateSize: 5,
      quorumNeeded: 3,
      quorumMet: true,
      votesToCome: 2,
      outcome: 'open',
      reason: 'votes-to-come',
    })
  })
})

describe('“votre voix emporte la décision”', () => {
  it('is said to who decides', () => {
    expect(wouldDecide(vote('ff---'), 'e3', 'for')).toBe('approved')
    expect(wouldDecide(vote('aa---'), 'e3', 'against')).toBe('rejected')
    expect(wouldDecide(vote('ffaa-'), 'e5', 'abstain')).toBe('referred')
  })

  it('is said to who changes a vote, or takes it out', () => {
    expect(wouldDecide(vote('ffa--'), 'e3', 'for')).toBe('approved')
    expect(wouldDecide(vote('ffa-'), 'e3', 'recused')).toBe('approved')
  })

  it('is not said to others', () => {
    expect(wouldDecide(vote('f----'), 'e2', 'for')).toBeNull()
    expect(wouldDecide(vote('ff---'), 'stranger', 'for')).toBeNull()
    expect(wouldDecide(vote('fff--'), 'e4', 'against')).toBeNull()
  })
})
