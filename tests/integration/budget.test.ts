import { EventEmitter, once } from 'node:events'
import { Router } from 'express'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sharedCounts } from '../../src/db/shared-counts.ts'
import { setClock } from '../../src/lib/clock.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { makeUser } from '../support/governance.ts'
import { openSiteDoor } from '../support/site.ts'

let app: TestApp
let token: string

const PASSWORD = 'un-mot-de-passe-de-test'
const BEHIND = { TRUST_PROXY: 'loopback' }

const ask = async (
  { url }: Pick<TestDoor, 'url'>,
  path: string,
  ip: string,
  { headers = {}, ...init }: RequestInit = {},
) => {
  const response = await fetch(url + path, {
    redirect: 'manual',
    ...init,
    headers: { Accept: 'application/json', 'X-Forwarded-For': ip, ...Object.fromEntries(new Headers(headers)) },
  })
  const text = await response.text()
  const code = /"code":"([\w-]+)"/.exec(text)?.[1]
  return { status: response.status, code, retryAfter: Number(response.headers.get('retry-after') ?? 0) }
}

/** How many are let in before the first is told to come back. */
async function letIn(
  door: TestDoor,
  path: string,
  ip: (rank: number) => string,
  init: RequestInit = {},
  most = 200,
): Promise<number> {
  for (let rank = 0; rank < most; rank += 1) if ((await ask(door, path, ip(rank), init)).status === 429) return rank
  return most
}

beforeAll(async () => {
  app = await startApp()
  const user = await makeUser(app.payload, ['editor'])
  const door = await openDoor(app)
  const answer = await fetch(`${door.url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: user.email, password: PASSWORD }),
  })
  token = ((await answer.json()) as { token: string }).token
  await door.close()
})

afterEach(() => setClock(null))

afterAll(() => app.stop())

describe('what one network may take of the house', () => {
  it('is counted by what it costs, told when it comes to its end, and left to all others', async () => {
    const at = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 20_000)
    setClock(() => at)
    const door = await openSiteDoor(app, { ...BEHIND, LIMIT_POINTS: '300' })
    const cheap = await letIn(door, '/sitemap.xml', () => '192.0.2.1')
    const dear = await letIn(door, '/api/pages?depth=2', () => '192.0.2.2')
    expect(cheap).toBeGreaterThan(10 * dear)
    const refused = await ask(door, '/api/pages', '192.0.2.2')
    expect(refused).toEqual({ status: 429, code: 'too-many-requests', retryAfter: 40 })
    expect((await ask(door, '/charte', '192.0.2.2', { headers: { Accept: 'text/html' } })).status).toBe(429)
    expect([
      (await ask(door, '/health/live', '192.0.2.2')).status,
      (await ask(door, '/favicon.svg', '192.0.2.2')).status,
      (await ask(door, '/sitemap.xml', '192.0.2.3')).status,
    ]).toEqual([200, 200, 200])
    await door.close()
  })

  it('is the same for every spelling of a route, and for every address of one IPv6 network', async () => {
    const at = new Date()
    setClock(() => at)
    const door = await openSiteDoor(app, { ...BEHIND, LIMIT_POINTS: '300' })
    const spellings = ['/api/pages', '/api/%70ages', '/api/pages/', '/api/page%73?x=1']
    for (let rank = 0; rank < 25; rank += 1) await ask(door, spellings[rank % 4] ?? '', '192.0.2.1')
    for (const each of spellings) expect([each, (await ask(door, each, '192.0.2.1')).status]).toEqual([each, 429])
    expect(await letIn(door, '/api/pages', (rank) => `2001:db8:1:200::${rank.toString(16)}`)).toBeLessThan(25)
    expect((await ask(door, '/api/pages', '2001:db8:1:2ff:ffff::1')).status, 'the same /56').toBe(429)
    expect((await ask(door, '/api/pages', '2001:db8:1:300::1')).status, 'another one').toBe(200)
    await door.close()
  })

  it('is the account’s for who is signed in, wherever they sit; a forged session is none', async () => {
    const at = new Date()
    setClock(() => at)
    const door = await openSiteDoor(app, { ...BEHIND, LIMIT_POINTS: '300' })
    const signedIn = { headers: { Authorization: `JWT ${token}` } }
    await letIn(door, '/api/pages', () => '192.0.2.1')
    expect((await ask(door, '/api/pages', '192.0.2.1', signedIn)).status, 'though its network has nothing left').toBe(
      200,
    )
    const moving = await letIn(door, '/api/pages', (rank) => `192.0.2.${100 + rank}`, signedIn)
    expect(moving, 'though it comes from everywhere').toBeLessThan(60)
    const [head, body] = token.split('.')
    for (const forged of [`${head}.${body}.AAAA`, 'a.b.c', `${token}x`])
      expect((await ask(door, '/api/pages', '192.0.2.1', { headers: { Authorization: `JWT ${forged}` } })).status).toBe(
        429,
      )
    await door.close()
  })
})

describe('a house that is full', () => {
  it('lets visitors come back later, but never refuses health', async () => {
    const doors = new EventEmitter()
    const [entered, leave] = [once(doors, 'entered'), once(doors, 'leave')]
    const site = Router()
      .get('/lente', async (_req, res) => {
        doors.emit('entered')
        await leave
        res.send('ok')
      })
      .post('/formulaire', (_req, res) => {
        res.send('ok')
      })
      .get('/page', (_req, res) => {
        res.send('ok')
      })
    const door = await openDoor(app, { ...BEHIND, LIMIT_CONCURRENT: '1' }, { site })
    const slow = ask(door, '/lente', '192.0.2.1', { headers: { Authorization: `JWT ${token}` } })
    await entered
    const refused = await ask(door, '/page', '192.0.2.2')
    expect(refused).toEqual({ status: 503, code: 'busy', retryAfter: 5 })
    expect([
      (await ask(door, '/health/live', '192.0.2.2')).status,
      (await ask(door, '/formulaire', '192.0.2.2', { method: 'POST' })).status,
    ]).toEqual([200, 200])
    const reads = (headers: Record<string, string>) => async () =>
      (await ask(door, '/page', '192.0.2.2', { headers })).status
    await expect.poll(reads({ Authorization: `JWT ${token}` }), { message: 'who is signed in' }).toBe(200)
    doors.emit('leave')
    expect((await slow).status).toBe(200)
    await expect.poll(reads({})).toBe(200)
    await door.close()
  })
})

describe('instances', () => {
  it('share attempts on MongoDB in counters that it clears itself, and what a network has spent; on SQLite there is one', async () => {
    const shared = sharedCounts(app.payload)
    expect(shared === null).toBe(app.database === 'sqlite')
    if (!shared) return
    const until = new Date(Date.now() + 60_000)
    expect(
      [
        ...(await shared([
          { id: 'a', by: 2, until },
          { id: 'b', by: 1, until },
        ])),
      ].sort(),
    ).toEqual([
      ['a', 2],
      ['b', 1],
    ])
    expect((await shared([{ id: 'a', by: 3, until }])).get('a')).toBe(5)
    const [one, other] = [
      await openDoor(app, { ...BEHIND, LIMIT_SIGNATURES: '2' }),
      await openDoor(app, { ...BEHIND, LIMIT_SIGNATURES: '2' }),
    ]
    const sign = (door: TestDoor) =>
      ask(door, '/api/adhesions/sign', '192.0.2.7', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      })
    expect([(await sign(one)).status, (await sign(other)).status].includes(429)).toBe(false)
    expect([(await sign(one)).status, (await sign(other)).status]).toEqual([429, 429])
    await Promise.all([one.close(), other.close()])
  })
})
