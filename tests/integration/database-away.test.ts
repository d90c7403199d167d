import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readEnv } from '../../src/env.ts'
import { patience } from '../../src/db/patience.ts'
import { setClock } from '../../src/lib/clock.ts'
import { openSite } from '../../src/site/routes.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { databaseLine, type DatabaseLine } from '../support/database-line.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { adoptCharter, application, staffUser, PASSWORD } from '../support/factories.ts'
import { publishedPage } from '../support/pages.ts'
import { fieldsOn, visitor } from '../support/site.ts'

const json = { 'Content-Type': 'application/json' }

let line: DatabaseLine
let app: TestApp
let door: TestDoor
let token: string
let page: string
/** A form that was opened while all was well. */
let lostLink: URLSearchParams

beforeAll(async () => {
  line = await databaseLine()
  app = await startApp({ LOG_LEVEL: 'silent', ...line.settings })
  const { payload } = app
  const panel = async (_req: unknown, res: { end: (text: string) => void }) => res.end('Le panneau')
  door = await openDoor(app, {}, { ...(await openSite({ payload, env: readEnv() })), next: panel })
  await adoptCharter(payload)
  const { email } = await staffUser(payload)
  page = (await publishedPage(payload, { slug: 'gardee', title: 'Une page gardée' })).id
  await publishedPage(payload, { slug: 'jamais-lue', title: 'Jamais lue' })
  const answer = await fetch(`${door.url}/api/users/login`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  const body: unknown = await answer.json()
  lostLink = fieldsOn(await visitor(door).get('/adhesion/lien-perdu'))
  for (const [name, value] of [
    ['email', 'jeanne@organisme.example'],
    ['reference', 'CPOF-2026-000001'],
  ] as const)
    lostLink.set(name, value)
  token = typeof body === 'object' && body !== null && 'token' in body ? String(body.token) : ''
})

afterEach(() => {
  setClock(null)
  vi.restoreAllMocks()
})

afterAll(async () => {
  await door.close()
  await app.stop().catch(() => {})
  await line.close()
})

type Asked = { method?: string; headers?: Record<string, string>; body?: string }

const ask = async (path: string, { method = 'GET', headers = {}, body }: Asked = {}) => {
  const response = await fetch(door.url + path, {
    method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  return {
    status: response.status,
    text,
    retryAfter: Number(response.headers.get('retry-after') ?? 0),
    refresh: response.headers.get('refresh'),
    location: response.headers.get('location'),
  }
}

/** Every way in at which somebody asks for what only the database knows. */
function waysIn(): [string, Asked][] {
  const signedIn = { Authorization: `JWT ${token}` }
  const id = page
  return [
    ['/api/users/me', { headers: signedIn }],
    ['/api/users?limit=1', { headers: signedIn }],
    ['/api/adhesions', { headers: signedIn }],
    ['/api/access', { headers: signedIn }],
    [`/api/adhesions/${id}/vote`, { method: 'POST', headers: { ...signedIn, ...json }, body: '{"choice":"for"}' }],
    [`/api/adhesions/${id}/claim`, { method: 'POST', headers: { ...signedIn, ...json }, body: '{}' }],
    [`/api/pages/${id}`, { method: 'PATCH', headers: { ...signedIn, ...json }, body: '{"title":"Autre"}' }],
    ['/api/users/logout', { method: 'POST', headers: signedIn }],
    [
      '/api/users/login',
      { method: 'POST', headers: json, body: '{"email":"quelquun@team.example","password":"un-mot-de-passe"}' },
    ],
    // On SQLite it looks in a transaction, on the connection that still stands.
    ...(app.database === 'mongodb'
      ? [
          [
            '/api/users/forgot-password',
            { method: 'POST', headers: json, body: '{"email":"quelquun@team.example"}' },
          ] satisfies [string, Asked],
        ]
      : []),
    ['/api/pages', {}],
    ['/api/members?limit=3', {}],
    ['/api/globals/identity', {}],
    ['/api/adhesions', { method: 'POST', headers: json, body: JSON.stringify(application()) }],
  ]
}

/** None of them may be told a refusal, nobody, or nothing. */
async function everybodyIsToldThatItIsAway(): Promise<void> {
  vi.spyOn(patience, 'outage').mockReturnValue(500)
  await Promise.all(
    waysIn().map(async ([path, asked]) => {
      const { status, text, retryAfter } = await ask(path, asked)
      expect([path, status, /"code":"([^"]+)"/.exec(text)?.[1]]).toEqual([path, 503, 'database-unavailable'])
      expect(retryAfter, path).toBeGreaterThan(0)
    }),
  )
}

async function thePanelSaysSo(): Promise<void> {
  const headers = { Cookie: `payload-token=${token}`, Accept: 'text/html' }
  for (const path of ['/admin', '/admin/collections/pages', '/admin/login']) {
    const { status, text, refresh, location } = await ask(path, { headers })
    expect([path, status, refresh, location]).toEqual([path, 503, '5', null])
    expect(text).toContain('momentanément indisponible')
  }
}

async function thePublicGoesOnReading(): Promise<void> {
  const site = visitor(door)
  for (const path of ['/gardee', '/', '/charte']) expect([path, (await site.get(path)).status]).toEqual([path, 200])
  expect((await site.get('/gardee')).text).toContain('Une page gardée')
  const unknown = await site.get('/jamais-lue')
  expect([unknown.status, Number(unknown.headers.get('retry-after'))]).toEqual([503, 5])
  // What stands behind a link is nobody else's, and kept for nobody.
  expect((await site.get(`/adhesion/suivi/${'A'.repeat(43)}`)).status).toBe(503)
  expect((await site.post(`/adhesion/suivi/${'A'.repeat(43)}/renvoyer`)).status).toBe(503)
  const form = await site.post('/adhesion/lien-perdu', lostLink)
  expect([form.status, Number(form.headers.get('retry-after'))]).toEqual([503, 5])
}

async function theNextDayItGoesOnNoMore(): Promise<void> {
  const site = visitor(door)
  setClock(() => new Date(Date.now() + 24 * 60 * 60_000))
  expect((await site.get('/gardee')).status, 'after midnight').toBe(503)
  setClock(null)
  const steady = performance.now.bind(performance)
  const later = vi.spyOn(performance, 'now').mockImplementation(() => steady() + 10 * 60_000 + 1_000)
  expect((await site.get('/gardee')).status, 'after ten minutes').toBe(503)
  later.mockRestore()
}

async function allIsWell(): Promise<void> {
  const site = visitor(door)
  const me = async () => (await ask('/api/users/me', { headers: { Authorization: `JWT ${token}` } })).text
  await vi.waitFor(async () => expect(await me()).toContain('"email"'), { timeout: 15_000, interval: 100 })
  expect((await ask('/admin')).text).toBe('Le panneau')
  for (const path of ['/gardee', '/', '/charte'])
    await vi.waitFor(async () => expect((await site.get(path)).status).toBe(200), { timeout: 10_000, interval: 100 })
}

describe('while the database is away', () => {
  it('all is well before', allIsWell)

  if (process.env['TEST_DATABASE'] === 'mongo') {
    it('one that answers nothing any more is told as away', async () => {
      line.freeze()
      await thePublicGoesOnReading()
      await everybodyIsToldThatItIsAway()
      await thePanelSaysSo()
    })

    it('what stood still goes on once it is back, and what changed meanwhile is shown', async () => {
      await line.mend()
      await allIsWell()
      await app.payload.update({
        collection: 'pages',
        id: page,
        data: { title: 'Une page changée', _status: 'published' },
        locale: 'fr',
        depth: 0,
      })
      const site = visitor(door)
      await vi.waitFor(async () => expect((await site.get('/gardee')).text).toContain('Une page changée'), {
        timeout: 5_000,
        interval: 50,
      })
      await app.payload.update({
        collection: 'pages',
        id: page,
        data: { title: 'Une page gardée', _status: 'published' },
        locale: 'fr',
        depth: 0,
      })
      await allIsWell()
    })
  }

  it('one that refuses everything is told as away', async () => {
    await line.cut(app.payload)
    await thePublicGoesOnReading()
    await everybodyIsToldThatItIsAway()
    await thePanelSaysSo()
    await theNextDayItGoesOnNoMore()
  })
})
