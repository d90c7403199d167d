import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { NO_CLIENT } from '../../src/adhesion/lifecycle/actor.ts'
import { alertRefusal } from '../../src/adhesion/reminders/alert-refusal.ts'
import { castVote } from '../../src/adhesion/actions/cast-vote.ts'
import { closeRound } from '../../src/adhesion/actions/close-round.ts'
import { putToBureau } from '../../src/adhesion/actions/put-to-bureau.ts'
import { note } from '../../src/adhesion/actions/note.ts'
import { notifyRefusal } from '../../src/adhesion/actions/notify-refusal.ts'
import { openFollowUp } from '../../src/adhesion/links/open-link.ts'
import type { SessionRecord } from '../../src/deliberation/stored-round.ts'
import { setClock } from '../../src/lib/clock.ts'
import { addDays, addParisDays, formatDay, parisDay } from '../../src/lib/dates.ts'
import { officeSentence } from '../../src/record/facts.ts'
import type { Mandate } from '../../src/payload-types.ts'
import { callApi, codeOf, issuesOf } from '../support/api.ts'
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
  roundsOf,
  ruled,
  seat,
  SOURCE,
  votes,
  type House,
} from '../support/bureau.ts'
import { bureauMember, PASSWORD, staffUser, validSiret } from '../support/factories.ts'
import { lastToken, owed } from '../support/outbox.ts'
import { sessionSent } from '../support/session-sent.ts'
import {
  cancelSessionRecord,
  confirmSessionDecision,
  disputeSessionRecord,
  recordSessionDecision,
  reopen,
  sendBack,
} from '../support/actions.ts'

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

describe('a session’s decision', () => {
  const person = (place: number) => seat(house, place).person.id
  const minutes = (changes: Partial<SessionRecord> = {}): SessionRecord => ({
    sessionDay: parisDay(new Date()),
    minutesReference: 'PV 2026-11',
    present: [person(0), person(1), person(2)],
    represented: [],
    recused: [],
    votes: { byName: [0, 1, 2].map((place) => ({ elector: person(place), choice: 'for' })) },
    ...changes,
  })

  it('suspends the online round, waits for the chair, and takes effect on the session’s day', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['against', 'against'])
    const sessionDay = addDays(parisDay(new Date()), -3)
    const recorded = await recordSessionDecision(app.payload, {
      id,
      actor: house.secretary,
      ...sessionSent(minutes({ sessionDay })),
    })
    expect(recorded).toMatchObject({ status: 'before-bureau' })
    expect(
      await recordSessionDecision(app.payload, { id, actor: house.secretary, ...sessionSent(minutes({ sessionDay })) }),
    ).toEqual(recorded)
    expect((await rounds(id)).map(({ mode, status }) => [mode, status])).toEqual([
      ['online', 'suspended'],
      ['session', 'awaiting-confirmation'],
    ])
    expect(await templates(id, 'session-to-confirm')).toEqual(emails(0))
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'against' }))).toBe(
      'voting-suspended',
    )
    at(addParisDays(new Date(), 11))
    expect(await answerOf(closeRound(app.payload, id))).toBe('before-bureau')
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: house.secretary }))).toBe('wrong-actor')
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: seat(house, 1).actor }))).toBe('wrong-actor')
    const confirmed = await confirmSessionDecision(app.payload, { id, actor: house.chair.actor })
    expect(confirmed).toMatchObject({ status: 'validated' })
    expect(await confirmSessionDecision(app.payload, { id, actor: house.chair.actor })).toEqual(confirmed)
    expect(await fileOf(app.payload, id)).toMatchObject({ decidedOn: sessionDay })
    const [member] = await membersOf(app.payload, id)
    expect(member).toMatchObject({ effectiveOn: parisDay(new Date((await fileOf(app.payload, id)).signedAt ?? 0)) })
    expect((await rounds(id)).map(({ mode, status, outcome }) => [mode, status, outcome ?? null])).toEqual([
      ['online', 'void', null],
      ['session', 'closed', 'approved'],
    ])
    expect(await chainHolds(app.payload, id)).toBe(true)
  })

  it('is replaced by another record until it is confirmed', async () => {
    await ruled(house, { minimumFor: 6 })
    const id = await beforeBureau(house)
    await ruled(house)
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: house.chair.actor }))).toBe(
      'no-session-decision',
    )
    await recordSessionDecision(app.payload, { id, actor: house.secretary, ...sessionSent(minutes()) })
    await recordSessionDecision(app.payload, {
      id,
      actor: house.colleague,
      ...sessionSent(minutes({ votes: { counts: { for: 0, against: 3, abstain: 0 } } })),
    })
    expect((await rounds(id)).map(({ status }) => status)).toEqual(['closed', 'void', 'awaiting-confirmation'])
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: house.chair.actor }))).toBe('rejected')
    expect(await membersOf(app.payload, id)).toEqual([])
  })

  it('keeps votes by name where the recused do not read', async () => {
    const id = await beforeBureau(house)
    await recordSessionDecision(app.payload, { id, actor: house.secretary, ...sessionSent(minutes()) })
    const round = await lastRound(app.payload, id)
    const { docs } = await app.payload.find({ collection: 'votes', where: { round: { equals: round.id } }, depth: 0 })
    expect(docs.map(({ person: voter, choice }) => [voter, choice]).sort()).toEqual(
      [0, 1, 2].map((place) => [person(place), 'for']).sort(),
    )
    expect(round.session).toMatchObject({
      votes: { counts: { for: 3, against: 0, abstain: 0 } },
      presiding: person(0),
    })
    const recorded = (await journalOf(app.payload, id)).at(-1)
    expect(JSON.stringify(recorded?.evidence)).not.toContain('"choice"')
    expect(recorded && officeSentence(recorded)).toContain(
      ` (séance du ${formatDay(minutes().sessionDay)}), procès-verbal ${minutes().minutesReference}\u00a0: validation.`,
    )
  })

  it('is refused when its votes decide nothing, or cannot be what happened', async () => {
    const id = await beforeBureau(house)
    const record = (changes: Partial<SessionRecord>) =>
      answerOf(recordSessionDecision(app.payload, { id, actor: house.secretary, ...sessionSent(minutes(changes)) }))
    expect(await record({ votes: { counts: { for: 1, against: 1, abstain: 1 } } })).toBe('no-decision')
    expect(await record({ present: [person(0)], votes: { byName: [{ elector: person(0), choice: 'for' }] } })).toBe(
      'no-decision',
    )
    expect(await record({ sessionDay: addDays(parisDay(new Date()), 1) })).toBe('invalid')
    expect(await record({ votes: { byName: [{ elector: person(4), choice: 'for' }] } })).toBe('invalid')
    expect(await record({ recused: ['nobody'] })).toBe('invalid')
    expect(
      await record({
        present: [person(1), person(2), person(3)],
        votes: { counts: { for: 3, against: 0, abstain: 0 } },
      }),
    ).toBe('invalid')
    expect(await factsOf(app.payload, id)).toEqual(['submitted', 'signed', 'put-to-bureau'])
  })

  it('is confirmed by whom the minutes name when the chair was away', async () => {
    const id = await beforeBureau(house)
    const record = minutes({
      present: [person(1), person(2), person(3)],
      presiding: person(2),
      votes: { counts: { for: 3, against: 0, abstain: 0 } },
    })
    await recordSessionDecision(app.payload, { id, actor: house.secretary, ...sessionSent(record) })
    expect(await templates(id, 'session-to-confirm')).toEqual(emails(2))
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: house.chair.actor }))).toBe('wrong-actor')
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: seat(house, 2).actor }))).toBe('validated')
  })
})

describe('a session’s record that nobody confirmed', () => {
  const recorded = async (id: string) =>
    recordSessionDecision(app.payload, {
      id,
      actor: house.secretary,
      sessionDay: parisDay(new Date()),
      minutesReference: 'PV 2026-11',
      present: [0, 1, 2].map((place) => seat(house, place).person.id),
      represented: [],
      recused: [],
      counts: { for: 3, against: 0, abstain: 0 },
    })

  it('is cancelled by the secretariat; the online votes stand again and those called to vote are told', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['against', 'against'])
    await recorded(id)
    const cancelling = { id, actor: house.colleague, reason: 'Saisie sur le mauvais dossier' }
    expect(await answerOf(cancelSessionRecord(app.payload, { ...cancelling, actor: house.chair.actor }))).toBe(
      'wrong-actor',
    )
    const cancelled = await cancelSessionRecord(app.payload, cancelling)
    expect(cancelled).toMatchObject({ status: 'before-bureau' })
    expect(await cancelSessionRecord(app.payload, cancelling)).toMatchObject({ status: 'before-bureau' })
    expect((await rounds(id)).map(({ mode, status }) => [mode, status])).toEqual([
      ['online', 'open'],
      ['session', 'void'],
    ])
    expect(await templates(id, 'session-record-cancelled')).toEqual(emails(0, 1, 2, 3, 4))
    const fact = (await journalOf(app.payload, id)).find(({ type }) => type === 'session-record-cancelled')
    expect(fact && officeSentence(fact)).toContain('Saisie sur le mauvais dossier')
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'against' }))).toBe(
      'rejected',
    )
    expect(await chainHolds(app.payload, id)).toBe(true)
  })

  it('leaves an application that was referred waiting for a session, whose record it may have again', async () => {
    await ruled(house, { minimumFor: 6 })
    const id = await beforeBureau(house)
    await ruled(house)
    await recorded(id)
    await cancelSessionRecord(app.payload, { id, actor: house.secretary, reason: 'Autre séance' })
    const file = await fileOf(app.payload, id)
    expect(file).toMatchObject({ status: 'referred', round: 1 })
    expect(await templates(id, 'session-record-cancelled')).toEqual(emails(0))
    expect(await answerOf(recorded(id))).toBe('referred')
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: house.chair.actor }))).toBe('validated')
  })

  it('is counted by the timer where the end of the online round has passed meanwhile', async () => {
    const id = await beforeBureau(house)
    await recorded(id)
    at(addParisDays(new Date(), 11))
    const cancelled = await cancelSessionRecord(app.payload, { id, actor: house.secretary, reason: 'Autre séance' })
    expect(cancelled).toMatchObject({ status: 'before-bureau' })
    expect(await answerOf(closeRound(app.payload, id))).toBe('referred')
  })

  it('is not confirmed once who presides said that it is not what was decided, until it is entered anew', async () => {
    const id = await beforeBureau(house)
    await recorded(id)
    const disputing = { id, reason: 'Deux voix contre' }
    expect(await answerOf(disputeSessionRecord(app.payload, { ...disputing, actor: seat(house, 1).actor }))).toBe(
      'wrong-actor',
    )
    const disputed = await disputeSessionRecord(app.payload, { ...disputing, actor: house.chair.actor })
    expect(await disputeSessionRecord(app.payload, { ...disputing, actor: house.chair.actor })).toEqual(disputed)
    expect(
      await answerOf(disputeSessionRecord(app.payload, { id, actor: house.chair.actor, reason: 'Autre chose' })),
    ).toBe('session-disputed')
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: house.chair.actor }))).toBe(
      'session-disputed',
    )
    expect(await templates(id, 'session-record-disputed')).toEqual(
      [house.secretary.user.email, house.colleague.user.email].sort(),
    )
    await recordSessionDecision(app.payload, {
      id,
      actor: house.secretary,
      sessionDay: parisDay(new Date()),
      minutesReference: 'PV 2026-11 bis',
      present: [0, 1, 2].map((place) => seat(house, place).person.id),
      represented: [],
      recused: [],
      counts: { for: 0, against: 3, abstain: 0 },
    })
    expect(await answerOf(confirmSessionDecision(app.payload, { id, actor: house.chair.actor }))).toBe('rejected')
  })
})

describe('a session before today', () => {
  it('was held by those in office on its day', async () => {
    const id = await beforeBureau(house)
    const today = parisDay(new Date())
    const left = seat(house, 4).person.id
    const others = [seat(house, 0).person.id, seat(house, 1).person.id]
    await mandateOf(4, { lastDay: addDays(today, -2) })
    try {
      const record = (sessionDay: string) =>
        answerOf(
          recordSessionDecision(app.payload, {
            id,
            actor: house.secretary,
            sessionDay,
            minutesReference: 'PV 2026-11',
            present: [...others, left],
            represented: [],
            recused: [],
            counts: { for: 3, against: 0, abstain: 0 },
          }),
        )
      expect(await record(addDays(today, -1))).toBe('invalid')
      expect(await record(addDays(today, -2))).toBe('before-bureau')
      expect((await lastRound(app.payload, id)).electorate).toHaveLength(5)
    } finally {
      await mandateOf(4, { lastDay: null })
    }
  })
})

describe('a refusal', () => {
  const refused = async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['against', 'against', 'against'])
    return id
  }
  const text = 'Le Bureau n’a pas retenu votre demande.'

  it('is told in the words of who presides, once', async () => {
    const id = await refused()
    expect(await answerOf(notifyRefusal(app.payload, { id, actor: seat(house, 1).actor, text }))).toBe('wrong-actor')
    expect(await answerOf(notifyRefusal(app.payload, { id, actor: house.secretary, text }))).toBe('text-not-approved')
    const told = await notifyRefusal(app.payload, { id, actor: house.chair.actor, text })
    expect(await notifyRefusal(app.payload, { id, actor: house.chair.actor, text })).toEqual(told)
    expect(await answerOf(notifyRefusal(app.payload, { id, actor: house.chair.actor, text: 'Autre chose.' }))).toBe(
      'already-notified',
    )
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
    expect(
      await answerOf(notifyRefusal(app.payload, { id, actor: house.secretary, text: `${text} Bien à vous.` })),
    ).toBe('text-not-approved')
    expect(await answerOf(notifyRefusal(app.payload, { id, actor: house.secretary, text }))).toBe('rejected')
    expect((await fileOf(app.payload, id)).refusal).toMatchObject({ text, approvedBy: house.chair.person.id })
    expect(await templates(id, 'refusal')).toHaveLength(2)
  })

  it('is told by the vice-chair where the chair is recused', async () => {
    await mandateOf(1, { role: 'vice-chair' })
    try {
      const id = await beforeBureau(house)
      await votes(house, id, ['recused', 'against', 'against', 'against'])
      expect(await fileOf(app.payload, id)).toMatchObject({ status: 'rejected' })
      expect(await templates(id, 'outcome-recorded')).toContain(seat(house, 1).user.email)
      expect(await answerOf(notifyRefusal(app.payload, { id, actor: house.chair.actor, text }))).toBe('recused')
      expect(await answerOf(notifyRefusal(app.payload, { id, actor: seat(house, 1).actor, text }))).toBe('rejected')
    } finally {
      await mandateOf(1, { role: 'treasurer' })
    }
  })

  it('is told by the next vice-chair where the first is recused as well, and by nobody else', async () => {
    await mandateOf(1, { role: 'vice-chair', firstDay: '2019-01-01' })
    await mandateOf(2, { role: 'vice-chair' })
    try {
      const id = await beforeBureau(house)
      await votes(house, id, ['recused', 'recused', 'against', 'against'])
      for (const place of [0, 1])
        expect(await answerOf(notifyRefusal(app.payload, { id, actor: seat(house, place).actor, text }))).toBe(
          'recused',
        )
      expect(await answerOf(notifyRefusal(app.payload, { id, actor: seat(house, 3).actor, text }))).toBe('wrong-actor')
      expect(await templates(id, 'outcome-recorded')).toContain(seat(house, 2).user.email)
      expect(await answerOf(notifyRefusal(app.payload, { id, actor: seat(house, 2).actor, text }))).toBe('rejected')
    } finally {
      await mandateOf(1, { role: 'treasurer', firstDay: '2020-01-01' })
      await mandateOf(2, { role: 'member' })
    }
  })

  it('is told by the vice-chair where the chair turns out to be of the applicant’s side', async () => {
    await mandateOf(1, { role: 'vice-chair' })
    const { person, user, actor } = house.chair
    const addressed = (email: string) =>
      app.payload.db.updateOne({ collection: 'people', id: person.id, data: { email } })
    try {
      const id = await refused()
      await addressed((await fileOf(app.payload, id)).contact?.email ?? '')
      await openFollowUp(
        app.payload,
        await lastToken(app.payload, { adhesion: id, template: 'receipt' }, 'followUp'),
        NO_CLIENT,
      )
      expect(await answerOf(notifyRefusal(app.payload, { id, actor, text }))).toBe('recused')
      expect(await answerOf(notifyRefusal(app.payload, { id, actor: seat(house, 1).actor, text }))).toBe('rejected')
    } finally {
      await addressed(user.email)
      await mandateOf(1, { role: 'treasurer' })
    }
  })

  it('waits, where the chair is recused and there is no vice-chair, for the Bureau to have one; the alert says so', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['recused', 'against', 'against', 'against'])
    const telling = (place: number) =>
      answerOf(notifyRefusal(app.payload, { id, actor: seat(house, place).actor, text }))
    expect([await telling(0), await telling(1), await telling(4)]).toEqual(['recused', 'wrong-actor', 'wrong-actor'])
    at(addParisDays(new Date(), 8))
    expect(await alertRefusal(app.payload, id)).toBe(true)
    const alerts = await owed(app.payload, { adhesion: id, template: 'refusal-overdue' })
    expect(alerts.map(({ recipient }) => recipient).sort()).toEqual(
      [house.secretary.user.email, house.colleague.user.email].sort(),
    )
    for (const { data } of alerts) expect(data).toMatchObject({ nobodyPresides: true })
    await mandateOf(4, { role: 'vice-chair' })
    try {
      expect([await telling(1), await telling(4)]).toEqual(['wrong-actor', 'rejected'])
    } finally {
      await mandateOf(4, { role: 'member' })
    }
  })

  it('is reopened with the chair’s agreement or minutes alone, and refused again in words of its own', async () => {
    const id = await refused()
    await notifyRefusal(app.payload, { id, actor: house.chair.actor, text })
    expect(await answerOf(reopen(app.payload, { id, actor: house.secretary, reason: 'Recours' }))).toBe(
      'agreement-needed',
    )
    await note(app.payload, { id, actor: seat(house, 1).actor, text: 'D’accord', agreesToReopen: true })
    expect(await answerOf(reopen(app.payload, { id, actor: house.secretary, reason: 'Recours' }))).toBe(
      'agreement-needed',
    )
    await note(app.payload, { id, actor: house.chair.actor, text: 'D’accord', agreesToReopen: true })
    const reopened = await reopen(app.payload, { id, actor: house.secretary, reason: 'Recours' })
    expect(reopened).toMatchObject({ status: 'under-review' })
    expect(await reopen(app.payload, { id, actor: house.secretary, reason: 'Recours' })).toEqual(reopened)
    expect(await fileOf(app.payload, id)).toMatchObject({
      slot: (await fileOf(app.payload, id)).identifierKey,
      refusal: { text: null, notifiedAt: null },
    })
    await putToBureau(app.payload, { id, actor: house.secretary, powerToBind: { source: SOURCE } })
    await votes(house, id, ['against', 'against', 'against'])
    await notifyRefusal(app.payload, { id, actor: house.chair.actor, text: 'La réponse reste la même.' })
    expect(await templates(id, 'refusal')).toHaveLength(4)
    await reopen(app.payload, { id, actor: house.secretary, reason: 'Nouveau recours', minutesReference: 'PV 2026-12' })
    expect(await chainHolds(app.payload, id)).toBe(true)
  })
})

describe('sending a file back', () => {
  it('makes the round void; its votes count no more', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['for', 'for'])
    const back = await sendBack(app.payload, { id, actor: seat(house, 3).actor, reason: 'Statuts à relire' })
    expect(back).toMatchObject({ status: 'under-review' })
    expect(await sendBack(app.payload, { id, actor: seat(house, 3).actor, reason: 'Statuts à relire' })).toEqual(back)
    expect(await lastRound(app.payload, id)).toMatchObject({ status: 'void', voidReason: 'Statuts à relire' })
    expect(await answerOf(castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' }))).toBe(
      'wrong-state',
    )
    await putToBureau(app.payload, { id, actor: house.secretary, powerToBind: { source: SOURCE } })
    expect(await votes(house, id, ['for'])).toMatchObject({ status: 'before-bureau' })
    expect(await lastRound(app.payload, id)).toMatchObject({ round: 2, status: 'open' })
    expect(await templates(id, 'ballot-opened')).toHaveLength(10)
  })
})

describe('a partner that applies as a member', () => {
  it('changes its kind in the unit that decides, and keeps its record', async () => {
    const siret = validSiret()
    const first = await beforeBureau(house, { kind: 'partner', organisation: { siret } })
    await votes(house, first, ['for', 'for', 'for'])
    const [partner] = await membersOf(app.payload, first)
    expect(partner).toMatchObject({ kind: 'partner' })
    const second = await beforeBureau(house, { kind: 'member', organisation: { siret } })
    await votes(house, second, ['for', 'for', 'for'])
    expect(await membersOf(app.payload, first)).toEqual([])
    expect(await membersOf(app.payload, second)).toMatchObject([
      { id: partner?.id, kind: 'member', effectiveOn: partner?.effectiveOn },
    ])
    expect(await answerOf(reopen(app.payload, { id: first, actor: house.secretary, reason: 'Pourquoi pas' }))).toBe(
      'wrong-state',
    )
  })
})

describe('what is refused is refused in one order', () => {
  const NOWHERE = '000000000000000000000000'
  const tokenOf = async (email: string): Promise<string> => {
    const { token } = await app.payload.login({ collection: 'users', data: { email, password: PASSWORD } })
    if (!token) throw new Error('Nobody signed in')
    return token
  }
  const told = async (id: string, action: string, body: unknown, token?: string) => {
    const answer = await callApi<{ status?: string; rev?: number }>(app, `/adhesions/${id}/${action}`, {
      body,
      ...(token ? { token } : {}),
    })
    return { answer, short: `${answer.status} ${codeOf(answer) ?? answer.body.status}` }
  }
  const said = async (...args: Parameters<typeof told>) => (await told(...args)).short

  it('of a question about an elector too: the secretariat or who presides answers it', async () => {
    const [secretary, chair, elector] = await Promise.all(
      [house.secretary.user, house.chair.user, seat(house, 2).user].map(({ email }) => tokenOf(email)),
    )
    const { email } = await staffUser(app.payload, { roles: ['editor', 'admin'] })
    const stranger = await tokenOf(email)
    const id = await beforeBureau(house, { contact: { email: seat(house, 1).user.email } })
    const person = seat(house, 1).person.id
    const body = { person, answer: 'conflict', reason: 'Vérifié par téléphone' }
    const answer = (given: unknown, token?: string, at = id) => said(at, 'answer-question', given, token)
    expect(await answer(body)).toBe('401 unauthorized')
    expect(await answer(body, stranger)).toBe('403 wrong-actor')
    expect(await answer({}, elector, NOWHERE)).toBe('404 not-found')
    expect(await answer({}, secretary, NOWHERE)).toBe('404 not-found')
    expect(await answer(body, elector)).toBe('403 wrong-actor')
    for (const wrong of [
      {},
      { ...body, answer: 'peut-être' },
      { ...body, reason: '' },
      { ...body, person: 7 },
      { ...body, more: 1 },
    ])
      expect((await told(id, 'answer-question', wrong, secretary)).answer.status).toBe(400)
    expect(await answer({ ...body, rev: 0 }, secretary)).toBe('409 stale-rev')
    expect(await answer({ ...body, person: NOWHERE }, secretary)).toBe('409 no-question')
    expect(await answer({ ...body, answer: 'no-conflict' }, chair)).toBe('200 before-bureau')
    expect(await answer(body, secretary), 'it was answered').toBe('409 no-question')
  })

  it('role, file, recusal and electorate, body, state', async () => {
    const [secretary, elector, recused] = await Promise.all(
      [house.secretary.user, seat(house, 1).user, seat(house, 2).user].map(({ email }) => tokenOf(email)),
    )
    const { email } = await staffUser(app.payload, { roles: ['editor', 'admin'] })
    const stranger = await tokenOf(email)
    const unsigned = (await applied(app)).id
    const instructed = (await signed(app)).id
    const id = await beforeBureau(house)
    await votes(house, id, [null, null, 'recused'])
    const wrong = { choice: 'peut-être', comment: 'oui' }

    expect(await said(NOWHERE, 'vote', wrong)).toBe('401 unauthorized')
    expect(await said(NOWHERE, 'vote', wrong, stranger)).toBe('403 wrong-actor')
    expect(await said(NOWHERE, 'note', {}, stranger)).toBe('403 wrong-actor')
    expect(await said(NOWHERE, 'vote', wrong, secretary)).toBe('403 wrong-actor')
    expect(await said(NOWHERE, 'claim', {}, elector)).toBe('403 wrong-actor')
    expect(await said(NOWHERE, 'reinstate', {}, elector)).toBe('404 not-found')
    expect(await said(NOWHERE, 'vote', wrong, elector)).toBe('404 not-found')
    expect(await said(unsigned, 'vote', wrong, elector)).toBe('404 not-found')
    expect(await said(NOWHERE, 'claim', { comment: 'oui' }, secretary)).toBe('404 not-found')
    expect(await said(id, 'confirm-session-decision', { comment: 'oui' }, elector)).toBe('403 wrong-actor')
    expect(await said(id, 'vote', wrong, recused)).toBe('403 recused')
    expect(await said(id, 'note', {}, recused)).toBe('403 recused')
    expect(await said(id, 'send-back', {}, recused)).toBe('403 recused')
    const { answer, short } = await told(id, 'vote', wrong, elector)
    expect([short, issuesOf(answer).sort()]).toEqual([
      '400 invalid',
      ['choice: not-a-choice', 'comment: unknown-field'],
    ])
    expect(await said(instructed, 'vote', wrong, elector)).toBe('400 invalid')
    expect((await told(instructed, 'vote', { choice: 'for' }, elector)).answer).toMatchObject({
      status: 409,
      body: { status: 'submitted', rev: 1 },
    })
    const { rev } = await fileOf(app.payload, id)
    expect(await said(id, 'vote', { choice: 'for', rev: rev - 1 }, elector)).toBe('409 stale-rev')
    expect(await said(id, 'vote', { choice: 'recused' }, recused)).toBe('200 before-bureau')
    expect((await told(id, 'vote', { choice: 'for', rev }, elector)).answer).toMatchObject({
      status: 200,
      body: { status: 'before-bureau', rev: rev + 1 },
    })
  })

  it('a member of the Bureau who came after the round opened is no elector of it', async () => {
    const id = await beforeBureau(house)
    const newcomer = await bureauMember(app.payload, house.body, 5)
    try {
      const token = await tokenOf(newcomer.user.email)
      expect(await said(id, 'vote', { choice: 'peut-être' }, token)).toBe('403 not-an-elector')
      expect(await said(id, 'note', { text: 'Bonjour' }, token)).toBe('200 before-bureau')
    } finally {
      await app.payload.db.deleteMany({ collection: 'mandates', where: { person: { equals: newcomer.person.id } } })
    }
  })
})
