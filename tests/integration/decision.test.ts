import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { castVote } from '../../src/adhesion/cast-vote.ts'
import { closeBallot } from '../../src/adhesion/close-ballot.ts'
import { putToBureau } from '../../src/adhesion/put-to-bureau.ts'
import { note } from '../../src/adhesion/note.ts'
import { notifyRefusal } from '../../src/adhesion/notify-refusal.ts'
import { reinstate } from '../../src/adhesion/reinstate.ts'
import { reopen } from '../../src/adhesion/reopen.ts'
import { sendBack } from '../../src/adhesion/send-back.ts'
import { confirmSessionDecision, recordSessionDecision, type SessionRecord } from '../../src/adhesion/session.ts'
import { setClock } from '../../src/lib/clock.ts'
import { addDays, addParisDays, endOfParisDay, parisDay } from '../../src/lib/dates.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { applied, signed } from '../support/applications.ts'
import {
  answerOf, beforeBureau, chainHolds, factsOf, fileOf, houseWith, journalOf, lastRound, membersOf, roundsOf, ruled, seat, SOURCE, voices, type House,
} from '../support/bureau.ts'
import { validSiret } from '../support/factories.ts'
import { owed } from '../support/outbox.ts'

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

const rounds = (id: string) => roundsOf(app.payload, id)
const at = (date: Date) => setClock(() => date)
const templates = async (id: string, template: string) => (await owed(app.payload, { adhesion: id, template })).map(({ recipient }) => recipient).sort()
const emails = (...places: number[]) => places.map((place) => seat(house, place).user.email).sort()

describe('putting a file to the Bureau', () => {
  it('freezes rule and electorate, claims the file and calls every elector once', async () => {
    const id = await beforeBureau(house)
    const file = await fileOf(app.payload, id)
    expect(file).toMatchObject({ status: 'before-bureau', round: 1, claimedBy: house.secretary.user.id, powerToBind: { source: SOURCE, checkedBy: house.secretary.user.id } })
    const round = await lastRound(app.payload, id)
    expect(round).toMatchObject({ status: 'open', mode: 'online', chair: house.chair.person.id, recused: [], rule: { quorum: { numerator: 1, denominator: 2 }, minimumFor: 2, tie: 'refer', ballotDays: 10 } })
    expect((round.electorate as { person: string }[]).map(({ person }) => person).sort()).toEqual(house.seats.map(({ person }) => person.id).sort())
    expect(new Date(round.closesAt ?? 0)).toEqual(addParisDays(new Date(round.opensAt), 10))
    expect(await templates(id, 'ballot-opened')).toEqual(emails(0, 1, 2, 3, 4))
    expect(await factsOf(app.payload, id)).toEqual(['submitted', 'signed', 'put-to-bureau'])
    expect(await chainHolds(app.payload, id)).toBe(true)
  })

  it('is answered again with the present state, and done once', async () => {
    const id = await beforeBureau(house)
    await castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' })
    const again = await putToBureau(app.payload, { id, actor: house.secretary, source: SOURCE })
    expect(again).toEqual({ status: 'before-bureau', rev: (await fileOf(app.payload, id)).rev })
    expect(await lastRound(app.payload, id)).toMatchObject({ round: 1, status: 'open' })
    expect(await answerOf(putToBureau(app.payload, { id, actor: house.colleague, source: SOURCE }))).toBe('wrong-state')
  })

  it('asks for a signature', async () => {
    const { id } = await applied(app)
    expect(await answerOf(putToBureau(app.payload, { id, actor: house.secretary, source: SOURCE }))).toBe('wrong-state')
  })

  it('refers to a session at once when fewer than the voices needed may vote', async () => {
    await ruled(house, { minimumFor: 6 })
    const id = await beforeBureau(house)
    expect(await fileOf(app.payload, id)).toMatchObject({ status: 'referred' })
    expect(await lastRound(app.payload, id)).toMatchObject({ status: 'closed', outcome: 'referred', tally: { reason: 'electorate-too-small' } })
    expect(await templates(id, 'ballot-opened')).toEqual([])
    expect(await templates(id, 'ballot-referred')).toEqual([house.secretary.user.email, house.colleague.user.email].sort())
    expect(await answerOf(putToBureau(app.payload, { id, actor: house.secretary, source: SOURCE }))).toBe('referred')
  })
})

describe('voting', () => {
  it('makes a member as soon as no voice to come could change it', async () => {
    const id = await beforeBureau(house)
    expect(await voices(house, id, ['for', 'for'])).toMatchObject({ status: 'before-bureau' })
    expect(await voices(house, id, [null, null, 'for'])).toMatchObject({ status: 'validated' })
    const file = await fileOf(app.payload, id)
    const today = parisDay(new Date())
    expect(file).toMatchObject({ slot: `released:${id}`, decidedOn: today })
    const [member, ...others] = await membersOf(app.payload, id)
    expect(others).toEqual([])
    expect(member).toMatchObject({ id: file.member, kind: 'member', origin: 'adhesion', status: 'active', effectiveOn: today, slot: file.identifierKey, signature: file.signature, legalName: file.organisation.legalName })
    expect(await lastRound(app.payload, id)).toMatchObject({ status: 'closed', outcome: 'approved', tally: { counts: { for: 3, against: 0, abstain: 0 } } })
    expect(await templates(id, 'validation')).toEqual([file.representative?.email, file.contact?.email].sort())
    expect(await templates(id, 'outcome-recorded')).toEqual([house.secretary.user.email, house.colleague.user.email].sort())
    expect(await factsOf(app.payload, id)).toEqual(['submitted', 'signed', 'put-to-bureau', 'vote-cast', 'vote-cast', 'vote-cast', 'approved'])
    expect(await chainHolds(app.payload, id)).toBe(true)
  })

  it('refuses with more voices against, and tells the applicant nothing yet', async () => {
    const id = await beforeBureau(house)
    expect(await voices(house, id, ['against', 'against', 'against'])).toMatchObject({ status: 'rejected' })
    expect(await membersOf(app.payload, id)).toEqual([])
    expect(await templates(id, 'refusal')).toEqual([])
    expect(await templates(id, 'outcome-recorded')).toEqual([house.secretary.user.email, house.colleague.user.email, house.chair.user.email].sort())
  })

  it('refers a tie, only abstentions, and too few voices for', async () => {
    const tie = await beforeBureau(house)
    expect(await voices(house, tie, ['for', 'against', 'for', 'against', 'abstain'])).toMatchObject({ status: 'referred' })
    const abstentions = await beforeBureau(house)
    expect(await voices(house, abstentions, ['abstain', 'abstain', 'abstain', 'abstain', 'abstain'])).toMatchObject({ status: 'referred' })
    await ruled(house, { minimumFor: 3 })
    const few = await beforeBureau(house)
    expect(await voices(house, few, ['for', 'for', 'abstain', 'abstain', 'against'])).toMatchObject({ status: 'referred' })
    expect((await owed(app.payload, { template: 'ballot-referred', recipient: house.secretary.user.email })).filter(({ subject }) => [tie, abstentions, few].some((id) => subject === `adhesion:${id}`)).map(({ data }) => (data as { cause: string }).cause)).toEqual(['tie', 'only-abstentions', 'too-few-for'])
  })

  it('breaks a tie by the chair’s voice where the rule says so', async () => {
    await ruled(house, { tie: 'chair-casts' })
    const id = await beforeBureau(house)
    expect(await voices(house, id, ['for', 'for', 'against', 'against', 'abstain'])).toMatchObject({ status: 'validated' })
  })

  it('lets a choice change until the outcome', async () => {
    const id = await beforeBureau(house)
    await voices(house, id, ['against', 'for'])
    await voices(house, id, ['for'])
    expect(await voices(house, id, [null, null, 'for'])).toMatchObject({ status: 'validated' })
    expect((await lastRound(app.payload, id)).tally).toMatchObject({ counts: { for: 3, against: 0 } })
    const changed = (await journalOf(app.payload, id)).filter(({ type }) => type === 'vote-cast').map(({ evidence }) => evidence)
    expect(changed[2]).toMatchObject({ choice: 'for', previous: 'against' })
    expect(await answerOf(castVote(app.payload, { id, actor: house.chair.actor, choice: 'against' }))).toBe('wrong-state')
  })

  it('answers the same choice again with the present state, before and after the outcome', async () => {
    const id = await beforeBureau(house)
    const first = await voices(house, id, ['for'])
    expect(await voices(house, id, ['for'])).toEqual(first)
    const decided = await voices(house, id, [null, 'for', 'for'])
    expect(await voices(house, id, ['for'])).toEqual(decided)
    expect((await factsOf(app.payload, id)).filter((type) => type === 'vote-cast')).toHaveLength(3)
  })

  it('is refused to a Bureau member when no round exists, and to the secretariat always', async () => {
    const { id } = await signed(app)
    expect(await answerOf(castVote(app.payload, { id, actor: house.chair.actor, choice: 'for' }))).toBe('wrong-state')
    expect(await answerOf(castVote(app.payload, { id, actor: house.secretary, choice: 'for' }))).toBe('wrong-actor')
  })
})

describe('a conflict of interest', () => {
  it('that is declared takes a voice already given out, and hides nothing of the fact', async () => {
    const id = await beforeBureau(house)
    await voices(house, id, ['for', 'for'])
    await castVote(app.payload, { id, actor: seat(house, 1).actor, choice: 'recused', reason: 'J’ai travaillé avec eux.' })
    expect((await lastRound(app.payload, id)).recused).toMatchObject([{ person: seat(house, 1).person.id, reason: 'declared' }])
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 1).actor, choice: 'for' }))).toBe('recused')
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 1).actor, choice: 'recused' }))).toBe('before-bureau')
    expect(await answerOf(note(app.payload, { id, actor: seat(house, 1).actor, text: 'Une remarque' }))).toBe('recused')
    expect(await answerOf(sendBack(app.payload, { id, actor: seat(house, 1).actor, reason: 'Incomplet' }))).toBe('recused')
    const declared = (await journalOf(app.payload, id)).at(-1)
    expect(declared).toMatchObject({ type: 'recused', confidential: false, evidence: { person: seat(house, 1).person.name } })
    expect(await voices(house, id, [null, null, 'for'])).toMatchObject({ status: 'before-bureau' })
    expect(await voices(house, id, [null, null, null, 'for'])).toMatchObject({ status: 'validated' })
    expect((await lastRound(app.payload, id)).tally).toMatchObject({ electorateSize: 4, counts: { for: 3, against: 0, abstain: 0 } })
  })

  it('refers the file when too few are left', async () => {
    await ruled(house, { minimumFor: 5 })
    const id = await beforeBureau(house)
    expect(await voices(house, id, ['recused'])).toMatchObject({ status: 'referred' })
  })

  it('is undone by the chair, who says whom where several declared one', async () => {
    const id = await beforeBureau(house)
    expect(await answerOf(reinstate(app.payload, { id, actor: house.chair.actor, reason: 'Erreur' }))).toBe('nobody-declared')
    await voices(house, id, [null, 'recused', 'recused'])
    const person = seat(house, 1).person.id
    expect(await answerOf(reinstate(app.payload, { id, actor: house.chair.actor, reason: 'Erreur' }))).toBe('which-person')
    expect(await answerOf(reinstate(app.payload, { id, actor: seat(house, 3).actor, reason: 'Erreur', person }))).toBe('wrong-actor')
    const done = await reinstate(app.payload, { id, actor: house.chair.actor, reason: 'Erreur', person })
    expect(await reinstate(app.payload, { id, actor: house.chair.actor, reason: 'Erreur', person })).toEqual(done)
    expect(await voices(house, id, [null, 'for'])).toMatchObject({ status: 'before-bureau' })
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' }))).toBe('recused')
  })

  it('stands in the next round, where the chair may undo it too', async () => {
    const id = await beforeBureau(house)
    await voices(house, id, ['for', 'recused'])
    await sendBack(app.payload, { id, actor: house.chair.actor, reason: 'Pièce à vérifier' })
    await putToBureau(app.payload, { id, actor: house.secretary, source: SOURCE })
    const second = await lastRound(app.payload, id)
    expect(second).toMatchObject({ round: 2, recused: [{ person: seat(house, 1).person.id, reason: 'declared' }] })
    expect(second.electorate).toHaveLength(4)
    await reinstate(app.payload, { id, actor: house.chair.actor, reason: 'Plus de lien' })
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 1).actor, choice: 'for' }))).toBe('before-bureau')
    expect((await lastRound(app.payload, id)).electorate).toHaveLength(5)
  })

  it('follows from one’s own e-mail on the file, before any round as in it, and nobody undoes it', async () => {
    const { id } = await signed(app, { contact: { email: seat(house, 2).user.email.toUpperCase() } })
    expect(await answerOf(note(app.payload, { id, actor: seat(house, 2).actor, text: 'Mon propre dossier' }))).toBe('recused')
    await putToBureau(app.payload, { id, actor: house.secretary, source: SOURCE })
    const round = await lastRound(app.payload, id)
    expect(round).toMatchObject({ recused: [{ person: seat(house, 2).person.id, reason: 'contact-email' }] })
    expect(round.electorate).toHaveLength(4)
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' }))).toBe('recused')
    expect(await answerOf(reinstate(app.payload, { id, actor: house.chair.actor, reason: 'Faites-lui confiance', person: seat(house, 2).person.id }))).toBe('nobody-declared')
  })
})

describe('the end of a ballot', () => {
  it('counts what was cast, once its time has come', async () => {
    const id = await beforeBureau(house)
    await voices(house, id, ['for', 'for'])
    expect(await answerOf(closeBallot(app.payload, id))).toBe('before-bureau')
    const { closesAt } = await lastRound(app.payload, id)
    at(new Date(new Date(closesAt ?? 0).getTime() - 1000))
    await closeBallot(app.payload, id)
    expect(await fileOf(app.payload, id)).toMatchObject({ status: 'before-bureau' })
    at(new Date(closesAt ?? 0))
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' }))).toBe('ballot-ended')
    expect(await answerOf(closeBallot(app.payload, id))).toBe('referred')
    expect((await lastRound(app.payload, id)).tally).toMatchObject({ reason: 'no-quorum', participants: 2 })
    const facts = await factsOf(app.payload, id)
    expect(await answerOf(closeBallot(app.payload, id))).toBe('referred')
    expect(await factsOf(app.payload, id)).toEqual(facts)
  })

  it('approves with a quorum, and a majority of those who voted', async () => {
    const id = await beforeBureau(house)
    await voices(house, id, ['for', 'for', 'abstain'])
    at(new Date((await lastRound(app.payload, id)).closesAt ?? 0))
    expect(await answerOf(closeBallot(app.payload, id))).toBe('validated')
    expect((await factsOf(app.payload, id)).slice(-2)).toEqual(['ballot-closed', 'approved'])
  })

  it('comes after a Paris midnight at which mandates ended, where that decides', async () => {
    const id = await beforeBureau(house)
    await voices(house, id, ['for', 'for'])
    const today = parisDay(new Date())
    const leaving = [seat(house, 3), seat(house, 4)]
    const mandates = await app.payload.find({ collection: 'mandates', where: { person: { in: leaving.map(({ person }) => person.id) } }, depth: 0 })
    const untilDay = (lastDay: string | null) => Promise.all(mandates.docs.map((mandate) => app.payload.db.updateOne({ collection: 'mandates', id: mandate.id, data: { lastDay } })))
    await untilDay(today)
    try {
      at(new Date(endOfParisDay(today).getTime() - 1000))
      expect(await answerOf(closeBallot(app.payload, id))).toBe('before-bureau')
      at(endOfParisDay(today))
      expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 3).actor, choice: 'against' }))).toBe('wrong-actor')
      expect(await answerOf(closeBallot(app.payload, id))).toBe('validated')
      expect(await fileOf(app.payload, id)).toMatchObject({ decidedOn: addDays(today, 1) })
      expect((await lastRound(app.payload, id)).tally).toMatchObject({ electorateSize: 3, counts: { for: 2 } })
    } finally {
      await untilDay(null)
    }
  })

  it('leaves a file in peace whose midnight changed nothing', async () => {
    const id = await beforeBureau(house)
    const { rev } = await voices(house, id, ['for'])
    expect(await closeBallot(app.payload, id)).toEqual({ status: 'before-bureau', rev })
    at(endOfParisDay(parisDay(new Date())))
    expect(await answerOf(closeBallot(app.payload, id))).toBe('before-bureau')
    expect((await factsOf(app.payload, id)).at(-1)).toBe('vote-cast')
  })
})

describe('a session’s decision', () => {
  const person = (place: number) => seat(house, place).person.id
  const minutes = (changes: Partial<SessionRecord> = {}): SessionRecord => ({
    sessionDay: parisDay(new Date()),
    minutesReference: 'PV 2026-11',
    present: [person(0), person(1), person(2)],
    represented: [],
    recused: [],
    voices: { ballots: [0, 1, 2].map((place) => ({ elector: person(place), choice: 'for' })) },
    ...changes,
  })

  it('suspends the online round, waits for the chair, and takes effect on the session’s day', async () => {
    const id = await beforeBureau(house)
    await voices(house, id, ['against', 'against'])
    const sessionDay = addDays(parisDay(new Date()), -3)
    const recorded = await recordSessionDecision(app.payload, { id, actor: house.secretary, record: minutes({ sessionDay }) })
    expect(recorded).toMatchObject({ status: 'before-bureau' })
    expect(await recordSessionDecision(app.payload, { id, actor: house.secretary, record: minutes({ sessionDay }) })).toEqual(recorded)
    expect((await rounds(id)).map(({ mode, status }) => [mode, status])).toEqual([['online', 'suspended'], ['session', 'awaiting-confirmation']])
    expect(await templates(id, 'session-to-confirm')).toEqual(emails(0))
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'against' }))).toBe('voting-suspended')
    at(addParisDays(new Date(), 11))
    expect(await answerOf(closeBallot(app.payload, id))).toBe('before-bureau')
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: house.secretary }))).toBe('wrong-actor')
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: seat(house, 1).actor }))).toBe('wrong-actor')
    const confirmed = await confirmSessionDecision(app.payload, { id, actor: house.chair.actor })
    expect(confirmed).toMatchObject({ status: 'validated' })
    expect(await confirmSessionDecision(app.payload, { id, actor: house.chair.actor })).toEqual(confirmed)
    expect(await fileOf(app.payload, id)).toMatchObject({ decidedOn: sessionDay })
    const [member] = await membersOf(app.payload, id)
    expect(member).toMatchObject({ effectiveOn: parisDay(new Date((await fileOf(app.payload, id)).signedAt ?? 0)) })
    expect((await rounds(id)).map(({ mode, status, outcome }) => [mode, status, outcome ?? null])).toEqual([['online', 'void', null], ['session', 'closed', 'approved']])
    expect(await chainHolds(app.payload, id)).toBe(true)
  })

  it('is replaced by another record until it is confirmed', async () => {
    await ruled(house, { minimumFor: 6 })
    const id = await beforeBureau(house)
    await ruled(house)
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: house.chair.actor }))).toBe('no-session-decision')
    await recordSessionDecision(app.payload, { id, actor: house.secretary, record: minutes() })
    await recordSessionDecision(app.payload, { id, actor: house.colleague, record: minutes({ voices: { counts: { for: 0, against: 3, abstain: 0 } } }) })
    expect((await rounds(id)).map(({ status }) => status)).toEqual(['closed', 'void', 'awaiting-confirmation'])
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: house.chair.actor }))).toBe('rejected')
    expect(await membersOf(app.payload, id)).toEqual([])
  })

  it('keeps voices by name where the recused do not read', async () => {
    const id = await beforeBureau(house)
    await recordSessionDecision(app.payload, { id, actor: house.secretary, record: minutes() })
    const round = await lastRound(app.payload, id)
    const { docs } = await app.payload.find({ collection: 'votes', where: { ballot: { equals: round.id } }, depth: 0 })
    expect(docs.map(({ person: voter, choice }) => [voter, choice]).sort()).toEqual([0, 1, 2].map((place) => [person(place), 'for']).sort())
    expect(round.session).toMatchObject({ voices: { counts: { for: 3, against: 0, abstain: 0 } }, presiding: person(0) })
    expect(JSON.stringify((await journalOf(app.payload, id)).at(-1)?.evidence)).not.toContain('"choice"')
  })

  it('is refused when its voices decide nothing, or cannot be what happened', async () => {
    const id = await beforeBureau(house)
    const record = (changes: Partial<SessionRecord>) => answerOf(recordSessionDecision(app.payload, { id, actor: house.secretary, record: minutes(changes) }))
    expect(await record({ voices: { counts: { for: 1, against: 1, abstain: 1 } } })).toBe('no-decision')
    expect(await record({ present: [person(0)], voices: { ballots: [{ elector: person(0), choice: 'for' }] } })).toBe('no-decision')
    expect(await record({ sessionDay: addDays(parisDay(new Date()), 1) })).toBe('invalid')
    expect(await record({ voices: { ballots: [{ elector: person(4), choice: 'for' }] } })).toBe('invalid')
    expect(await record({ recused: ['nobody'] })).toBe('invalid')
    expect(await record({ present: [person(1), person(2), person(3)], voices: { counts: { for: 3, against: 0, abstain: 0 } } })).toBe('invalid')
    expect(await factsOf(app.payload, id)).toEqual(['submitted', 'signed', 'put-to-bureau'])
  })

  it('is confirmed by whom the minutes name when the chair was away', async () => {
    const id = await beforeBureau(house)
    const record = minutes({ present: [person(1), person(2), person(3)], presiding: person(2), voices: { counts: { for: 3, against: 0, abstain: 0 } } })
    await recordSessionDecision(app.payload, { id, actor: house.secretary, record })
    expect(await templates(id, 'session-to-confirm')).toEqual(emails(2))
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: house.chair.actor }))).toBe('wrong-actor')
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: seat(house, 2).actor }))).toBe('validated')
  })
})

describe('a refusal', () => {
  const refused = async () => {
    const id = await beforeBureau(house)
    await voices(house, id, ['against', 'against', 'against'])
    return id
  }
  const text = 'Le Bureau n’a pas retenu votre demande.'

  it('is told in the words of who presides, once', async () => {
    const id = await refused()
    expect(await answerOf(notifyRefusal(app.payload, { id, actor: seat(house, 1).actor, text }))).toBe('wrong-actor')
    expect(await answerOf(notifyRefusal(app.payload, { id, actor: house.secretary, text }))).toBe('text-not-approved')
    const told = await notifyRefusal(app.payload, { id, actor: house.chair.actor, text })
    expect(await notifyRefusal(app.payload, { id, actor: house.chair.actor, text })).toEqual(told)
    expect(await answerOf(notifyRefusal(app.payload, { id, actor: house.chair.actor, text: 'Autre chose.' }))).toBe('already-notified')
    const file = await fileOf(app.payload, id)
    expect(file.refusal).toMatchObject({ text, approvedBy: house.chair.person.id })
    expect(file.refusal?.notifiedAt).toBeTruthy()
    expect(await templates(id, 'refusal')).toEqual([file.representative?.email, file.contact?.email].sort())
    expect((await owed(app.payload, { adhesion: id, template: 'refusal' }))[0]?.data).toMatchObject({ text })
  })

  it('is sent by the secretariat in the very words that were approved', async () => {
    const id = await refused()
    await notifyRefusal(app.payload, { id, actor: house.chair.actor, text, send: false })
    expect(await templates(id, 'refusal')).toEqual([])
    expect(await answerOf(notifyRefusal(app.payload, { id, actor: house.secretary, text: `${text} Bien à vous.` }))).toBe('text-not-approved')
    expect(await answerOf(notifyRefusal(app.payload, { id, actor: house.secretary, text }))).toBe('rejected')
    expect((await fileOf(app.payload, id)).refusal).toMatchObject({ text, approvedBy: house.chair.person.id })
    expect(await templates(id, 'refusal')).toHaveLength(2)
  })

  it('is reopened with the chair’s agreement or minutes alone, and refused again in words of its own', async () => {
    const id = await refused()
    await notifyRefusal(app.payload, { id, actor: house.chair.actor, text })
    expect(await answerOf(reopen(app.payload, { id, actor: house.secretary, reason: 'Recours' }))).toBe('agreement-needed')
    await note(app.payload, { id, actor: seat(house, 1).actor, text: 'D’accord', agreesToReopen: true })
    expect(await answerOf(reopen(app.payload, { id, actor: house.secretary, reason: 'Recours' }))).toBe('agreement-needed')
    await note(app.payload, { id, actor: house.chair.actor, text: 'D’accord', agreesToReopen: true })
    const reopened = await reopen(app.payload, { id, actor: house.secretary, reason: 'Recours' })
    expect(reopened).toMatchObject({ status: 'under-review' })
    expect(await reopen(app.payload, { id, actor: house.secretary, reason: 'Recours' })).toEqual(reopened)
    expect(await fileOf(app.payload, id)).toMatchObject({ slot: (await fileOf(app.payload, id)).identifierKey, refusal: { text: null, notifiedAt: null } })
    await putToBureau(app.payload, { id, actor: house.secretary, source: SOURCE })
    await voices(house, id, ['against', 'against', 'against'])
    await notifyRefusal(app.payload, { id, actor: house.chair.actor, text: 'La réponse reste la même.' })
    expect(await templates(id, 'refusal')).toHaveLength(4)
    await reopen(app.payload, { id, actor: house.secretary, reason: 'Nouveau recours', minutesReference: 'PV 2026-12' })
    expect(await chainHolds(app.payload, id)).toBe(true)
  })
})

describe('sending a file back', () => {
  it('makes the round void; its voices count no more', async () => {
    const id = await beforeBureau(house)
    await voices(house, id, ['for', 'for'])
    const back = await sendBack(app.payload, { id, actor: seat(house, 3).actor, reason: 'Statuts à relire' })
    expect(back).toMatchObject({ status: 'under-review' })
    expect(await sendBack(app.payload, { id, actor: seat(house, 3).actor, reason: 'Statuts à relire' })).toEqual(back)
    expect(await lastRound(app.payload, id)).toMatchObject({ status: 'void', voidReason: 'Statuts à relire' })
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' }))).toBe('wrong-state')
    await putToBureau(app.payload, { id, actor: house.secretary, source: SOURCE })
    expect(await voices(house, id, ['for'])).toMatchObject({ status: 'before-bureau' })
    expect(await lastRound(app.payload, id)).toMatchObject({ round: 2, status: 'open' })
    expect(await templates(id, 'ballot-opened')).toHaveLength(10)
  })
})

describe('a partner that applies as a member', () => {
  it('changes its kind in the unit that decides, and keeps its record', async () => {
    const siret = validSiret()
    const first = await beforeBureau(house, { kind: 'partner', organisation: { siret } })
    await voices(house, first, ['for', 'for', 'for'])
    const [partner] = await membersOf(app.payload, first)
    expect(partner).toMatchObject({ kind: 'partner' })
    const second = await beforeBureau(house, { kind: 'member', organisation: { siret } })
    await voices(house, second, ['for', 'for', 'for'])
    expect(await membersOf(app.payload, first)).toEqual([])
    expect(await membersOf(app.payload, second)).toMatchObject([{ id: partner?.id, kind: 'member', effectiveOn: partner?.effectiveOn }])
    expect(await answerOf(reopen(app.payload, { id: first, actor: house.secretary, reason: 'Pourquoi pas' }))).toBe('wrong-state')
  })
})
