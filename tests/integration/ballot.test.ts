import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { NO_CLIENT } from '../../src/adhesion/lifecycle/actor.ts'
import { castVote } from '../../src/adhesion/actions/cast-vote.ts'
import { closeRound } from '../../src/adhesion/actions/close-round.ts'
import { openFollowUp } from '../../src/adhesion/links/open-link.ts'
import { putToBureau } from '../../src/adhesion/actions/put-to-bureau.ts'
import { note } from '../../src/adhesion/actions/note.ts'
import { setClock } from '../../src/lib/clock.ts'
import { addDays, addParisDays, endOfParisDay, parisDay } from '../../src/lib/dates.ts'
import { officeSentence } from '../../src/record/facts.ts'
import type { Mandate } from '../../src/payload-types.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { applied, signed } from '../support/applications.ts'
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
  ruled,
  seat,
  SOURCE,
  votes,
  type House,
} from '../support/bureau.ts'
import { lastToken, owed } from '../support/outbox.ts'
import { answerQuestion, reinstate, sendBack } from '../support/actions.ts'

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

const at = (date: Date) => setClock(() => date)
/** Changes the mandate of the seat at a place, past every rule. */
async function mandateOf(place: number, data: Partial<Mandate>): Promise<void> {
  await app.payload.db.updateMany({
    collection: 'mandates',
    where: { person: { equals: seat(house, place).person.id } },
    data,
  })
}

const templates = async (id: string, template: string) =>
  (await owed(app.payload, { adhesion: id, template })).map(({ recipient }) => recipient).sort()
const emails = (...places: number[]) => places.map((place) => seat(house, place).user.email).sort()

describe('putting a file to the Bureau', () => {
  it('freezes rule and electorate, claims the file and calls every elector once', async () => {
    const id = await beforeBureau(house)
    const file = await fileOf(app.payload, id)
    expect(file).toMatchObject({
      status: 'before-bureau',
      round: 1,
      claimedBy: house.secretary.user.id,
      powerToBind: { source: SOURCE, checkedBy: house.secretary.user.id },
    })
    const round = await lastRound(app.payload, id)
    expect(round).toMatchObject({
      status: 'open',
      mode: 'online',
      chair: house.chair.person.id,
      recused: [],
      rule: { quorum: { numerator: 1, denominator: 2 }, minimumFor: 2, tie: 'refer', ballotDays: 10 },
    })
    expect((round.electorate as { person: string }[]).map(({ person }) => person).sort()).toEqual(
      house.seats.map(({ person }) => person.id).sort(),
    )
    expect(new Date(round.closesAt ?? 0)).toEqual(addParisDays(new Date(round.opensAt), 10))
    expect(await templates(id, 'ballot-opened')).toEqual(emails(0, 1, 2, 3, 4))
    expect(await factsOf(app.payload, id)).toEqual(['submitted', 'signed', 'put-to-bureau'])
    expect(await chainHolds(app.payload, id)).toBe(true)
  })

  it('is answered again with the present state, and done once', async () => {
    const id = await beforeBureau(house)
    await castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' })
    const again = await putToBureau(app.payload, { id, actor: house.secretary, powerToBind: { source: SOURCE } })
    expect(again).toEqual({ status: 'before-bureau', rev: (await fileOf(app.payload, id)).rev })
    expect(await lastRound(app.payload, id)).toMatchObject({ round: 1, status: 'open' })
    expect(
      await answerOf(putToBureau(app.payload, { id, actor: house.colleague, powerToBind: { source: SOURCE } })),
    ).toBe('wrong-state')
  })

  it('asks for a signature', async () => {
    const { id } = await applied(app)
    expect(
      await answerOf(putToBureau(app.payload, { id, actor: house.secretary, powerToBind: { source: SOURCE } })),
    ).toBe('wrong-state')
  })

  it('refers to a session at once when fewer than the votes needed may vote', async () => {
    await ruled(house, { minimumFor: 6 })
    const id = await beforeBureau(house)
    expect(await fileOf(app.payload, id)).toMatchObject({ status: 'referred' })
    expect(await lastRound(app.payload, id)).toMatchObject({
      status: 'closed',
      outcome: 'referred',
      tally: { reason: 'electorate-too-small' },
    })
    expect(await templates(id, 'ballot-opened')).toEqual([])
    expect(await templates(id, 'ballot-referred')).toEqual(
      [house.secretary.user.email, house.colleague.user.email].sort(),
    )
    expect(
      await answerOf(putToBureau(app.payload, { id, actor: house.secretary, powerToBind: { source: SOURCE } })),
    ).toBe('referred')
  })
})

describe('voting', () => {
  it('makes a member as soon as no vote to come could change it', async () => {
    const id = await beforeBureau(house)
    expect(await votes(house, id, ['for', 'for'])).toMatchObject({ status: 'before-bureau' })
    expect(await votes(house, id, [null, null, 'for'])).toMatchObject({ status: 'validated' })
    const file = await fileOf(app.payload, id)
    const today = parisDay(new Date())
    expect(file).toMatchObject({ slot: `released:${id}`, decidedOn: today })
    const [member, ...others] = await membersOf(app.payload, id)
    expect(others).toEqual([])
    expect(member).toMatchObject({
      id: file.member,
      kind: 'member',
      origin: 'adhesion',
      status: 'active',
      effectiveOn: today,
      slot: file.identifierKey,
      signature: file.signature,
      legalName: file.organisation.legalName,
    })
    expect(await lastRound(app.payload, id)).toMatchObject({
      status: 'closed',
      outcome: 'approved',
      tally: { counts: { for: 3, against: 0, abstain: 0 } },
    })
    expect(await templates(id, 'validation')).toEqual([file.representative?.email, file.contact?.email].sort())
    expect(await templates(id, 'outcome-recorded')).toEqual(
      [house.secretary.user.email, house.colleague.user.email].sort(),
    )
    expect(await factsOf(app.payload, id)).toEqual([
      'submitted',
      'signed',
      'put-to-bureau',
      'vote-cast',
      'vote-cast',
      'vote-cast',
      'approved',
    ])
    expect(await chainHolds(app.payload, id)).toBe(true)
  })

  it('refuses with more votes against, and tells the applicant nothing yet', async () => {
    const id = await beforeBureau(house)
    expect(await votes(house, id, ['against', 'against', 'against'])).toMatchObject({ status: 'rejected' })
    expect(await membersOf(app.payload, id)).toEqual([])
    expect(await templates(id, 'refusal')).toEqual([])
    expect(await templates(id, 'outcome-recorded')).toEqual(
      [house.secretary.user.email, house.colleague.user.email, house.chair.user.email].sort(),
    )
  })

  it('refers a tie, only abstentions, and too few votes for', async () => {
    const tie = await beforeBureau(house)
    expect(await votes(house, tie, ['for', 'against', 'for', 'against', 'abstain'])).toMatchObject({
      status: 'referred',
    })
    const abstentions = await beforeBureau(house)
    expect(await votes(house, abstentions, ['abstain', 'abstain', 'abstain', 'abstain', 'abstain'])).toMatchObject({
      status: 'referred',
    })
    await ruled(house, { minimumFor: 3 })
    const few = await beforeBureau(house)
    expect(await votes(house, few, ['for', 'for', 'abstain', 'abstain', 'against'])).toMatchObject({
      status: 'referred',
    })
    expect(
      (await owed(app.payload, { template: 'ballot-referred', recipient: house.secretary.user.email }))
        .filter(({ subject }) => [tie, abstentions, few].some((id) => subject === `adhesion:${id}`))
        .map(({ data }) => (data as { cause: string }).cause),
    ).toEqual(['tie', 'only-abstentions', 'too-few-for'])
  })

  it('breaks a tie by the chair’s vote where the rule says so', async () => {
    await ruled(house, { tie: 'chair-casts' })
    const id = await beforeBureau(house)
    expect(await votes(house, id, ['for', 'for', 'against', 'against', 'abstain'])).toMatchObject({
      status: 'validated',
    })
  })

  it('lets a choice change until the outcome', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['against', 'for'])
    await votes(house, id, ['for'])
    expect(await votes(house, id, [null, null, 'for'])).toMatchObject({ status: 'validated' })
    expect((await lastRound(app.payload, id)).tally).toMatchObject({ counts: { for: 3, against: 0 } })
    const changed = (await journalOf(app.payload, id))
      .filter(({ type }) => type === 'vote-cast')
      .map(({ evidence }) => evidence)
    expect(changed[2]).toMatchObject({ choice: 'for', previous: 'against' })
    expect(await answerOf(castVote(app.payload, { id, actor: house.chair.actor, choice: 'against' }))).toBe(
      'wrong-state',
    )
  })

  it('answers the same choice again with the present state, before and after the outcome', async () => {
    const id = await beforeBureau(house)
    const first = await votes(house, id, ['for'])
    expect(await votes(house, id, ['for'])).toEqual(first)
    const decided = await votes(house, id, [null, 'for', 'for'])
    expect(await votes(house, id, ['for'])).toEqual(decided)
    expect((await factsOf(app.payload, id)).filter((type) => type === 'vote-cast')).toHaveLength(3)
  })

  it('is refused to a Bureau member when no round exists, and to the secretariat always', async () => {
    const { id } = await signed(app)
    expect(await answerOf(castVote(app.payload, { id, actor: house.chair.actor, choice: 'for' }))).toBe('wrong-state')
    expect(await answerOf(castVote(app.payload, { id, actor: house.secretary, choice: 'for' }))).toBe('wrong-actor')
  })
})

describe('a conflict of interest', () => {
  it('that is declared takes a vote already given out, and hides nothing of the fact', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['for', 'for'])
    await castVote(app.payload, {
      id,
      actor: seat(house, 1).actor,
      choice: 'recused',
      reason: 'J’ai travaillé avec eux.',
    })
    expect((await lastRound(app.payload, id)).recused).toMatchObject([
      { person: seat(house, 1).person.id, reason: 'declared' },
    ])
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 1).actor, choice: 'for' }))).toBe('recused')
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 1).actor, choice: 'recused' }))).toBe(
      'before-bureau',
    )
    expect(await answerOf(note(app.payload, { id, actor: seat(house, 1).actor, text: 'Une remarque' }))).toBe('recused')
    expect(await answerOf(sendBack(app.payload, { id, actor: seat(house, 1).actor, reason: 'Incomplet' }))).toBe(
      'recused',
    )
    const declared = (await journalOf(app.payload, id)).at(-1)
    expect(declared).toMatchObject({
      type: 'recused',
      confidential: false,
      evidence: { name: seat(house, 1).person.name },
    })
    expect(await votes(house, id, [null, null, 'for'])).toMatchObject({ status: 'before-bureau' })
    expect(await votes(house, id, [null, null, null, 'for'])).toMatchObject({ status: 'validated' })
    expect((await lastRound(app.payload, id)).tally).toMatchObject({
      electorateSize: 4,
      counts: { for: 3, against: 0, abstain: 0 },
    })
  })

  it('refers the file when too few are left', async () => {
    await ruled(house, { minimumFor: 5 })
    const id = await beforeBureau(house)
    expect(await votes(house, id, ['recused'])).toMatchObject({ status: 'referred' })
  })

  it('is undone by the chair, who says whom where several declared one', async () => {
    const id = await beforeBureau(house)
    expect(await answerOf(reinstate(app.payload, { id, actor: house.chair.actor, reason: 'Erreur' }))).toBe(
      'nobody-declared',
    )
    await votes(house, id, [null, 'recused', 'recused'])
    const person = seat(house, 1).person.id
    expect(await answerOf(reinstate(app.payload, { id, actor: house.chair.actor, reason: 'Erreur' }))).toBe(
      'which-person',
    )
    expect(await answerOf(reinstate(app.payload, { id, actor: seat(house, 3).actor, reason: 'Erreur', person }))).toBe(
      'wrong-actor',
    )
    const done = await reinstate(app.payload, { id, actor: house.chair.actor, reason: 'Erreur', person })
    expect(await reinstate(app.payload, { id, actor: house.chair.actor, reason: 'Erreur', person })).toEqual(done)
    expect((await journalOf(app.payload, id)).filter(({ type }) => type === 'reinstated').map(officeSentence)).toEqual([
      `Déport de ${seat(house, 1).person.name} levé par ${house.chair.user.name}\u00a0: Erreur`,
    ])
    expect(await votes(house, id, [null, 'for'])).toMatchObject({ status: 'before-bureau' })
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' }))).toBe('recused')
  })

  it('of the chair is undone by the vice-chair, who presides meanwhile, and never by oneself', async () => {
    const vice = seat(house, 1)
    const role = (value: string) =>
      app.payload.db.updateMany({
        collection: 'mandates',
        where: { person: { equals: vice.person.id } },
        data: { role: value },
      })
    await role('vice-chair')
    try {
      const id = await beforeBureau(house)
      await votes(house, id, ['recused'])
      const undo = (actor: Parameters<typeof reinstate>[1]['actor']) =>
        answerOf(reinstate(app.payload, { id, actor, reason: 'Homonyme' }))
      expect(await undo(house.chair.actor)).toBe('recused')
      expect(await undo(seat(house, 2).actor)).toBe('wrong-actor')
      expect(await undo(vice.actor)).toBe('before-bureau')
      expect(await votes(house, id, ['for'])).toMatchObject({ status: 'before-bureau' })
      expect(await undo(vice.actor), 'who is back presides again').toBe('wrong-actor')
    } finally {
      await role('member')
    }
  })

  it('stands in the next round, where the chair may undo it too', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['for', 'recused'])
    await sendBack(app.payload, { id, actor: house.chair.actor, reason: 'Pièce à vérifier' })
    await putToBureau(app.payload, { id, actor: house.secretary, powerToBind: { source: SOURCE } })
    const second = await lastRound(app.payload, id)
    expect(second).toMatchObject({ round: 2, recused: [{ person: seat(house, 1).person.id, reason: 'declared' }] })
    expect(second.electorate).toHaveLength(4)
    await reinstate(app.payload, { id, actor: house.chair.actor, reason: 'Plus de lien' })
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 1).actor, choice: 'for' }))).toBe(
      'before-bureau',
    )
    expect((await lastRound(app.payload, id)).electorate).toHaveLength(5)
  })

  /** Whoever has the contact's link uses it. */
  const useContactLink = async (adhesion: string) =>
    openFollowUp(app.payload, await lastToken(app.payload, { adhesion, template: 'receipt' }, 'followUp'), NO_CLIENT)

  it('follows from one’s own e-mail on the file once it is proven, before any round as in it, and nobody undoes it', async () => {
    const { id } = await signed(app, { contact: { email: seat(house, 2).user.email.toUpperCase() } })
    await useContactLink(id)
    expect(await answerOf(note(app.payload, { id, actor: seat(house, 2).actor, text: 'Mon propre dossier' }))).toBe(
      'recused',
    )
    await putToBureau(app.payload, { id, actor: house.secretary, powerToBind: { source: SOURCE } })
    const round = await lastRound(app.payload, id)
    expect(round).toMatchObject({ recused: [{ person: seat(house, 2).person.id, reason: 'contact-email' }] })
    expect(round.electorate).toHaveLength(4)
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' }))).toBe('recused')
    expect(
      await answerOf(
        reinstate(app.payload, {
          id,
          actor: house.chair.actor,
          reason: 'Faites-lui confiance',
          person: seat(house, 2).person.id,
        }),
      ),
    ).toBe('nobody-declared')
  })

  it('follows from no address that an applicant only typed: it is a question, and takes no vote away', async () => {
    const id = await beforeBureau(house, { contact: { email: house.chair.user.email } })
    const round = await lastRound(app.payload, id)
    expect(round).toMatchObject({
      recused: [],
      questions: expect.arrayContaining([
        expect.objectContaining({ person: house.chair.person.id, reason: 'unproven-email' }),
      ]),
    })
    expect(round.electorate).toHaveLength(5)
    expect(await answerOf(note(app.payload, { id, actor: house.chair.actor, text: 'Je ne les connais pas' }))).toBe(
      'before-bureau',
    )
    await votes(house, id, ['for', 'for', 'for'])
    expect(await fileOf(app.payload, id)).toMatchObject({ status: 'validated' })
  })

  it('follows at once when an address is proven while the round is open: the vote is taken out and the round counted anew', async () => {
    const id = await beforeBureau(house, { contact: { email: seat(house, 1).user.email } })
    await votes(house, id, ['for', 'for', null, 'against'])
    expect(await fileOf(app.payload, id)).toMatchObject({ status: 'before-bureau' })
    await useContactLink(id)
    expect(await lastRound(app.payload, id)).toMatchObject({
      status: 'open',
      recused: [{ person: seat(house, 1).person.id, reason: 'contact-email' }],
    })
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 1).actor, choice: 'for' }))).toBe('recused')
    await castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' })
    await castVote(app.payload, { id, actor: seat(house, 4).actor, choice: 'for' })
    const { outcome, tally } = await lastRound(app.payload, id)
    expect({ outcome, tally }).toMatchObject({ outcome: 'approved', tally: { counts: { for: 3, against: 1 } } })
  })

  it('is answered by the secretariat or who presides, with a reason: a confirmed tie takes the vote out at once', async () => {
    const id = await beforeBureau(house, { contact: { email: seat(house, 1).user.email } })
    await votes(house, id, ['for', 'for'])
    const [tied, other] = [seat(house, 1).person.id, seat(house, 2).person.id]
    const answer = (actor: typeof house.secretary, person: string, conflict: boolean) =>
      answerQuestion(app.payload, {
        id,
        actor,
        person,
        answer: conflict ? 'conflict' : 'no-conflict',
        reason: 'Vérifié par téléphone',
      })
    expect(await answerOf(answer(seat(house, 2).actor, tied, true))).toBe('wrong-actor')
    expect(await answerOf(answer(house.chair.actor, other, false))).toBe('before-bureau')
    expect(await answerOf(answer(house.secretary, other, false))).toBe('no-question')
    expect(await answerOf(answer(house.secretary, tied, true))).toBe('before-bureau')
    const round = await lastRound(app.payload, id)
    expect(round).toMatchObject({ recused: [{ person: tied, reason: 'confirmed' }] })
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 1).actor, choice: 'for' }))).toBe('recused')
    expect((await factsOf(app.payload, id)).filter((type) => type === 'conflict-answered')).toHaveLength(2)
    await reinstate(app.payload, { id, actor: house.chair.actor, reason: 'Autre personne', person: tied })
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 1).actor, choice: 'for' }))).toBe(
      'before-bureau',
    )
  })

  it('decides a round that waited for nobody else', async () => {
    const id = await beforeBureau(house, { contact: { email: seat(house, 4).user.email } })
    await votes(house, id, ['for', 'for', 'against', 'against'])
    expect(await fileOf(app.payload, id)).toMatchObject({ status: 'before-bureau' })
    await useContactLink(id)
    expect(await lastRound(app.payload, id)).toMatchObject({
      outcome: 'referred',
      tally: { counts: { for: 2, against: 2 } },
    })
  })

  it('follows from the address of the record as from that of the account', async () => {
    const { person, user, actor } = seat(house, 3)
    const record = 'tresor@organisme.example'
    const addressed = (email: string) =>
      app.payload.db.updateOne({ collection: 'people', id: person.id, data: { email } })
    await addressed(record)
    try {
      for (const email of [record, user.email]) {
        const { id } = await signed(app, { contact: { email } })
        await useContactLink(id)
        await putToBureau(app.payload, { id, actor: house.secretary, powerToBind: { source: SOURCE } })
        expect(await lastRound(app.payload, id)).toMatchObject({
          recused: [{ person: person.id, reason: 'contact-email' }],
        })
        expect(await answerOf(castVote(app.payload, { id, actor, choice: 'for' }))).toBe('recused')
      }
    } finally {
      await addressed(user.email)
    }
  })
})

describe('the end of a ballot', () => {
  it('counts what was cast, once its time has come', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['for', 'for'])
    expect(await answerOf(closeRound(app.payload, id))).toBe('before-bureau')
    const { closesAt } = await lastRound(app.payload, id)
    at(new Date(new Date(closesAt ?? 0).getTime() - 1000))
    await closeRound(app.payload, id)
    expect(await fileOf(app.payload, id)).toMatchObject({ status: 'before-bureau' })
    at(new Date(closesAt ?? 0))
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' }))).toBe(
      'ballot-ended',
    )
    expect(await answerOf(closeRound(app.payload, id))).toBe('referred')
    expect((await lastRound(app.payload, id)).tally).toMatchObject({ reason: 'no-quorum', participants: 2 })
    const facts = await factsOf(app.payload, id)
    expect(await answerOf(closeRound(app.payload, id))).toBe('referred')
    expect(await factsOf(app.payload, id)).toEqual(facts)
  })

  it('approves with a quorum, and a majority of those who voted', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['for', 'for', 'abstain'])
    at(new Date((await lastRound(app.payload, id)).closesAt ?? 0))
    expect(await answerOf(closeRound(app.payload, id))).toBe('validated')
    expect((await factsOf(app.payload, id)).slice(-2)).toEqual(['ballot-closed', 'approved'])
  })

  it('comes after a Paris midnight at which mandates ended, where that decides', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['for', 'for'])
    const today = parisDay(new Date())
    await mandateOf(3, { lastDay: today })
    await mandateOf(4, { lastDay: today })
    try {
      at(new Date(endOfParisDay(today).getTime() - 1000))
      expect(await answerOf(closeRound(app.payload, id))).toBe('before-bureau')
      at(endOfParisDay(today))
      expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 3).actor, choice: 'against' }))).toBe(
        'wrong-actor',
      )
      expect(await answerOf(closeRound(app.payload, id))).toBe('validated')
      expect(await fileOf(app.payload, id)).toMatchObject({ decidedOn: addDays(today, 1) })
      expect((await lastRound(app.payload, id)).tally).toMatchObject({ electorateSize: 3, counts: { for: 2 } })
    } finally {
      await mandateOf(3, { lastDay: null })
      await mandateOf(4, { lastDay: null })
    }
  })

  it('leaves a file in peace whose midnight changed nothing', async () => {
    const id = await beforeBureau(house)
    const { rev } = await votes(house, id, ['for'])
    expect(await closeRound(app.payload, id)).toEqual({ status: 'before-bureau', rev })
    at(endOfParisDay(parisDay(new Date())))
    expect(await answerOf(closeRound(app.payload, id))).toBe('before-bureau')
    expect((await factsOf(app.payload, id)).at(-1)).toBe('vote-cast')
  })
})
