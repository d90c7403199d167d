import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHOICES, reachesQuorum, type Choice, type Outcome } from './majority.ts'
import { DEFAULT_RULE, TIES, type DecisionRule } from '../governance/rule.ts'
import { count, quorumNeeded, tally, wouldDecide, type Ballot, type TallyInput } from './tally.ts'

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
      ballots: choices.flatMap((choice, index): Ballot[] => (choice ? [{ elector: String(index), choice }] : [])),
      closed,
    }))

const silentOf = ({ electorate, ballots }: TallyInput): string[] =>
  electorate.filter((id) => !ballots.some(({ elector }) => elector === id))

/** Every way in which those who are silent might still speak, or not. */
function completions(input: TallyInput): TallyInput[] {
  return silentOf(input).reduce<TallyInput[]>(
    (all, elector) =>
      all.flatMap((one) => [
        one,
        ...CHOICES.map((choice) => ({ ...one, ballots: [...one.ballots, { elector, choice }] })),
      ]),
    [input],
  )
}

/** The specification's sentences once more, in another manner, for a ballot at its end. */
function specified({ rule, electorate, chair, ballots }: TallyInput): Outcome {
  if (electorate.length < rule.minimumFor) return 'referred'
  const voices = (choice: Choice) => ballots.filter((ballot) => ballot.choice === choice).length
  if (ballots.length * rule.quorum.denominator < rule.quorum.numerator * electorate.length) return 'referred'
  const chairSays = ballots.find(({ elector }) => elector === chair)?.choice
  const tied = voices('for') === voices('against') && voices('for') >= 1
  if (tied && rule.tie === 'reject') return 'rejected'
  const casting = (choice: Choice) => (tied && rule.tie === 'chair-casts' && chairSays === choice ? 1 : 0)
  const balance = voices('for') + casting('for') - voices('against') - casting('against')
  if (balance < 0) return 'rejected'
  return balance > 0 && voices('for') >= rule.minimumFor ? 'approved' : 'referred'
}

describe('the tally, for every rule and every set of voices', () => {
  it('comes to the specified outcome at the end', () => {
    fc.assert(
      fc.property(inputs(9), (input) => {
        expect(tally({ ...input, closed: true }).outcome).toBe(specified(input))
      }),
      { numRuns: 2000 },
    )
  })

  it('comes to the same result for every order of the same ballots and electors', () => {
    const shuffled = inputs(9).chain((input) =>
      fc.record({
        input: fc.constant(input),
        ballots: fc.shuffledSubarray([...input.ballots], { minLength: input.ballots.length }),
        electorate: fc.shuffledSubarray([...input.electorate], { minLength: input.electorate.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ input, ballots, electorate }) => {
        expect(tally({ ...input, ballots, electorate })).toEqual(tally(input))
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

  it('refuses nobody without a quorum and a voice against', () => {
    fc.assert(
      fc.property(inputs(9), (input) => {
        const { outcome, counts, quorumMet } = tally(input)
        if (outcome === 'rejected') expect(quorumMet && counts.against >= 1 && counts.against >= counts.for).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('approves only with a quorum, a majority and enough voices for', () => {
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

  it('refers an electorate smaller than the voices that approval takes', () => {
    fc.assert(
      fc.property(inputs(6), (input) => {
        const rule = { ...input.rule, minimumFor: input.electorate.length + 1 }
        expect(tally({ ...input, rule })).toMatchObject({ outcome: 'referred', reason: 'electorate-too-small' })
      }),
    )
  })

  it('never approves by one more voice against, nor refuses by one more voice for', () => {
    fc.assert(
      fc.property(inputs(7), (input) => {
        const [elector] = silentOf(input)
        fc.pre(elector !== undefined && elector !== input.chair)
        const before = tally({ ...input, closed: true })
        fc.pre(before.quorumMet)
        const after = (choice: Choice) =>
          tally({ ...input, ballots: [...input.ballots, { elector: elector ?? '', choice }], closed: true }).outcome
        if (before.outcome !== 'approved') expect(after('against')).not.toBe('approved')
        if (before.outcome !== 'rejected') expect(after('for')).not.toBe('rejected')
      }),
    )
  })

  it('warns exactly of the voices that decide', () => {
    fc.assert(
      fc.property(inputs(6), fc.nat({ max: 6 }), fc.constantFrom(...CHOICES), (input, who, choice) => {
        const elector = String(who)
        fc.pre(input.electorate.includes(elector) && tally(input).outcome === 'open')
        const ballots = [...input.ballots.filter((ballot) => ballot.elector !== elector), { elector, choice }]
        const { outcome } = tally({ ...input, ballots })
        expect(wouldDecide(input, elector, choice)).toBe(outcome === 'open' ? null : outcome)
      }),
    )
  })

  it('counts every voice once', () => {
    fc.assert(
      fc.property(inputs(9), ({ ballots, ...rest }) => {
        const { for: f, against, abstain } = count(ballots)
        expect(f + against + abstain).toBe(tally({ ...rest, ballots }).participants)
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
