import { createLocalReq } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { mandatesInForceOf } from '../../src/governance/mandates.ts'
import { recusedSubjects } from '../../src/deliberation/recused-subjects.ts'
import { setClock } from '../../src/lib/clock.ts'
import { addDays, endOfParisDay, parisDay, startOfParisDay } from '../../src/lib/dates.ts'
import type { GovernanceBody, Mandate, Person } from '../../src/payload-types.ts'
import { callApi, codeOf, issuesOf, type Answer } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import {
  makeAdhesion,
  makeBody,
  makeCharter,
  makeColleague,
  makeMandate,
  makeMember,
  makePerson,
  makeUser,
  type Colleague,
} from '../support/governance.ts'

type Answered = {
  message?: string
  doc?: Mandate | null
  errors?: { code?: string; data?: { errors?: { path: string; code: string }[] } }[]
}

let app: TestApp
let first: Colleague
let second: Colleague
let admin: Colleague
let body: GovernanceBody
let person: Person

const today = parisDay(new Date())

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  first = await makeColleague(payload, ['secretariat'])
  second = await makeColleague(payload, ['secretariat'])
  admin = await makeColleague(payload, ['admin', 'secretariat'])
  body = await makeBody(payload, { name: 'Bureau', kind: 'bureau', competences: ['adhesion-validation'] })
  person = await makePerson(payload, { email: 'ada@instance.example' })
})

afterAll(() => app.stop())
afterEach(() => setClock(null))

const post = (path: string, token: string | undefined, sent: unknown = {}): Promise<Answer<Answered>> =>
  callApi<Answered>(app, path, { body: sent, ...(token === undefined ? {} : { token }) })

const term = (changes: object = {}) => ({
  person: person.id,
  body: body.id,
  role: 'member',
  firstDay: today,
  deliberation: 'AG du 3 mars 2026, résolution 4',
  ...changes,
})

const mandateOf = (id: string) =>
  app.payload.findByID({ collection: 'mandates', id, depth: 0, overrideAccess: true, disableErrors: true })

const typesOf = async (subject: string) =>
  (
    await app.payload.find({
      collection: 'journal',
      where: { subject: { equals: subject } },
      sort: 'rank',
      pagination: false,
      overrideAccess: true,
    })
  ).docs.map(({ type }) => type)

async function entered(changes: object = {}): Promise<string> {
  const answer = await post('/mandates', first.token, term(changes))
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.doc?.id ?? ''
}

async function inForce(changes: object = {}): Promise<string> {
  const id = await entered(changes)
  expect((await post(`/mandates/${id}/confirm`, second.token)).status).toBe(200)
  return id
}

describe('a mandate that is entered', () => {
  it('gives no right until a second person of the secretariat confirms it', async () => {
    const user = await makeUser(app.payload)
    const holder = await makePerson(app.payload, { account: user.id })
    const right = async () => mandatesInForceOf(await createLocalReq({}, app.payload), user.id, 'adhesion-validation')

    const id = await entered({ person: holder.id })
    expect(await mandateOf(id)).toMatchObject({ confirmed: false, enteredBy: first.user.id })
    expect(await right()).toEqual([])

    expect(codeOf(await post(`/mandates/${id}/confirm`, first.token))).toBe('second-person-needed')
    expect(await right()).toEqual([])

    expect((await post(`/mandates/${id}/confirm`, second.token)).body.doc).toMatchObject({
      confirmed: true,
      confirmedBy: second.user.id,
    })
    expect((await right()).map((mandate) => mandate.id)).toEqual([id])
    expect(await typesOf(`mandate:${id}`)).toEqual(['mandate-entered', 'mandate-confirmed'])
  })

  it('is confirmed again by the same person without anything happening twice', async () => {
    const id = await inForce()
    expect((await post(`/mandates/${id}/confirm`, second.token)).status).toBe(200)
    expect(await typesOf(`mandate:${id}`)).toEqual(['mandate-entered', 'mandate-confirmed'])
  })

  it('is entered by nobody for themselves, whether linked to the person or reached at their address', async () => {
    const linked = await makePerson(app.payload, { account: first.user.id })
    const alike = await makePerson(app.payload, { email: second.user.email.toUpperCase() })
    expect(codeOf(await post('/mandates', first.token, term({ person: linked.id })))).toBe('not-for-oneself')
    expect(codeOf(await post('/mandates', second.token, term({ person: alike.id })))).toBe('not-for-oneself')
    const id = await post('/mandates', first.token, term({ person: alike.id })).then(
      ({ body: { doc } }) => doc?.id ?? '',
    )
    expect(codeOf(await post(`/mandates/${id}/confirm`, second.token))).toBe('not-for-oneself')
  })

  it('is refused to whom it concerns, and to who made the entry, before a word of what they send is read', async () => {
    const alike = await makePerson(app.payload, { email: second.user.email })
    const id = await post('/mandates', first.token, term({ person: alike.id })).then(
      ({ body: { doc } }) => doc?.id ?? '',
    )
    for (const act of ['confirm', 'discard', 'propose-change', 'propose-end']) {
      expect(codeOf(await post(`/mandates/${id}/${act}`, second.token, { tout: 'faux' }))).toBe('not-for-oneself')
    }
    expect(codeOf(await post(`/mandates/${id}/confirm`, first.token, { tout: 'faux' }))).toBe('second-person-needed')
    expect(codeOf(await post(`/mandates/${id}/propose-end`, first.token, { tout: 'faux' }))).toBe('invalid')
    expect(codeOf(await post('/mandates/0123456789abcdef01234567/confirm', first.token, { tout: 'faux' }))).toBe(
      'not-found',
    )
  })

  it('is entered by the secretariat alone, and not by who also administers', async () => {
    const editor = await makeColleague(app.payload, ['editor'])
    expect((await post('/mandates', undefined, term())).status).toBe(401)
    expect(codeOf(await post('/mandates', editor.token, term()))).toBe('wrong-actor')
    expect(codeOf(await post('/mandates', admin.token, term()))).toBe('wrong-actor')
    const id = await entered()
    expect(codeOf(await post(`/mandates/${id}/confirm`, admin.token))).toBe('wrong-actor')
  })

  it('names what is wrong with it, all at once', async () => {
    const answer = await post('/mandates', first.token, { role: 'king', firstDay: '31/12', confirmed: true })
    expect(answer.status).toBe(400)
    expect(issuesOf(answer).sort()).toEqual([
      'body: required',
      'confirmed: unknown-field',
      'deliberation: required',
      'firstDay: not-a-day',
      'person: required',
      'role: not-a-choice',
    ])
    expect(codeOf(await post('/mandates', first.token, term({ firstDay: '2026-05-02', lastDay: '2026-05-01' })))).toBe(
      'days-reversed',
    )
    expect(issuesOf(await post('/mandates', first.token, term({ person: '0'.repeat(24) })))).toEqual([
      'person: unknown-reference',
    ])
  })

  it('comes by the panel’s form as well, whose empty fields are set aside', async () => {
    const form = new FormData()
    form.set(
      '_payload',
      JSON.stringify({
        ...term(),
        onBehalfOf: null,
        lastDay: '',
        title: '',
        confirmed: false,
        enteredBy: null,
        rev: 0,
        pending: null,
      }),
    )
    const answer = await callApi<Answered>(app, '/mandates?depth=0', { body: form, token: first.token })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    expect(answer.body.doc).toMatchObject({ confirmed: false, enteredBy: first.user.id })
  })

  it('may be abandoned, and its journal stays', async () => {
    const id = await entered()
    expect((await post(`/mandates/${id}/discard`, second.token, { reason: 'Saisi deux fois' })).body).toMatchObject({
      doc: null,
    })
    expect(await mandateOf(id)).toBeNull()
    expect(await typesOf(`mandate:${id}`)).toEqual(['mandate-entered', 'mandate-discarded'])
  })

  it('is told to the holders of the body when entered and when confirmed', async () => {
    const committee = await makeBody(app.payload)
    const witness = await makePerson(app.payload, { email: 'temoin@instance.example' })
    await makeMandate(app.payload, witness.id, committee.id)
    const id = await entered({ body: committee.id })
    await post(`/mandates/${id}/confirm`, second.token)
    const { docs } = await app.payload.find({
      collection: 'messages',
      where: { subject: { equals: `mandate:${id}` } },
      sort: 'createdAt',
      pagination: false,
      overrideAccess: true,
    })
    expect(docs.map(({ template, recipient }) => [template, recipient]).sort()).toEqual([
      ['mandate-changed', 'ada@instance.example'],
      ['mandate-changed', 'ada@instance.example'],
      ['mandate-changed', 'temoin@instance.example'],
      ['mandate-changed', 'temoin@instance.example'],
    ])
    expect(docs.map(({ data }) => (data as { confirmedBy: string | null }).confirmedBy).sort()).toEqual(
      [second.user.name, second.user.name, null, null].sort(),
    )
  })
})

describe('a mandate in force', () => {
  it('does not change by a plain write, which is refused by name', async () => {
    const id = await inForce()
    const answer = await callApi<Answered>(app, `/mandates/${id}`, {
      method: 'PATCH',
      body: { lastDay: '2030-01-01', role: 'chair', confirmed: true },
      token: first.token,
    })
    expect(answer.status).toBe(403)
    expect(codeOf(answer)).toBe('protected-field')
    expect(issuesOf(answer)).toEqual(['role: protected-field', 'lastDay: protected-field'])
    const bulk = await callApi<Answered>(app, '/mandates?where[role][equals]=member', {
      method: 'PATCH',
      body: { role: 'chair' },
      token: first.token,
    })
    expect(codeOf(bulk)).toBe('protected-field')
    expect(await mandateOf(id)).toMatchObject({ role: 'member' })
  })

  it('changes when a second person confirms, and stands as it was until then', async () => {
    const id = await inForce()
    const proposed = await post(`/mandates/${id}/propose-change`, first.token, {
      role: 'treasurer',
      deliberation: 'Bureau du 1er juin',
    })
    expect(proposed.body.doc).toMatchObject({
      role: 'member',
      pending: { change: { kind: 'change', role: 'treasurer' }, proposedBy: first.user.id },
    })
    expect(
      codeOf(await post(`/mandates/${id}/propose-change`, second.token, { role: 'secretary', deliberation: 'x' })),
    ).toBe('change-pending')
    expect(codeOf(await post(`/mandates/${id}/confirm`, first.token))).toBe('second-person-needed')
    expect((await post(`/mandates/${id}/confirm`, second.token)).body.doc).toMatchObject({
      role: 'treasurer',
      pending: null,
    })
    expect(await typesOf(`mandate:${id}`)).toEqual([
      'mandate-entered',
      'mandate-confirmed',
      'change-proposed',
      'mandate-changed',
    ])
  })

  it('ends by two as well, and a proposal may be abandoned', async () => {
    const id = await inForce()
    await post(`/mandates/${id}/propose-end`, first.token, { lastDay: today, deliberation: 'Démission du 2 juin' })
    expect((await mandateOf(id))?.lastDay ?? null).toBeNull()
    await post(`/mandates/${id}/discard`, second.token, { reason: 'Retirée' })
    expect(codeOf(await post(`/mandates/${id}/confirm`, second.token))).toBeUndefined()
    expect((await mandateOf(id))?.lastDay ?? null).toBeNull()
    await post(`/mandates/${id}/propose-end`, second.token, { lastDay: today, deliberation: 'Démission du 2 juin' })
    await post(`/mandates/${id}/confirm`, first.token)
    expect(await mandateOf(id)).toMatchObject({ lastDay: today })
  })

  it('gives its right until the end of its last day in Paris, and no moment longer', async () => {
    const user = await makeUser(app.payload)
    const holder = await makePerson(app.payload, { account: user.id })
    await makeMandate(app.payload, holder.id, body.id, { firstDay: '2026-03-29', lastDay: '2026-10-25' })
    const rightAt = async (at: Date) => {
      setClock(() => at)
      return (await mandatesInForceOf(await createLocalReq({}, app.payload), user.id, 'adhesion-validation')).length
    }
    const begin = startOfParisDay('2026-03-29')
    const end = endOfParisDay('2026-10-25')
    expect(await rightAt(new Date(begin.getTime() - 1))).toBe(0)
    expect(await rightAt(begin)).toBe(1)
    expect(await rightAt(new Date(end.getTime() - 1))).toBe(1)
    expect(await rightAt(end)).toBe(0)
  })

  it('is read by anybody while it lasts and for a year after, without its deliberation', async () => {
    const holder = await makePerson(app.payload, { email: 'secret@instance.example' })
    const days = {
      present: {},
      lately: { lastDay: addDays(today, -300) },
      old: { lastDay: addDays(today, -400) },
      coming: { firstDay: addDays(today, 3) },
      unsure: { confirmed: false },
    }
    const made: Record<string, string> = {}
    for (const [name, data] of Object.entries(days)) {
      made[name] = (
        await makeMandate(app.payload, holder.id, (await makeBody(app.payload)).id, {
          firstDay: addDays(today, -500),
          ...data,
        })
      ).id
    }
    const { body: list } = await callApi<{ docs: Mandate[] }>(
      app,
      `/mandates?limit=100&where[person][equals]=${holder.id}`,
      { method: 'GET' },
    )
    expect(list.docs.map(({ id }) => id).sort()).toEqual([made['present'], made['lately']].sort())
    expect(Object.keys(list.docs[0] ?? {})).not.toEqual(expect.arrayContaining(['deliberation']))
    const { body: who } = await callApi<Person>(app, `/people/${holder.id}`, { method: 'GET' })
    expect(who).toMatchObject({ name: holder.name })
    expect(who).not.toHaveProperty('email')
    const forgotten = await makePerson(app.payload)
    await makeMandate(app.payload, forgotten.id, body.id, { firstDay: '2020-01-01', lastDay: '2021-01-01' })
    expect((await callApi(app, `/people/${forgotten.id}`, { method: 'GET' })).status).toBe(404)
    expect((await callApi(app, `/people/${forgotten.id}`, { method: 'GET', token: first.token })).status).toBe(200)
  })
})

describe('a body', () => {
  it('has one chair at a time', async () => {
    const group = await makeBody(app.payload)
    const chair = await makePerson(app.payload)
    await makeMandate(app.payload, chair.id, group.id, { role: 'chair', firstDay: '2026-01-01', lastDay: '2030-12-31' })
    expect(codeOf(await post('/mandates', first.token, term({ body: group.id, role: 'chair' })))).toBe('chair-taken')
    await inForce({ body: group.id, role: 'chair', firstDay: '2031-01-01' })
  })

  it('never gets two when two are confirmed at once', async () => {
    const group = await makeBody(app.payload)
    const ids = [await entered({ body: group.id, role: 'chair' }), await entered({ body: group.id, role: 'chair' })]
    const answers = await Promise.all(ids.map((id) => post(`/mandates/${id}/confirm`, second.token)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('a mandate on behalf of a member', () => {
  it('needs an organisation that is a member on all its days', async () => {
    const gone = await makeMember(app.payload, { status: 'resigned', endedOn: '2025-01-01' })
    expect(codeOf(await post('/mandates', first.token, term({ onBehalfOf: gone.id })))).toBe('member-not-current')
  })

  it('ends on the day on which the membership ends', async () => {
    const member = await makeMember(app.payload)
    const id = await inForce({ onBehalfOf: member.id, firstDay: addDays(today, -30) })
    const lastDay = addDays(today, -1)
    await post(`/members/${member.id}/change-status`, first.token, {
      status: 'resigned',
      day: lastDay,
      deliberation: 'Lettre du 1er',
    })
    expect((await mandateOf(id))?.lastDay ?? null).toBeNull()
    expect((await post(`/members/${member.id}/confirm`, second.token)).status).toBe(200)
    expect(await mandateOf(id)).toMatchObject({ lastDay })
    expect(await typesOf(`mandate:${id}`)).toEqual(['mandate-entered', 'mandate-confirmed', 'mandate-ended'])
    expect(
      await app.payload.findByID({
        collection: 'members',
        id: member.id,
        overrideAccess: true,
        showHiddenFields: true,
      }),
    ).toMatchObject({ status: 'resigned', endedOn: lastDay, slot: `released:${member.id}` })
  })

  it('sets its holder aside from what concerns that organisation, and from what bears their own address, proven', async () => {
    const charter = await makeCharter(app.payload)
    const member = await makeMember(app.payload)
    const user = await makeUser(app.payload)
    const holder = await makePerson(app.payload, { account: user.id, email: 'Elue@Instance.example' })
    await makeMandate(app.payload, holder.id, body.id, { onBehalfOf: member.id })
    const own = await makeAdhesion(app.payload, charter.id, { identifierKey: member.identifierKey, slot: 'a' })
    const mine = await makeAdhesion(app.payload, charter.id, {
      contactEmailKey: 'elue@instance.example',
      contactProvenKey: 'elue@instance.example',
    })
    const signing = await makeAdhesion(app.payload, charter.id, {
      representativeEmailKey: 'elue@instance.example',
      representativeProvenKey: 'elue@instance.example',
    })
    // Only typed, or borne no longer, an address takes nothing away.
    await makeAdhesion(app.payload, charter.id, {
      contactEmailKey: 'elue@instance.example',
      representativeEmailKey: 'elue@instance.example',
    })
    await makeAdhesion(app.payload, charter.id, {
      contactEmailKey: 'autre@instance.example',
      contactProvenKey: 'elue@instance.example',
    })
    const seated = await makeAdhesion(app.payload, charter.id)
    const ballot = await app.payload.db.create({
      collection: 'rounds',
      data: {
        subject: `adhesion:${seated.id}`,
        adhesion: seated.id,
        round: 1,
        body: body.id,
        mode: 'online',
        status: 'open',
        rule: {},
        electorate: [],
        recused: [{ person: holder.id, name: 'Élue', reason: 'declared' }],
        opensAt: new Date().toISOString(),
      },
    })
    await app.payload.db.updateOne({ collection: 'adhesions', id: seated.id, data: { currentRound: ballot.id } })
    await makeAdhesion(app.payload, charter.id)
    const ids = await recusedSubjects(await createLocalReq({}, app.payload), user.id, 'adhesion')
    expect([...ids].sort()).toEqual([own.id, mine.id, signing.id, seated.id].sort())
  })
})
