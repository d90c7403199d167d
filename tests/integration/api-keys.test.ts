import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { now, setClock } from '../../src/lib/clock.ts'
import { addDays, parisDay } from '../../src/lib/dates.ts'
import { keyHolder } from '../../src/federations/key-in-use.ts'
import { countedByKey } from '../../src/federations/key-text.ts'
import type { ApiKey, Member } from '../../src/payload-types.ts'
import { callApi, codeOf, issuesOf, type Answer } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { makeFederation } from '../support/federations.ts'
import { makeBody, makeColleague, makeMandate, makeMember, makePerson, type Colleague } from '../support/governance.ts'

const HOUR = 3_600_000

type Said = { doc?: Partial<ApiKey>; key?: string; docs?: Partial<ApiKey>[] }

let app: TestApp
let payload: Payload
let admin: Colleague
let otherAdmin: Colleague
let first: Colleague
let second: Colleague
let chair: Colleague
let editor: Colleague
let federation: Member

beforeAll(async () => {
  app = await startApp()
  payload = app.payload
  const bureau = await makeBody(payload, { competences: ['adhesion-validation'] })
  admin = await makeColleague(payload, ['admin'])
  otherAdmin = await makeColleague(payload, ['admin'])
  first = await makeColleague(payload, ['secretariat'])
  second = await makeColleague(payload, ['secretariat'])
  editor = await makeColleague(payload, ['editor'])
  chair = await makeColleague(payload)
  const person = await makePerson(payload, { account: chair.user.id })
  await makeMandate(payload, person.id, bureau.id, { role: 'chair' })
  federation = await makeMember(payload, { legalName: 'Fédération des ateliers' })
})
afterEach(() => setClock(null))
afterAll(() => app.stop())

const call = (method: string, path: string, who?: Colleague, body?: unknown): Promise<Answer<Said>> =>
  callApi<Said>(app, path, { method, ...(body === undefined ? {} : { body }), ...(who ? { token: who.token } : {}) })

const asked = (changes: Record<string, unknown> = {}) => ({
  label: 'Dépôt des adhésions',
  member: federation.id,
  contact: { firstName: 'Lucie', lastName: 'Moreau', email: 'adhesions@reseau.example' },
  scopes: ['submit', 'read'],
  reason: 'Convention de 2026',
  ...changes,
})

const propose = (who?: Colleague, changes: Record<string, unknown> = {}) =>
  call('POST', '/api-keys', who, asked(changes))

async function proposed(who: Colleague, changes: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await propose(who, changes)
  if (status !== 201 || !body.doc?.id) throw new Error(`The proposal was answered ${status}: ${JSON.stringify(body)}`)
  return body.doc.id
}

const confirm = (id: string, who?: Colleague) => call('POST', `/api-keys/${id}/confirm`, who, {})
const revoke = (id: string, who?: Colleague, body: unknown = { reason: 'Clé perdue' }) =>
  call('POST', `/api-keys/${id}/revoke`, who, body)

async function confirmed(changes: Record<string, unknown> = {}): Promise<{ id: string; key: string }> {
  const id = await proposed(admin, changes)
  const { status, body } = await confirm(id, first)
  if (status !== 200 || !body.key) throw new Error(`The confirmation was answered ${status}: ${JSON.stringify(body)}`)
  return { id, key: body.key }
}

const showing = (key: string) => ({ headers: new Headers({ Authorization: `Key ${key}` }) })

/** What a key opens: the federation whose it is, or the code of the refusal. */
const opens = (key: string, scope: 'submit' | 'read' | 'webhooks' = 'submit') =>
  keyHolder(payload, showing(key), scope).then(
    (holder) => holder?.member,
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )

const eventsSince = async (moment: Date) =>
  (
    await payload.find({
      collection: 'security-events',
      where: { at: { greater_than_equal: moment.toISOString() }, type: { like: 'api-key' } },
      sort: 'createdAt',
      pagination: false,
      overrideAccess: true,
    })
  ).docs.map(({ type }) => type)

describe('an API key', () => {
  it('is proposed by one and confirmed by another: administrator and secretary, either way, or two secretaries', async () => {
    for (const [proposer, confirmer] of [
      [admin, first],
      [second, admin],
      [first, second],
    ] as const) {
      const id = await proposed(proposer)
      const { status, body } = await confirm(id, confirmer)
      expect([status, body.doc?.confirmed]).toEqual([200, true])
      expect(await opens(body.key ?? '')).toBe(federation.id)
    }
  })

  it('is never given by one alone, nor by administrators among themselves, nor by anybody else', async () => {
    const id = await proposed(admin)
    expect(codeOf(await confirm(id, admin))).toBe('second-person-needed')
    expect(codeOf(await confirm(id, otherAdmin))).toBe('secretary-needed')
    for (const who of [editor, chair]) {
      expect(codeOf(await propose(who))).toBe('wrong-actor')
      expect(codeOf(await confirm(id, who))).toBe('wrong-actor')
      expect(codeOf(await revoke(id, who))).toBe('wrong-actor')
    }
    for (const answer of [await propose(), await confirm(id), await revoke(id), await call('GET', '/api-keys')])
      expect(answer.status).toBe(401)
    expect((await call('GET', '/api-keys', editor)).status).toBe(403)
  })

  it('is not confirmed by who became a secretary today, nor once its proposer has no right any more', async () => {
    const id = await proposed(admin)
    const fresh = await makeColleague(payload, ['secretariat'], { secretarySince: new Date().toISOString() })
    expect(codeOf(await confirm(id, fresh))).toBe('new-secretary')
    const leaving = await makeColleague(payload, ['secretariat'])
    const other = await proposed(leaving)
    await payload.db.updateOne({ collection: 'users', id: leaving.user.id, data: { suspended: true } })
    expect(codeOf(await confirm(other, first))).toBe('proposer-not-entitled')
  })

  it('refuses what is unknown, then what is wrong in the body, then what has been done', async () => {
    const nowhere = federation.id
    expect([(await confirm(nowhere, first)).status, (await revoke(nowhere, first, {})).status]).toEqual([404, 404])
    const wrong = await propose(admin, {
      scopes: ['everything'],
      contact: { firstName: 'Lucie', lastName: 'Moreau', email: 'nulle part' },
      expiresOn: addDays(parisDay(now()), -1),
      keyHash: 'x',
    })
    expect(wrong.status).toBe(400)
    expect(issuesOf(wrong)).toEqual(
      expect.arrayContaining([
        'scopes.0: not-a-choice',
        'contact.email: email-format',
        'expiresOn: day-has-passed',
        'keyHash: unknown-field',
      ]),
    )
    expect(issuesOf(await propose(admin, { scopes: [] }))).toEqual(['scopes: required'])
    expect(issuesOf(await propose(admin, { member: first.user.id }))).toEqual(['member: unknown-reference'])
    const gone = await makeMember(payload, { status: 'resigned', endedOn: '2024-01-01' })
    expect(codeOf(await propose(admin, { member: gone.id }))).toBe('federation-not-current')
    const { id } = await confirmed()
    expect(codeOf(await confirm(id, second))).toBe('nothing-pending')
    expect((await revoke(id, second, {})).status).toBe(400)
    expect((await revoke(id, second)).status).toBe(200)
    expect(codeOf(await revoke(id, second))).toBe('already-revoked')
    expect(codeOf(await confirm(id, second))).toBe('already-revoked')
  })

  it('stands in the answer to its confirmation and nowhere else', async () => {
    const id = await proposed(admin)
    const { body } = await confirm(id, first)
    const key = body.key ?? ''
    expect(key).toMatch(/^cpof_[\w-]{60}$/)
    const [row] = (await payload.db.find<ApiKey>({ collection: 'api-keys', where: { id: { equals: id } } })).docs
    expect(row?.keyHash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(row)).not.toContain(key)
    for (const answer of [
      { body: { doc: body.doc } },
      await call('GET', '/api-keys', first),
      await call('GET', `/api-keys/${id}`, first),
    ]) {
      expect(JSON.stringify(answer.body)).toContain('Dépôt des adhésions')
      expect(JSON.stringify(answer.body)).not.toContain(key)
      expect(JSON.stringify(answer.body)).not.toMatch(/[kK]eyHash/)
      expect(JSON.stringify(answer.body)).not.toContain(row?.keyHash)
    }
    const { docs } = await payload.find({ collection: 'request-keys', overrideAccess: true, pagination: false })
    expect(docs.filter(({ state }) => state === 'answered')).toEqual([])
  })

  it('is one key for two who confirm at once', async () => {
    const id = await proposed(admin)
    const answers = await Promise.all([confirm(id, first), confirm(id, second), confirm(id, first)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const keys = answers.flatMap(({ body }) => body.key ?? [])
    expect(keys).toHaveLength(1)
    expect(await opens(keys[0] ?? '')).toBe(federation.id)
  })

  it('is told to the secretariat, the chair and the contact of the federation, and to the security journal', async () => {
    const before = now()
    const { id } = await confirmed()
    await revoke(id, second)
    const { docs } = await payload.find({
      collection: 'messages',
      where: { subject: { equals: `api-key:${id}` } },
      pagination: false,
      overrideAccess: true,
    })
    const told = (what: string) =>
      docs.filter(({ data }) => JSON.stringify(data).includes(`"${what}"`)).map(({ recipient }) => recipient)
    for (const what of ['proposed', 'confirmed', 'revoked'])
      expect(told(what)).toEqual(
        expect.arrayContaining([first.user.email, second.user.email, chair.user.email, 'adhesions@reseau.example']),
      )
    expect(await eventsSince(before)).toEqual(['api-key-proposed', 'api-key-made', 'api-key-revoked'])
  })

  it('opens what its scopes name, until it ends, is revoked, or its federation is no active member', async () => {
    const { id, key } = await confirmed()
    expect([await opens(key, 'read'), await opens(key, 'webhooks')]).toEqual([federation.id, 'scope-missing'])
    expect(await opens(`${key}x`)).toBe('bad-key')
    expect(await opens('')).toBe('bad-key')
    const stored = () => payload.findByID({ collection: 'api-keys', id, overrideAccess: true })
    expect((await stored()).lastUsedAt).toEqual(expect.any(String))
    for (const [change, outcome] of [
      [{ status: 'suspended' }, 'bad-key'],
      [{ status: 'resigned' }, 'bad-key'],
      [{ status: 'active', endedOn: addDays(parisDay(now()), -1) }, 'bad-key'],
      [{ status: 'active', endedOn: null }, federation.id],
    ] as const) {
      await payload.db.updateOne({ collection: 'members', id: federation.id, data: change })
      expect(await opens(key)).toBe(outcome)
    }
    setClock(() => new Date(Date.now() + 366 * 24 * HOUR))
    expect(await opens(key)).toBe('bad-key')
    setClock(null)
    await revoke(id, second)
    expect(await opens(key)).toBe('bad-key')
  })

  it('is counted by itself where it was made here, and a made-up one by nobody', async () => {
    const { key } = await makeFederation(payload)
    expect(countedByKey(payload, showing(key).headers)).toMatch(/^[0-9a-f]{64}$/)
    expect(countedByKey(payload, showing(`cpof_${'a'.repeat(43)}_${'b'.repeat(16)}`).headers)).toBeNull()
  })
})
