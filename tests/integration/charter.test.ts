import { createLocalReq } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { charterInForce, isSuperseded, signatureStillHolds } from '../../src/charter/in-force.ts'
import { setClock } from '../../src/lib/clock.ts'
import { addDays, parisDay, startOfParisDay } from '../../src/lib/dates.ts'
import { sha256 } from '../../src/lib/hash.ts'
import type { CharterVersion } from '../../src/payload-types.ts'
import { callApi, codeOf, issuesOf, type Answer } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import {
  makeBody,
  makeCharter,
  makeColleague,
  makeMandate,
  makePerson,
  richText,
  type Colleague,
} from '../support/governance.ts'

type Answered = {
  message?: string
  doc?: CharterVersion | null
  docs?: CharterVersion[]
  errors?: { code?: string; data?: { errors?: { path: string; code: string }[] } }[]
}

let app: TestApp
let first: Colleague
let second: Colleague
let editor: Colleague
let elected: Colleague

const today = parisDay(new Date())
let number = 0

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  first = await makeColleague(payload, ['secretariat'])
  second = await makeColleague(payload, ['secretariat'])
  editor = await makeColleague(payload, ['editor', 'admin'])
  elected = await makeColleague(payload)
  const bureau = await makeBody(payload, { competences: ['adhesion-validation'] })
  await makeMandate(payload, (await makePerson(payload, { account: elected.user.id })).id, bureau.id)
})

afterAll(() => app.stop())
afterEach(() => setClock(null))

const post = (path: string, { token }: Colleague, sent: unknown = {}): Promise<Answer<Answered>> =>
  callApi<Answered>(app, path, { body: sent, token })
const patch = (id: string, { token }: Colleague, sent: unknown): Promise<Answer<Answered>> =>
  callApi<Answered>(app, `/charter-versions/${id}`, { method: 'PATCH', body: sent, token })
const read = (id: string, token?: string): Promise<Answer<CharterVersion>> =>
  callApi<CharterVersion>(app, `/charter-versions/${id}`, { method: 'GET', ...(token ? { token } : {}) })

async function draft(text = 'Nous formons avec soin.'): Promise<string> {
  const answer = await post('/charter-versions', first, {
    number: (number += 1),
    title: 'Charte',
    binds: 'both',
    content: richText(text),
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.doc?.id ?? ''
}

const propose = (id: string, by = first, effectiveOn = today) =>
  post(`/charter-versions/${id}/propose-adoption`, by, { effectiveOn, deliberation: 'AG, résolution 2' })

async function adopted(text?: string): Promise<CharterVersion> {
  const id = await draft(text)
  expect((await propose(id)).status).toBe(200)
  const { status, body } = await post(`/charter-versions/${id}/confirm`, second)
  expect(status, JSON.stringify(body)).toBe(200)
  if (!body.doc) throw new Error('The version is not to be read')
  return body.doc
}

describe('a charter version', () => {
  it('is a draft that the secretariat and the Bureau read, and nobody else', async () => {
    const id = await draft()
    expect((await read(id)).status).toBe(404)
    expect((await read(id, editor.token)).status).toBe(404)
    expect((await read(id, first.token)).status).toBe(200)
    expect((await read(id, elected.token)).status).toBe(200)
    expect(
      (await post('/charter-versions', elected, { number: 90, title: 'x', binds: 'both', content: richText('x') }))
        .status,
    ).toBe(403)
  })

  it('is adopted by two, as the exact bytes that were proposed, and then read by anybody', async () => {
    const id = await draft('Cafe\u0301 et règle.')
    await propose(id)
    expect(codeOf(await post(`/charter-versions/${id}/confirm`, first))).toBe('second-person-needed')
    expect((await read(id)).status).toBe(404)
    await post(`/charter-versions/${id}/confirm`, second)
    const { body } = await read(id)
    expect(body).toMatchObject({
      status: 'adopted',
      canonicalText: 'Café et règle.\n',
      effectiveOn: today,
      deliberation: 'AG, résolution 2',
    })
    expect(body.sha256).toBe(sha256('Café et règle.\n'))
    expect(body).not.toHaveProperty('pending')
    const { docs } = await app.payload.find({
      collection: 'journal',
      where: { subject: { equals: `charter:${id}` } },
      sort: 'rank',
      overrideAccess: true,
    })
    expect(docs.map(({ type }) => type)).toEqual(['change-proposed', 'charter-adopted'])
  })

  it('is not adopted when its text changed after the proposal', async () => {
    const id = await draft()
    await propose(id)
    expect((await patch(id, first, { content: richText('Autre chose.') })).status).toBe(200)
    expect(codeOf(await post(`/charter-versions/${id}/confirm`, second))).toBe('text-changed')
    await post(`/charter-versions/${id}/discard`, second, { reason: 'Relecture' })
    expect((await propose(id)).status).toBe(200)
    expect((await post(`/charter-versions/${id}/confirm`, second)).body.doc).toMatchObject({
      canonicalText: 'Autre chose.\n',
    })
  })

  it('is not adopted by a plain write, into the past, without a text or under an old number', async () => {
    const id = await draft()
    const plain = await patch(id, first, { status: 'adopted', sha256: 'x', title: 'Charte' })
    expect(plain.status).toBe(403)
    expect(issuesOf(plain)).toEqual(['status: protected-field', 'sha256: protected-field'])
    expect(codeOf(await propose(id, first, addDays(today, -1)))).toBe('effective-in-the-past')
    expect(codeOf(await propose(await draft(' ')))).toBe('empty-text')
    await adopted()
    expect(codeOf(await propose(id))).toBe('number-not-highest')
  })

  it('once adopted changes for nobody, not even for code that overrides access', async () => {
    const { id } = await adopted()
    expect(codeOf(await patch(id, first, { title: 'Autre' }))).toBe('adopted-is-immutable')
    expect(codeOf(await propose(id))).toBe('adopted-is-immutable')
    expect((await callApi(app, `/charter-versions/${id}`, { method: 'DELETE', token: first.token })).status).toBe(403)
    await expect(
      app.payload.update({ collection: 'charter-versions', id, data: { title: 'Autre' }, overrideAccess: true }),
    ).rejects.toMatchObject({ code: 'adopted-is-immutable' })
    await expect(
      app.payload.delete({ collection: 'charter-versions', id, overrideAccess: true }),
    ).rejects.toMatchObject({ code: 'adopted-is-immutable' })
    expect((await read(id)).body.title).toBe('Charte')
  })

  it('may be thrown away while it is a draft', async () => {
    const id = await draft()
    expect((await callApi(app, `/charter-versions/${id}`, { method: 'DELETE', token: editor.token })).status).toBe(403)
    expect((await callApi(app, `/charter-versions/${id}`, { method: 'DELETE', token: first.token })).status).toBe(200)
  })
})

describe('the charter in force', () => {
  it('is the highest adopted number whose day has come, for each kind', async () => {
    const { payload } = app
    const both = await makeCharter(payload, { number: 501, effectiveOn: '2031-01-01' })
    const partners = await makeCharter(payload, { number: 502, binds: 'partner', effectiveOn: '2032-01-01' })
    const later = await makeCharter(payload, { number: 503, effectiveOn: '2033-01-01', resignRequired: true })
    const at = async (day: string, kind: 'member' | 'partner') =>
      (await charterInForce(payload, kind, startOfParisDay(day)))?.number
    expect(await at('2031-01-01', 'member')).toBe(501)
    expect(await at('2032-06-01', 'member')).toBe(501)
    expect(await at('2032-06-01', 'partner')).toBe(502)
    expect(await at('2033-01-01', 'member')).toBe(503)
    expect(
      (await charterInForce(payload, 'member', new Date(startOfParisDay('2033-01-01').getTime() - 1)))?.number,
    ).toBe(501)

    const req = await createLocalReq({}, payload)
    expect(await isSuperseded(payload, both, startOfParisDay('2032-06-01'), req)).toBe(false)
    expect(await isSuperseded(payload, both, startOfParisDay('2032-06-01'), req, 'partner')).toBe(true)
    expect(await isSuperseded(payload, both, startOfParisDay('2033-01-01'), req)).toBe(true)
    expect(await isSuperseded(payload, later, startOfParisDay('2034-01-01'), req)).toBe(false)

    expect(await signatureStillHolds(payload, both.id, 'partner', startOfParisDay('2032-06-01'), req)).toBe(true)
    expect(await signatureStillHolds(payload, both.id, 'partner', startOfParisDay('2033-06-01'), req)).toBe(false)
    expect(await signatureStillHolds(payload, partners.id, 'partner', startOfParisDay('2033-06-01'), req)).toBe(false)
    expect(await signatureStillHolds(payload, later.id, 'member', startOfParisDay('2033-06-01'), req)).toBe(true)
  })
})
