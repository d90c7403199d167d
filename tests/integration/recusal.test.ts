import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { castVote } from '../../src/adhesion/actions/cast-vote.ts'
import { closeRound } from '../../src/adhesion/actions/close-round.ts'
import { setClock } from '../../src/lib/clock.ts'
import { proposeMandateChange, confirmMandate } from '../../src/governance/change-mandate.ts'
import { confirmLink, proposeLink } from '../../src/governance/link-account.ts'
import { runDue } from '../../src/jobs/timers.ts'
import type { Clerk } from '../../src/record/second-person.ts'
import { startApp, type TestApp } from '../support/app.ts'
import {
  answerOf,
  beforeBureau,
  chainHolds,
  factsOf,
  fileOf,
  houseWith,
  lastRound,
  membersOf,
  ruled,
  seat,
  votes,
  type House,
} from '../support/bureau.ts'
import { staffUser } from '../support/factories.ts'
import { makeMember } from '../support/governance.ts'
import { answerQuestion, reinstate } from '../support/actions.ts'

let app: TestApp
let house: House

beforeAll(async () => {
  app = await startApp()
  house = await houseWith(app)
})

afterEach(async () => {
  setClock(null)
  await ruled(house)
})

afterAll(() => app.stop())

const clerk = (actor: House['secretary']): Clerk => actor.user

/** The secretariat changes the address on somebody's record, as in the panel. */
const addressOf = (place: number, email: string) =>
  app.payload.update({ collection: 'people', id: seat(house, place).person.id, data: { email }, depth: 0 })

/** Gives somebody's record the address of the representative of a file, for as long as something lasts. */
async function asRepresentativeOf(id: string, place: number, during: () => Promise<void>): Promise<void> {
  const { representative } = await fileOf(app.payload, id)
  await addressOf(place, representative?.email ?? '')
  try {
    await during()
  } finally {
    await addressOf(place, seat(house, place).user.email)
  }
}

const stateOf = async (id: string) => (await fileOf(app.payload, id)).status

describe('whoever becomes recused while a round is open leaves it at once', () => {
  it('by an address: they count no more, and the round that waited for them alone is decided', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['for', 'for', 'abstain'])
    expect(await stateOf(id)).toBe('before-bureau')
    await asRepresentativeOf(id, 4, async () => {
      expect(await lastRound(app.payload, id)).toMatchObject({
        status: 'closed',
        outcome: 'approved',
        recused: [{ person: seat(house, 4).person.id, reason: 'representative-email' }],
        tally: { electorateSize: 4, participants: 3, counts: { for: 2, against: 0, abstain: 1 } },
      })
      expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 4).actor, choice: 'for' }))).toBe('recused')
    })
    expect(await membersOf(app.payload, id)).toHaveLength(1)
    expect((await factsOf(app.payload, id)).slice(-3)).toEqual(['recused', 'ballot-closed', 'approved'])
    expect(await chainHolds(app.payload, id)).toBe(true)
  })

  it('by an address: a vote that they cast is taken out, and they vote no more', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['for', null, null, null, 'for'])
    await asRepresentativeOf(id, 4, async () => {
      expect((await lastRound(app.payload, id)).recused).toMatchObject([{ person: seat(house, 4).person.id }])
      expect(await stateOf(id)).toBe('before-bureau')
      expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 4).actor, choice: 'for' }))).toBe('recused')
      await votes(house, id, [null, 'for'])
      expect(await stateOf(id)).toBe('before-bureau')
      await votes(house, id, [null, null, 'for'])
    })
    expect((await lastRound(app.payload, id)).tally).toMatchObject({
      electorateSize: 4,
      counts: { for: 3, against: 0, abstain: 0 },
    })
  })

  it('by a mandate on behalf of the applicant, once a second person confirms it', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['for', 'for', 'abstain'])
    const { organisation, identifierKey } = await fileOf(app.payload, id)
    const member = await makeMember(app.payload, {
      identifierKey: `other:${identifierKey}`,
      effectiveOn: '2019-01-01',
      organisation: { legalName: 'Antenne', ...(organisation.siren ? { siren: organisation.siren } : {}) },
    })
    const mandate = await mandateAt(3)
    await change(mandate.id, member.id)
    try {
      expect(await lastRound(app.payload, id)).toMatchObject({
        outcome: 'approved',
        recused: [{ person: seat(house, 3).person.id, reason: 'own-organisation' }],
        tally: { electorateSize: 4 },
      })
    } finally {
      await app.payload.db.updateOne({ collection: 'mandates', id: mandate.id, data: { onBehalfOf: null } })
    }
  })

  it('by the account that acts for them, once a second person confirms it', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['for', 'for', 'abstain'])
    const { representative } = await fileOf(app.payload, id)
    const account = await staffUser(app.payload, { email: representative?.email ?? '', roles: [] })
    const person = seat(house, 3).person.id
    const link = async (to: string) => {
      const deliberation = 'Bureau du 3'
      await proposeLink(app.payload, { id: person, clerk: clerk(house.secretary), account: to, deliberation })
      await confirmLink(app.payload, { id: person, clerk: clerk(house.colleague) })
    }
    await link(account.id)
    try {
      expect(await lastRound(app.payload, id)).toMatchObject({
        outcome: 'approved',
        recused: [{ person, reason: 'representative-email' }],
      })
    } finally {
      await link(seat(house, 3).user.id)
    }
  })

  it('and leaves files alone that they have nothing to do with, their revision included', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['for'])
    const before = await fileOf(app.payload, id)
    const facts = await factsOf(app.payload, id)
    await addressOf(2, 'ailleurs@instance.example')
    await addressOf(2, seat(house, 2).user.email)
    expect(await fileOf(app.payload, id)).toMatchObject({ status: 'before-bureau', rev: before.rev })
    expect(await factsOf(app.payload, id)).toEqual(facts)
    expect((await lastRound(app.payload, id)).sweptOn).toBeTruthy()
  })

  it('is counted by the timer where the count after the change was prevented, once', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['for', 'for', 'abstain'])
    const { representative } = await fileOf(app.payload, id)
    const person = seat(house, 4).person.id
    // What a process that died between commit and count leaves behind.
    await app.payload.db.updateOne({ collection: 'people', id: person, data: { email: representative?.email } })
    await app.payload.db.updateMany({
      collection: 'rounds',
      where: { status: { equals: 'open' } },
      data: { sweptOn: null },
    })
    try {
      await Promise.all([runDue(app.payload), closeRound(app.payload, id), closeRound(app.payload, id)])
      expect(await stateOf(id)).toBe('validated')
      expect((await factsOf(app.payload, id)).filter((type) => type === 'approved')).toHaveLength(1)
      expect((await factsOf(app.payload, id)).filter((type) => type === 'recused')).toHaveLength(1)
      expect(await membersOf(app.payload, id)).toHaveLength(1)
    } finally {
      await addressOf(4, seat(house, 4).user.email)
    }
  })

  it('decides once when the change races with the vote of the last elector', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const id = await beforeBureau(house)
      await votes(house, id, ['for', 'for', 'abstain'])
      const { representative } = await fileOf(app.payload, id)
      await Promise.all([
        addressOf(4, representative?.email ?? ''),
        answerOf(castVote(app.payload, { id, actor: seat(house, 3).actor, choice: 'for' })),
        answerOf(castVote(app.payload, { id, actor: seat(house, 4).actor, choice: 'against' })),
      ])
      await addressOf(4, seat(house, 4).user.email)
      expect(await stateOf(id)).toBe('validated')
      expect((await factsOf(app.payload, id)).filter((type) => type === 'approved')).toHaveLength(1)
      expect(await membersOf(app.payload, id)).toHaveLength(1)
      expect(await chainHolds(app.payload, id)).toBe(true)
    }
  })
})

describe('a recusal while nobody may preside', () => {
  const undo = (id: string, place: number, person: string, reason = 'Homonyme') =>
    answerOf(reinstate(app.payload, { id, actor: seat(house, place).actor, reason, person }))

  it('is lifted by two other members: one asks, another agrees', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['recused'])
    const chair = house.chair.person.id
    expect(await undo(id, 0, chair)).toBe('recused')
    expect(await undo(id, 1, chair)).toBe('before-bureau')
    expect((await lastRound(app.payload, id)).recused).toMatchObject([
      { person: chair, reason: 'declared', lifting: { by: seat(house, 1).person.id } },
    ])
    expect(await answerOf(castVote(app.payload, { id, actor: house.chair.actor, choice: 'for' }))).toBe('recused')
    expect(await undo(id, 1, chair, 'Je le redis')).toBe('second-member-needed')
    expect(await undo(id, 2, chair, 'En effet')).toBe('before-bureau')
    expect((await lastRound(app.payload, id)).recused).toEqual([])
    expect(await votes(house, id, ['for'])).toMatchObject({ status: 'before-bureau' })
    expect(await undo(id, 2, chair), 'the chair presides again').toBe('wrong-actor')
    expect((await factsOf(app.payload, id)).filter((type) => type.startsWith('reinstate'))).toEqual([
      'reinstatement-asked',
      'reinstated',
    ])
    expect(await chainHolds(app.payload, id)).toBe(true)
  })
})

describe('a file that waits for a session', () => {
  it('has recusals undone and questions answered still, and stays where it is', async () => {
    const id = await beforeBureau(house, { contact: { email: seat(house, 3).user.email } })
    expect(await votes(house, id, ['for', 'against', 'for', 'against', 'recused'])).toMatchObject({
      status: 'referred',
    })
    const [asked, declared] = [seat(house, 3).person.id, seat(house, 4).person.id]
    const actor = house.chair.actor
    expect(await answerOf(reinstate(app.payload, { id, actor, reason: 'Erreur', person: declared }))).toBe('referred')
    expect((await lastRound(app.payload, id)).recused).toEqual([])
    expect(
      await answerOf(answerQuestion(app.payload, { id, actor, person: asked, answer: 'conflict', reason: 'Vérifié' })),
    ).toBe('referred')
    expect(await lastRound(app.payload, id)).toMatchObject({
      status: 'closed',
      outcome: 'referred',
      recused: [{ person: asked, reason: 'confirmed' }],
    })
  })
})

async function mandateAt(place: number) {
  const { docs } = await app.payload.find({
    collection: 'mandates',
    where: { person: { equals: seat(house, place).person.id } },
    depth: 0,
  })
  const [mandate] = docs
  if (!mandate) throw new Error('No mandate')
  return mandate
}

/** The secretariat enters on whose behalf somebody sits, and a second person confirms it. */
async function change(id: string, onBehalfOf: string): Promise<void> {
  await proposeMandateChange(app.payload, {
    id,
    clerk: clerk(house.secretary),
    change: { kind: 'change', onBehalfOf },
    deliberation: 'Bureau du 2',
  })
  await confirmMandate(app.payload, { id, clerk: clerk(house.colleague) })
}
