import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { castVote } from '../../src/adhesion/actions/cast-vote.ts'
import { claim } from '../../src/adhesion/actions/claim.ts'
import { closeRound } from '../../src/adhesion/actions/close-round.ts'
import type { SessionRecord } from '../../src/deliberation/stored-round.ts'
import { tally } from '../../src/deliberation/tally.ts'
import { CHOICES, type Choice } from '../../src/deliberation/majority.ts'
import { setClock } from '../../src/lib/clock.ts'
import { parisDay } from '../../src/lib/dates.ts'
import { startApp, type TestApp } from '../support/app.ts'
import {
  answerOf,
  beforeBureau,
  chainHolds,
  factsOf,
  fileOf,
  houseWith,
  journalOf,
  lastRound,
  membersOf,
  seat,
  votes,
  type House,
} from '../support/bureau.ts'
import { signed } from '../support/applications.ts'
import { copiesOf } from '../support/copies.ts'
import { owed } from '../support/outbox.ts'
import { sessionSent } from '../support/session-sent.ts'
import { confirmSessionDecision, recordSessionDecision, sendBack } from '../support/actions.ts'

let app: TestApp
let house: House
/** A file before the Bureau on which nobody has voted. */
let untouched: string

beforeAll(async () => {
  app = await startApp()
  house = await houseWith(app)
  untouched = await beforeBureau(house)
})

afterEach(() => setClock(null))

afterAll(() => app.stop())

const STATUS = { approved: 'validated', rejected: 'rejected', referred: 'referred' } as const

/** Every mix of five votes in turn: all for, all against, ties, abstentions. */
const mixOf = (round: number): Choice[] =>
  [0, 1, 2, 3, 4].map((place) => CHOICES[Math.floor((round * 7) / 3 ** place) % 3] ?? 'for')

function outcomeOf(choices: readonly Choice[]): (typeof STATUS)[keyof typeof STATUS] {
  const electorate = house.seats.map(({ person }) => person.id)
  const { outcome } = tally({
    rule: {
      quorum: { numerator: 1, denominator: 2 },
      minimumFor: 2,
      tie: 'refer',
      proxies: { perPerson: 1, countForQuorum: false },
      ballotDays: 10,
    },
    electorate,
    chair: house.chair.person.id,
    votes: choices.map((choice, place) => ({ elector: seat(house, place).person.id, choice })),
    closed: true,
  })
  if (outcome === 'open') throw new Error('A closed ballot has an outcome')
  return STATUS[outcome]
}

/** The e-mails owed about a file, each as its template and recipient. */
const mailsOf = async (id: string) =>
  (await owed(app.payload, { adhesion: id })).map(({ template, recipient }) => `${template} ${recipient}`).sort()

async function mailsDueOn(id: string): Promise<string[]> {
  const { status, representative, contact } = await fileOf(app.payload, id)
  const office = [house.secretary.user.email, house.colleague.user.email]
  switch (status) {
    case 'validated':
      return [
        ...[representative?.email, contact?.email].map((email) => `validation ${email}`),
        ...office.map((email) => `outcome-recorded ${email}`),
      ].sort()
    case 'rejected':
      return [...office, house.chair.user.email].map((email) => `outcome-recorded ${email}`).sort()
    case 'referred':
      return office.map((email) => `ballot-referred ${email}`).sort()
    default:
      return []
  }
}

/** The same database as another process sees it, which knows nothing of whose turn it is here. */
const anotherProcess = (): Payload =>
  Object.assign(Object.create(app.payload) as Payload, { [Symbol.for('cpof.turns')]: new Map() })

/** Who is told that too many act at once tries again, as they are asked to. */
async function toldAtLast(act: () => Promise<{ status: string }>): Promise<string> {
  for (;;) {
    const answer = await answerOf(act())
    if (answer !== 'busy') return answer
  }
}

const votesOn = async (id: string) =>
  (await app.payload.count({ collection: 'votes', where: { subject: { equals: `adhesion:${id}` } } })).totalDocs

const minutes = (): SessionRecord => ({
  sessionDay: parisDay(new Date()),
  minutesReference: 'PV 2026-11',
  present: house.seats.map(({ person }) => person.id),
  represented: [],
  recused: [],
  votes: { counts: { for: 0, against: 5, abstain: 0 } },
})

describe('five electors who vote at the same moment, nobody before them', () => {
  it('come to one outcome, one member or none and each e-mail once, fifty times of fifty', {
    timeout: 240_000,
  }, async () => {
    const seen = new Map<string, number>()
    for (const [round, id] of (await copiesOf(house, untouched, 50)).entries()) {
      const choices = mixOf(round)
      // In turn, all come through one process, and each through a process of their own.
      const through = round % 2 === 0 ? () => app.payload : anotherProcess
      const answers = await Promise.all(
        choices.map((choice, place) =>
          toldAtLast(() => castVote(through(), { id, actor: seat(house, place).actor, choice })),
        ),
      )
      const expected = outcomeOf(choices)
      const { status, member } = await fileOf(app.payload, id)
      expect([round, status]).toEqual([round, expected])
      seen.set(status, (seen.get(status) ?? 0) + 1)
      expect(answers.filter((answer) => answer === expected)).toHaveLength(1)
      expect(answers.filter((answer) => !['before-bureau', expected, 'wrong-state'].includes(answer))).toEqual([])
      const taken = answers.filter((answer) => answer !== 'wrong-state').length
      expect(await votesOn(id)).toBe(taken)
      expect((await membersOf(app.payload, id)).map((made) => made.id)).toEqual(status === 'validated' ? [member] : [])
      expect(await mailsOf(id)).toEqual(await mailsDueOn(id))
      const facts = await factsOf(app.payload, id)
      expect(facts).toEqual([
        ...Array.from({ length: taken }, () => 'vote-cast'),
        status === 'validated' ? 'approved' : status,
      ])
      expect((await journalOf(app.payload, id)).map(({ rank }) => rank)).toEqual(facts.map((_, index) => index + 1))
      expect(await chainHolds(app.payload, id)).toBe(true)
      expect((await lastRound(app.payload, id)).tally).toMatchObject({ participants: taken })
    }
    expect([...seen.keys()].sort()).toEqual(['referred', 'rejected', 'validated'])
  })
})

describe('two who act on one file at the same moment', () => {
  it('a file claimed twice is taken, then taken over; by the revision they saw, one alone takes it', async () => {
    const { id } = await signed(app)
    for (const claimed of await copiesOf(house, id, 5)) {
      expect(
        await Promise.all(
          [house.secretary, house.colleague].map((actor) => answerOf(claim(app.payload, { id: claimed, actor }))),
        ),
      ).toEqual(['under-review', 'under-review'])
      const [first, second] = await journalOf(app.payload, claimed)
      expect(second?.evidence).toMatchObject({ previous: (first?.evidence as { actor: { name: string } }).actor.name })
    }
    for (const claimed of await copiesOf(house, id, 5)) {
      const { rev } = await fileOf(app.payload, claimed)
      const answers = await Promise.all(
        [house.secretary, house.colleague].map((actor) =>
          answerOf(claim(anotherProcess(), { id: claimed, actor, rev })),
        ),
      )
      expect(answers.sort()).toEqual(['stale-rev', 'under-review'])
      expect(await factsOf(app.payload, claimed)).toEqual(['claimed'])
    }
  })

  it('the vote that decides and a file sent back: one is done, the other is told', async () => {
    for (const id of await copiesOf(house, untouched, 10)) {
      await votes(house, id, ['for', 'for'])
      const answers = await Promise.all([
        answerOf(castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' })),
        answerOf(sendBack(anotherProcess(), { id, actor: seat(house, 3).actor, reason: 'À relire' })),
      ])
      const { status } = await fileOf(app.payload, id)
      expect(answers).toEqual(status === 'validated' ? ['validated', 'wrong-state'] : ['wrong-state', 'under-review'])
      expect(await membersOf(app.payload, id)).toHaveLength(status === 'validated' ? 1 : 0)
      expect((await lastRound(app.payload, id)).status).toBe(status === 'validated' ? 'closed' : 'void')
      expect(await mailsOf(id)).toEqual(await mailsDueOn(id))
      expect(await chainHolds(app.payload, id)).toBe(true)
    }
  })

  it('the vote that decides and a session’s record: one is done, the other is told', async () => {
    for (const id of await copiesOf(house, untouched, 10)) {
      await votes(house, id, ['for', 'for'])
      const answers = await Promise.all([
        answerOf(castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' })),
        answerOf(recordSessionDecision(anotherProcess(), { id, actor: house.secretary, ...sessionSent(minutes()) })),
      ])
      const { status } = await fileOf(app.payload, id)
      expect(answers).toEqual(
        status === 'validated' ? ['validated', 'wrong-state'] : ['voting-suspended', 'before-bureau'],
      )
      expect((await lastRound(app.payload, id)).mode).toBe(status === 'validated' ? 'online' : 'session')
      expect(await chainHolds(app.payload, id)).toBe(true)
    }
  })

  it('a session’s decision confirmed and recorded anew: the chair never confirms what was not on the screen', async () => {
    const id = await beforeBureau(house)
    await recordSessionDecision(app.payload, { id, actor: house.secretary, ...sessionSent(minutes()) })
    for (const recorded of await copiesOf(house, id, 5)) {
      const { rev } = await fileOf(app.payload, recorded)
      const other: SessionRecord = { ...minutes(), votes: { counts: { for: 5, against: 0, abstain: 0 } } }
      const answers = await Promise.all([
        answerOf(confirmSessionDecision(app.payload, { id: recorded, actor: house.chair.actor, rev })),
        answerOf(
          recordSessionDecision(anotherProcess(), { id: recorded, actor: house.colleague, ...sessionSent(other), rev }),
        ),
      ])
      const { status } = await fileOf(app.payload, recorded)
      expect(answers).toEqual(status === 'rejected' ? ['rejected', 'stale-rev'] : ['stale-rev', 'before-bureau'])
    }
  })

  it('two timers that count the same round at its end count it once', async () => {
    const copies = await copiesOf(house, untouched, 5)
    const { closesAt } = await lastRound(app.payload, untouched)
    for (const id of copies) await votes(house, id, ['for', 'for', 'abstain'])
    setClock(() => new Date(closesAt ?? 0))
    for (const id of copies) {
      expect(
        await Promise.all([answerOf(closeRound(app.payload, id)), answerOf(closeRound(anotherProcess(), id))]),
      ).toEqual(['validated', 'validated'])
      expect((await factsOf(app.payload, id)).filter((type) => type === 'ballot-closed')).toHaveLength(1)
      expect(await membersOf(app.payload, id)).toHaveLength(1)
      expect(await mailsOf(id)).toEqual(await mailsDueOn(id))
    }
  })
})
