import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHOICES, reachesQuorum, type Choice, type Outcome } from './majority.ts'
import { DEFAULT_RULE, TIES, type DecisionRule } from '../governance/rule.ts'
import { count, quorumNeeded, tally, wouldDecide, type Vote, type TallyInput } from './tally.ts'

const rules: fc.Arbitrary<DecisionRule> = fc
  .record({
    denominator: fc.integer({ min: 1, max: 7 }),
    part: fc.nat({ max: 7 }),
    minimumFor: fc.integer({ min: 1, max: 4 }),
    tie: fc.constantFrom(...TIES),
  })
  .map(({ denominator, part, minimumFor, tie }) => ({
    ...DEFAULT_RULE,
    quorum: { numerator: part % (denominator + 1), denominator },
    minimumFor,
    tie,
  }))

/** Electors 0, 1 … of whom some voted; the chair is one of them, or nobody who may vote. */
const inputs = (largest: number): fc.Arbitrary<TallyInput> =>
  fc
    .record({
      rule: rules,
      choices: fc.array(fc.constantFrom<(Choice | null)[]>(null, ...CHOICES), { maxLength: largest }),
      chair: fc.nat({ max: largest }),
      closed: fc.boolean(),
    })
    .map(({ rule, choices, chair, closed }) => ({
      rule,
      electorate: choices.map((_, index) => String(index)),
      chair: String(chair),
      votes: choices.flatMap((choice, index): Vote[] => (choice ? [{ elector: String(index), choice }] : [])),
      closed,
    }))

const silentOf = ({ electorate, votes }: TallyInput): string[] =>
  electorate.filter((id) => !votes.some(({ elector }) => elector === id))

/** Every way in which those who are silent might still speak, or not. */
function completions(input: TallyInput): TallyInput[] {
  return silentOf(input).reduce<TallyInput[]>(
    (all, elector) =>
      all.flatMap((one) => [one, ...CHOICES.map((choice) => ({ ...one, votes: [...one.votes, { elector, choice }] }))]),
    [input],
  )
}

/** The specification's sentences once more, in another manner, for a ballot at its end. */
function specified({ rule, electorate, chair, votes }: TallyInput): Outcome {
  if (electorate.length < rule.minimumFor) return 'referred'
  const votesFor = (choice: Choice) => votes.filter((vote) => vote.choice === choice).length
  if (votes.length * rule.quorum.denominator < rule.quorum.numerator * electorate.length) return 'referred'
  const chairSays = votes.find(({ elector }) => elector === chair)?.choice
  const tied = votesFor('for') === votesFor('against') && votesFor('for') >= 1
  if (tied && rule.tie === 'reject') return 'rejected'
  const casting = (choice: Choice) => (tied && rule.tie === 'chair-casts' && chairSays === choice ? 1 : 0)
  const balance = votesFor('for') + casting('for') - votesFor('against') - casting('against')
  if (balance < 0) return 'rejected'
  return balance > 0 && votesFor('for') >= rule.minimumFor ? 'approved' : 'referred'
}

describe('the tally, for every rule and every set of votes', () => {
  it('comes to the specified outcome at the end', () => {
    fc.assert(
      fc.property(inputs(9), (input) => {
        expect(tally({ ...input, closed: true }).outcome).toBe(specified(input))
      }),
      { numRuns: 2000 },
    )
  })

  it('comes to the same result for every order of the same votes and electors', () => {
    const shuffled = inputs(9).chain((input) =>
      fc.record({
        input: fc.constant(input),
        votes: fc.shuffledSubarray([...input.votes], { minLength: input.votes.length }),
        electorate: fc.shuffledSubarray([...input.electorate], { minLength: input.electorate.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ input, votes, electorate }) => {
        expect(tally({ ...input, votes, electorate })).toEqual(tally(input))
      }),
    )
  })

  it('decides early exactly when every completion ends alike', () => {
    fc.assert(
      fc.property(inputs(5), (input) => {
        const ends = new Set(completions(input).map(specified))
        const { outcome } = tally({ ...input, closed: false })
        expect(outcome).toBe(ends.size > 1 ? 'open' : [...ends][0])
      }),
      { numRuns: 1500 },
    )
  })

  it('never changes an outcome once reached, whatever is still said before or at the end', () => {
    fc.assert(
      fc.property(inputs(5), (input) => {
        const { outcome } = tally({ ...input, closed: false })
        fc.pre(outcome !== 'open')
        for (const later of completions(input)) {
          for (const closed of [false, true]) expect(tally({ ...later, closed }).outcome).toBe(outcome)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is never open at its end or when all have voted', () => {
    fc.assert(
      fc.property(inputs(9), (input) => {
        if (input.closed || silentOf(input).length === 0) expect(tally(input).outcome).not.toBe('open')
      }),
    )
  })

  it('refuses nobody without a quorum and a vote against', () => {
    fc.assert(
      fc.property(inputs(9), (input) => {
        const { outcome, counts, quorumMet } = tally(input)
        if (outcome === 'rejected') expect(quorumMet && counts.against >= 1 && counts.against >= counts.for).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('approves only with a quorum, a majority and enough votes for', () => {
    fc.assert(
      fc.property(inputs(9), (input) => {
        const { outcome, reason, counts, quorumMet } = tally(input)
        if (outcome !== 'approved') return
        expect(quorumMet && counts.for >= input.rule.minimumFor).toBe(true)
        expect(counts.for > counts.against || (reason === 'chair-casts' && counts.for === counts.against)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('refers an electorate smaller than the votes that approval takes', () => {
    fc.assert(
      fc.property(inputs(6), (input) => {
        const rule = { ...input.rule, minimumFor: input.electorate.length + 1 }
        expect(tally({ ...input, rule })).toMatchObject({ outcome: 'referred', reason: 'electorate-too-small' })
      }),
    )
  })

  it('never approves by one more vote against, nor refuses by one more vote for', () => {
    fc.assert(
      fc.property(inputs(7), (input) => {
        const [elector] = silentOf(input)
        fc.pre(elector !== undefined && elector !== input.chair)
        const before = tally({ ...input, closed: true })
        fc.pre(before.quorumMet)
        const after = (choice: Choice) =>
          tally({ ...input, votes: [...input.votes, { elector: elector ?? '', choice }], closed: true }).outcome
        if (before.outcome !== 'approved') expect(after('against')).not.toBe('approved')
        if (before.outcome !== 'rejected') expect(after('for')).not.toBe('rejected')
      }),
    )
  })

  it('warns exactly of the votes that decide', () => {
    fc.assert(
      fc.property(inputs(6), fc.nat({ max: 6 }), fc.constantFrom(...CHOICES), (input, who, choice) => {
        const elector = String(who)
        fc.pre(input.electorate.includes(elector) && tally(input).outcome === 'open')
        const votes = [...input.votes.filter((vote) => vote.elector !== elector), { elector, choice }]
        const { outcome } = tally({ ...input, votes })
        expect(wouldDecide(input, elector, choice)).toBe(outcome === 'open' ? null : outcome)
      }),
    )
  })

  it('counts every vote once', () => {
    fc.assert(
      fc.property(inputs(9), ({ votes, ...rest }) => {
        const { for: f, against, abstain } = count(votes)
        expect(f + against + abstain).toBe(tally({ ...rest, votes }).participants)
      }),
    )
  })
})

describe('the quorum, in integers', () => {
  const share = fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.nat({ max: 1000 })).map(([denominator, part]) => ({
    ...DEFAULT_RULE,
    quorum: { numerator: part % (denominator + 1), denominator },
  }))

  it('is met from the needed number on and not one below', () => {
    fc.assert(
      fc.property(share, fc.nat({ max: 100_000 }), (rule, size) => {
        const needed = quorumNeeded(rule, size)
        expect(Number.isInteger(needed) && needed <= size).toBe(true)
        expect(reachesQuorum(rule, needed, size)).toBe(true)
        expect(needed > 0 && reachesQuorum(rule, needed - 1, size)).toBe(false)
      }),
    )
  })

  it('does not depend on how the share is written', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 2, max: 9 }), fc.nat({ max: 500 }), (rule, times, size) => {
        const { numerator, denominator } = rule.quorum
        const written = { ...rule, quorum: { numerator: numerator * times, denominator: denominator * times } }
        expect(quorumNeeded(written, size)).toBe(quorumNeeded(rule, size))
      }),
    )
  })
})
