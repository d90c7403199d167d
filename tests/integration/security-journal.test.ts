import { createLocalReq, type Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { securityReaders } from '../../access/security-readers.ts'
import { filterIn, readEvents } from '../../src/admin/security/read-events.ts'
import { readerFor } from '../../src/admin/reader.ts'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { runDue } from '../../src/jobs/timers.ts'
import { setClock } from '../../src/lib/clock.ts'
import { addDays, addParisDays, addParisMonths, parisDay } from '../../src/lib/dates.ts'
import type { SecurityEvent as Row, User } from '../../src/payload-types.ts'
import { noteSecurityEvent, settleSecurityEvents } from '../../src/security/journal.ts'
import { callApi } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor } from '../support/door.ts'
import { makeBody, makeMandate, makePerson, makeUser } from '../support/governance.ts'

let app: TestApp
let payload: Payload
type Account = User & { collection: 'users' }
let secretary: Account
let admin: Account

beforeAll(async () => {
  app = await startApp()
  payload = app.payload
  secretary = await makeUser(payload, ['secretariat'])
  admin = await makeUser(payload, ['admin'])
})
beforeEach(() => payload.db.deleteMany({ collection: 'security-events', where: {} }))
afterEach(() => setClock(null))
afterAll(() => app.stop())

const rows = async (): Promise<Row[]> =>
  (await payload.find({ collection: 'security-events', sort: 'at', limit: 0, pagination: false, overrideAccess: true }))
    .docs

describe('the security journal', () => {
  it('notes in the unit of work what belongs to it, and nothing of one that failed', async () => {
    const event = {
      type: 'role-changed',
      account: secretary.id,
      by: admin.id,
      ip: '192.0.2.7',
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      data: { roles: 'editor' },
    } as const
    await expect(
      unitOfWork(payload, async ({ req }) => {
        await noteSecurityEvent(payload, event, req)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await rows()).toEqual([])
    await unitOfWork(payload, ({ req }) => noteSecurityEvent(payload, event, req))
    expect(await rows()).toMatchObject([
      {
        type: 'role-changed',
        account: secretary.id,
        by: admin.id,
        ip: '192.0.2.7',
        network: '192.0.2.7',
        device: 'Firefox sur Linux',
        count: 1,
        data: { roles: 'editor' },
      },
    ])
  })

  it('stops nobody when it cannot be written, and says so in the log', async () => {
    const heard: unknown[] = []
    const { error } = payload.logger
    payload.logger.error = (...said: unknown[]) => heard.push(said)
    const { create } = payload.db
    payload.db.create = () => Promise.reject(new Error('The disk is full'))
    try {
      await noteSecurityEvent(payload, { type: 'signed-in', account: secretary.id })
    } finally {
      payload.db.create = create
      payload.logger.error = error
    }
    expect(heard).toHaveLength(1)
    await expect(noteSecurityEvent(payload, { type: 'signed-in', account: secretary.id })).resolves.toBeUndefined()
    expect(await rows()).toHaveLength(1)
  })

  it('counts what strangers cause by the minute, and loses none of it', async () => {
    const at = new Date('2026-11-30T10:00:05Z')
    setClock(() => at)
    for (let each = 0; each < 500; each += 1)
      await noteSecurityEvent(payload, { type: 'sign-in-failed', ip: '2001:db8::1', account: secretary.id })
    await noteSecurityEvent(payload, { type: 'sign-in-failed', ip: '192.0.2.7', account: secretary.id })
    await settleSecurityEvents(payload)
    expect((await rows()).map(({ network, count }) => [network, count]).sort()).toEqual([
      ['192.0.2.7', 1],
      ['2001:db8:0:0::/56', 500],
    ])
    setClock(() => new Date('2026-11-30T10:01:05Z'))
    await noteSecurityEvent(payload, { type: 'sign-in-failed', ip: '2001:db8::2', account: secretary.id })
    await settleSecurityEvents(payload)
    expect(await rows()).toHaveLength(3)
  })

  it('writes again what met another writer, and what failed altogether within the same minute, without losing count', async () => {
    setClock(() => new Date('2026-11-30T10:30:05Z'))
    const { create } = payload.db
    const heard: unknown[] = []
    const { error } = payload.logger
    payload.logger.error = (line: unknown) => void heard.push(line)
    const failures: Error[] = [
      Object.assign(new Error('Write conflict during plan execution'), { code: 112 }),
      Object.assign(new Error('Unable to acquire IX lock'), { code: 24 }),
    ]
    payload.db.create = (args) => {
      const failure = failures.shift()
      return failure ? Promise.reject(failure) : Reflect.apply(create, payload.db, [args])
    }
    try {
      const event = { type: 'refused-by-gate', ip: '192.0.2.9', data: { code: 'bad-query' } } as const
      await noteSecurityEvent(payload, event)
      await noteSecurityEvent(payload, event)
      await settleSecurityEvents(payload)
      expect([heard, (await rows()).map(({ count }) => count)]).toEqual([[], [2]])
      failures.push(Object.assign(new Error('No such thing'), { name: 'OddError' }))
      const other = { ...event, data: { code: 'bad-path' } } as const
      await noteSecurityEvent(payload, other)
      await expect.poll(() => heard).toHaveLength(1)
      expect(heard).toMatchObject([{ type: 'refused-by-gate', err: { name: 'OddError', message: 'No such thing' } }])
      await noteSecurityEvent(payload, other)
      await settleSecurityEvents(payload)
      expect((await rows()).map(({ count }) => count)).toEqual([2, 2])
    } finally {
      payload.db.create = create
      payload.logger.error = error
    }
  })

  it('writes a bounded number of rows whatever comes from wherever', async () => {
    setClock(() => new Date('2026-11-30T11:00:05Z'))
    for (let each = 0; each < 1000; each += 1)
      await noteSecurityEvent(payload, {
        type: 'refused-by-gate',
        ip: `198.51.${each >> 8}.${each & 255}`,
        data: { code: 'bad-query' },
      })
    await settleSecurityEvents(payload)
    const found = await rows()
    expect(found.length).toBeLessThan(100)
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(1000)
  })

  it('notes a refusal beside the work that it ends, though that is rolled back', async () => {
    setClock(() => new Date('2026-11-30T12:00:05Z'))
    await expect(
      unitOfWork(payload, async ({ req }) => {
        await noteSecurityEvent(payload, { type: 'sign-in-failed', ip: '192.0.2.8' }, req)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await settleSecurityEvents(payload)
    expect(await rows()).toMatchObject([{ type: 'sign-in-failed', network: '192.0.2.8' }])
  })

  it('notes what the gate refuses', async () => {
    const door = await openDoor(app)
    expect((await fetch(`${door.url}/api/pages?where[nope][equals]=1`)).status).toBe(400)
    await door.close()
    await settleSecurityEvents(payload)
    expect(await rows()).toMatchObject([{ type: 'refused-by-gate', network: '127.0.0.1', data: { code: 'bad-query' } }])
  })

  it('notes who is told that they may not, what the door refuses before the gate, and who comes too often', async () => {
    const editor = await makeUser(payload, ['editor'])
    const { token } = await payload.login({
      collection: 'users',
      data: { email: editor.email, password: 'un-mot-de-passe-de-test' },
    })
    const door = await openDoor(app, { LIMIT_LOGINS: '1' }, { next: async (_req, res) => void res.end('panel') })
    const headers = { Authorization: `JWT ${token ?? ''}`, 'Content-Type': 'application/json' }
    const post = (path: string, body: object, more: object = {}) =>
      fetch(door.url + path, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) })
    const answers = [
      await post('/api/adhesions/none/send-back', {}),
      await post('/api/users/second-factor/totp', { currentPassword: 'un autre mot de passe' }),
      await post('/admin', {}, { Origin: 'https://evil.example' }),
      await fetch(`${door.url}/api%2Fpages`),
      await fetch(`${door.url}/nowhere`),
    ]
    const forgotten = () =>
      fetch(`${door.url}/api/users/forgot-password`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"email":"nobody@team.example"}',
      })
    await forgotten()
    answers.push(await forgotten())
    await door.close()
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 400, 404, 429])
    await settleSecurityEvents(payload)
    const refused = (await rows())
      .filter(({ type }) => type === 'refused-by-gate')
      .map(({ account, by, network, data }) => [account ?? null, by ?? null, network, data])
    const from = (who: string | null, code: string) => [who, who, '127.0.0.1', { code }]
    expect(refused).toHaveLength(5)
    expect(refused).toEqual(
      expect.arrayContaining([
        from(editor.id, 'wrong-actor'),
        from(editor.id, 'wrong-present-password'),
        from(editor.id, 'foreign-origin'),
        from(null, 'bad-path'),
        from(null, 'too-many-requests'),
      ]),
    )
  })

  it('and signing in change nothing of what is public: no kept page is rendered again', async () => {
    const epochs = async () =>
      (await payload.find({ collection: 'content-epoch', limit: 0, pagination: false, overrideAccess: true })).docs
        .map(({ id }) => id)
        .sort()
    const before = await epochs()
    await noteSecurityEvent(payload, { type: 'signed-in', account: secretary.id })
    await noteSecurityEvent(payload, { type: 'refused-by-gate', ip: '203.0.113.9', data: { code: 'bad-query' } })
    await settleSecurityEvents(payload)
    await payload.login({ collection: 'users', data: { email: secretary.email, password: 'un-mot-de-passe-de-test' } })
    expect(await epochs()).toEqual(before)
  })

  it('notes who takes more records out by the API than a list shows', async () => {
    const { token } = await payload.login({
      collection: 'users',
      data: { email: secretary.email, password: 'un-mot-de-passe-de-test' },
    })
    const exported = async () =>
      (await rows()).filter(({ type }) => type === 'exported').map(({ by, data }) => [by, data])
    for (const path of ['/journal?limit=100', '/people?limit=10', '/pages?limit=500'])
      expect((await callApi(app, path, { method: 'GET', token: token ?? '' })).status).toBe(200)
    expect(await exported()).toEqual([])
    expect((await callApi(app, '/journal?limit=500', { method: 'GET', token: token ?? '' })).status).toBe(200)
    const once = [secretary.id, { what: 'journal (0)', rows: 0 }]
    expect(await exported()).toEqual([once])
    for (const page of [1, 2, 3])
      await callApi(app, `/journal?limit=50&page=${page}`, { method: 'GET', token: token ?? '' })
    expect(await exported()).toEqual([once, once])
  })

  it('is forgotten after twelve months, and not before', async () => {
    const today = new Date()
    const yearAgo = addParisMonths(today, -12)
    for (const day of [-1, 1]) {
      setClock(() => addParisDays(yearAgo, day))
      await noteSecurityEvent(payload, { type: 'signed-in', account: secretary.id })
    }
    setClock(() => today)
    expect(await runDue(payload)).toMatchObject({ 'forget-security-events': 1 })
    expect(await rows()).toHaveLength(1)
  })

  it('is read in sentences, by account, fact and day', async () => {
    await noteSecurityEvent(payload, { type: 'signed-in', account: secretary.id, by: secretary.id, ip: '192.0.2.7' })
    await noteSecurityEvent(payload, {
      type: 'account-deleted',
      account: 'gone',
      by: admin.id,
      data: { name: 'Ada', email: 'ada@team.example' },
    })
    const reader = await readerFor(payload, secretary)
    if (!reader) throw new Error('no reader')
    const said = async (params: Record<string, string>) =>
      (await readEvents(reader, filterIn(params))).lines.map(({ sentence, from }) => [sentence, from])
    const signedIn = [`Connexion de ${secretary.name} (${secretary.email}).`, '192.0.2.7']
    const deleted = [`${admin.name} (${admin.email}) a supprimé le compte de Ada (ada@team.example).`, '']
    expect((await said({})).sort()).toEqual([signedIn, deleted].sort())
    expect(await said({ account: secretary.id })).toEqual([signedIn])
    expect(await said({ type: 'account-deleted' })).toEqual([deleted])
    expect(await said({ type: 'constructor', day: parisDay(new Date()), page: '-1' })).toHaveLength(2)
    expect(await said({ day: addDays(parisDay(new Date()), -1) })).toEqual([])
  })
})

describe('who reads it', () => {
  const reads = async (user: Account | null) =>
    securityReaders({ req: await createLocalReq(user ? { user } : {}, payload) })

  it('is the secretariat and who is in the chair today, and nobody else', async () => {
    const body = await makeBody(payload, { competences: ['adhesion-validation'] })
    const seated = async (role: 'chair' | 'vice-chair', lastDay: string | null) => {
      const account = await makeUser(payload)
      const person = await makePerson(payload, { account: account.id })
      await makeMandate(payload, person.id, body.id, { role, lastDay })
      return account
    }
    expect(await reads(secretary)).toBe(true)
    expect(await reads(await seated('chair', null))).toBe(true)
    expect(await reads(await seated('chair', addDays(parisDay(new Date()), -1)))).toBe(false)
    expect(await reads(await seated('vice-chair', null))).toBe(false)
    expect(await reads(admin)).toBe(false)
    expect(await reads(await makeUser(payload, ['admin', 'secretariat']))).toBe(false)
    expect(await reads(await makeUser(payload, ['editor']))).toBe(false)
    expect(await reads(null)).toBe(false)
  })
})
