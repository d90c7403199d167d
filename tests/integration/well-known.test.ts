import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, rawRequest, type TestDoor } from '../support/door.ts'
import { makeUser } from '../support/governance.ts'

const ORIGIN = 'https://cpof.example'
const PASSWORD = 'un-mot-de-passe-de-test'

let app: TestApp
let door: TestDoor
let email: string

beforeAll(async () => {
  app = await startApp({ PUBLIC_URL: ORIGIN })
  ;({ email } = await makeUser(app.payload, ['editor']))
  door = await openDoor(app, { PUBLIC_URL: ORIGIN })
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

const ask = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(door.url + path, { ...init, headers })
const userBy = async (cookie: string) =>
  (
    (await (await ask('/api/users/me', { Cookie: cookie, Origin: ORIGIN })).json()) as {
      user: { email: string } | null
    }
  ).user?.email
const post = (path: string, headers: Record<string, string>, body: object = {}) =>
  ask(
    path,
    { 'Content-Type': 'application/json', Origin: ORIGIN, ...headers },
    { method: 'POST', body: JSON.stringify(body) },
  )

describe('over https', () => {
  it('a session has a cookie that no other host can set, and is known by no other', async () => {
    const login = await post('/api/users/login', {}, { email, password: PASSWORD })
    const set = login.headers.getSetCookie().find((each) => each.includes('payload-token')) ?? ''
    expect(set).toMatch(/^__Host-payload-token=[\w.-]+; /)
    expect(set.split('; ').slice(1)).toEqual(expect.arrayContaining(['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax']))
    expect(set).not.toMatch(/Domain/i)
    const [session = ''] = set.split(';')
    expect(await userBy(`lng=fr; ${session}`)).toBe(email)
    expect(await userBy(session.replace('__Host-', ''))).toBeUndefined()
    expect(await userBy(`${session.replace('__Host-', '').replace(/=.*/, '=forged')}; ${session}`)).toBe(email)
    const foreign = await post('/api/pages', { Cookie: session, Origin: 'https://evil.example' })
    expect(foreign.status).toBe(403)
    const logout = await post('/api/users/logout', { Cookie: session })
    expect(logout.headers.getSetCookie()[0]).toMatch(/^__Host-payload-token=;/)
    expect(await userBy(session)).toBeUndefined()
  })
})

describe('an answer over https, wherever it comes from', () => {
  it.each([
    ['/health/live', 200],
    ['/health/ready', 200],
    ['/.well-known/security.txt', 200],
    ['/.well-known/change-password', 302],
    ['/api%2Fpages', 400],
    ['/api/../health', 400],
    ['/n%6Fwhere', 308],
    ['/nowhere', 404],
    ['/api/pages', 200],
    ['/api/nothing', 404],
    ['/api/users/me', 200],
    ['/admin', 404],
    ['/_next/image', 404],
    ['/metrics', 404],
    ['/.git/config', 404],
    ['/.env', 404],
    ['/package.json', 404],
    ['/data/cpof.db', 404],
    ['/assets', 404],
    ['/pictures', 404],
    ['/dist/server.mjs', 404],
  ])('says what browsers may do with it: %s', async (path, expected) => {
    const { status, headers } = await rawRequest(door.port, path, { headers: { Accept: 'text/html' } })
    expect([
      status,
      headers['x-content-type-options'],
      headers['strict-transport-security'],
      headers['x-powered-by'],
    ]).toEqual([expected, 'nosniff', 'max-age=31536000', undefined])
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*base-uri 'none';frame-ancestors 'none'$/)
    expect(headers['referrer-policy']).toMatch(/^(same-origin|no-referrer)$/)
  })

  it('is none in production where e-mails are shown to developers', async () => {
    const settings = {
      APP_MODE: 'production',
      PUBLIC_URL: 'https://www.cpof.fr',
      MAIL_FROM: 'ne-pas-repondre@cpof.fr',
      SMTP_URL: 'smtps://smtp.cpof.fr',
      DATABASE_URL: 'file:/tmp/none.db',
      PAYLOAD_SECRET: 'p'.repeat(40),
      TOKEN_SECRET: 't'.repeat(40),
    }
    const open = await openDoor(app, settings)
    for (const path of ['/dev/courriels', '/dev/courriels/receipt', '/courriels']) {
      expect([path, (await fetch(door.url + path)).status === 200, (await fetch(open.url + path)).status]).toEqual([
        path,
        true,
        404,
      ])
    }
    await open.close()
  })

  it('is given by the API to pages of other sites where anybody may read it, and never in the name of a visitor', async () => {
    const from = { Origin: 'https://evil.example' }
    const seen = async (path: string, method: string, headers: Record<string, string> = {}) => {
      const answer = await ask(path, { ...from, ...headers }, { method })
      return ['origin', 'credentials'].map((name) => answer.headers.get(`access-control-allow-${name}`))
    }
    const cookie = { Cookie: 'payload-token=x.y.z' }
    expect(await seen('/api/pages', 'GET')).toEqual(['*', null])
    expect(await seen('/api/pages', 'OPTIONS', { 'Access-Control-Request-Method': 'GET' })).toEqual(['*', null])
    expect(await seen('/api/pages', 'GET', cookie)).toEqual([null, null])
    expect(await seen('/api/pages', 'GET', { Authorization: 'JWT x.y.z' })).toEqual([null, null])
    expect(await seen('/api/pages', 'POST')).toEqual([null, null])
    for (const path of ['/api/users/me', '/api/users/login', '/api/adhesions/sign', '/nous-rejoindre'])
      for (const method of ['GET', 'POST', 'OPTIONS'])
        expect([path, ...(await seen(path, method))]).toEqual([path, null, null])
  })
})

describe('what is well known', () => {
  it('says how to report a weakness, for half a year, by the address that there is', async () => {
    const read = async (at: TestDoor) => {
      const response = await fetch(`${at.url}/.well-known/security.txt`)
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
      return new Map(
        (await response.text())
          .trim()
          .split('\n')
          .map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
      )
    }
    expect((await read(door)).get('Contact')).toBe('https://cpof.example/contact')
    await app.payload.updateGlobal({ slug: 'identity', data: { email: 'contact@cpof.example' }, depth: 0 })
    const fields = await read(door)
    expect([...fields.keys()]).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical'])
    expect([fields.get('Contact'), fields.get('Preferred-Languages'), fields.get('Canonical')]).toEqual([
      'mailto:contact@cpof.example',
      'fr, en',
      'https://cpof.example/.well-known/security.txt',
    ])
    const days = (new Date(fields.get('Expires') ?? '').getTime() - Date.now()) / 86_400_000
    expect(days > 30 && days < 365).toBe(true)
    const other = await openDoor(app, { PUBLIC_URL: ORIGIN, SECURITY_CONTACT: 'mailto:securite@cpof.example' })
    expect((await read(other)).get('Contact')).toBe('mailto:securite@cpof.example')
    await other.close()
  })

  it('leads to where a password is changed', async () => {
    const { status, headers } = await ask('/.well-known/change-password', {}, { redirect: 'manual' })
    expect([status, headers.get('location')]).toEqual([302, '/admin/account'])
  })
})

describe('the address of a site elsewhere', () => {
  it('is of the web, or is refused where it is typed', async () => {
    const href = (value: string) =>
      app.payload.updateGlobal({ slug: 'identity', data: { registers: [{ name: 'HATVP', href: value }] }, depth: 0 })
    await expect(href('javascript:alert(1)')).rejects.toMatchObject({ status: 400 })
    expect((await href('https://www.hatvp.fr/fiche')).registers?.[0]?.href).toBe('https://www.hatvp.fr/fiche')
  })
})
