import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { Router } from 'express'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { patience } from '../../src/db/patience.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, rawRequest, type TestDoor } from '../support/door.ts'

const PASSWORD = 'un-mot-de-passe-de-test'
const ORIGIN = 'http://localhost:3000'
const json = { 'Content-Type': 'application/json' }

let app: TestApp
let door: TestDoor
let token: string
let cookie: string

type Body = {
  errors?: { code: string; message: string; data?: { errors: { path: string; code: string }[] } }[]
  docs?: { id: string; slug: string }[]
  doc?: { id: string; slug: string }
  limit?: number
  user?: { email: string } | null
  token?: string
}

const ask = async (path: string, init: RequestInit = {}, at = door) => {
  const response = await fetch(at.url + path, { redirect: 'manual', ...init })
  const text = await response.text()
  const isJson = text !== '' && (response.headers.get('content-type')?.startsWith('application/json') ?? false)
  return { status: response.status, headers: response.headers, text, body: (isJson ? JSON.parse(text) : {}) as Body }
}

const signedIn = (more: Record<string, string> = {}) => ({ Authorization: `JWT ${token}`, ...more })
const codeOf = ({ body }: { body: Body }) => body.errors?.[0]?.code
const pathsOf = ({ body }: { body: Body }) => body.errors?.[0]?.data?.errors.map(({ path }) => path)

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  door = await openDoor(app)
  await app.payload.create({
    collection: 'users',
    data: { name: 'Rédaction', email: 'redaction@team.example', password: PASSWORD, roles: ['editor'] },
    overrideAccess: true,
  })
  for (let rank = 0; rank < 12; rank += 1) {
    await app.payload.create({
      collection: 'pages',
      data: { title: `Page ${rank}`, slug: `page-${rank}`, layout: [], _status: rank < 11 ? 'published' : 'draft' },
      overrideAccess: true,
    })
  }
  const answer = await ask('/api/users/login', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: 'redaction@team.example', password: PASSWORD }),
  })
  token = answer.body.token ?? ''
  cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

describe('what Payload’s REST would stumble over', () => {
  it.each([
    ['/api/pages/%E0%A4%A', 400, 'bad-path'],
    ['/api/pages?where[createdAt][greater_than]=abc', 400, 'bad-query'],
    ['/api/pages?where[layout.t][near]=1', 400, 'bad-query'],
    ['/api/pages?page=1e309', 400, 'bad-query'],
    ['/api/pages?where[title][equals][a]=b', 400, 'bad-query'],
    ['/api/pages?where=%7B', 400, 'bad-query'],
    ['/api/users?where[hash][like]=a', 400, 'bad-query'],
    ['/api/pages?sort=layout', 400, 'bad-query'],
    ['/api/graphql', 404, 'not-found'],
    ['/api/nothing', 404, 'not-found'],
    ['/api/pages/nothing/at/all', 404, 'not-found'],
    ['/api/globals/nothing', 404, 'not-found'],
    ['/api', 404, 'not-found'],
    ['/api/pages/no-such-id', 404, 'not-found'],
    ['/api/adhesions', 401, 'unauthorized'],
    ['/api/messages', 401, 'unauthorized'],
  ])('GET %s is answered %i %s', async (path, status, code) => {
    const answer = await ask(path)
    expect([answer.status, codeOf(answer)]).toEqual([status, code])
  })

  it.each([
    ['no confirmation of e-mail', '/api/users/verify/x', {}, 404, 'not-found'],
    ['no first account', '/api/users/first-register', {}, 403, 'closed'],
    ['broken JSON', '/api/users/login', { body: '{', headers: json }, 400, 'bad-json'],
    ['a list', '/api/users/login', { body: '[]', headers: json }, 400, 'bad-json'],
    [
      'a question in place of an address',
      '/api/users/login',
      { body: '{"email":{"$ne":null},"password":"x"}', headers: json },
      400,
      'invalid',
    ],
    [
      'a form',
      '/api/users/login',
      { body: 'email=a', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported-media-type',
    ],
    ['what nobody sends', '/api/pages', { body: '{', headers: json }, 401, 'unauthorized'],
    [
      'broken JSON read as a GET',
      '/api/pages',
      { body: '{', headers: { ...json, 'X-Payload-HTTP-Method-Override': 'GET' } },
      400,
      'bad-method-override',
    ],
    [
      'too much JSON',
      '/api/adhesions',
      { body: JSON.stringify({ title: 'x'.repeat(300_000) }), headers: json },
      413,
      'too-large',
    ],
  ])('refuses %s, sent to %s', async (_, path, init, status, code) => {
    const answer = await ask(path, { method: 'POST', ...init })
    expect([answer.status, codeOf(answer)]).toEqual([status, code])
  })

  it.each([
    ['broken JSON', { body: '{', headers: json }, 400, 'bad-json'],
    ['plain text', { body: 'x', headers: { 'Content-Type': 'text/plain' } }, 415, 'unsupported-media-type'],
    [
      'an unknown packing',
      { body: '{}', headers: { ...json, 'Content-Encoding': 'klingon' } },
      415,
      'unsupported-media-type',
    ],
    ['a packing that is broken', { body: '{}', headers: { ...json, 'Content-Encoding': 'gzip' } }, 400, 'bad-json'],
    ['too much JSON', { body: JSON.stringify({ title: 'x'.repeat(300_000) }), headers: json }, 413, 'too-large'],
    [
      'too much JSON, packed',
      {
        body: gzipSync(JSON.stringify({ title: 'x'.repeat(3_000_000) })),
        headers: { ...json, 'Content-Encoding': 'gzip' },
      },
      413,
      'too-large',
    ],
    [
      'a form that is none',
      { body: 'nothing', headers: { 'Content-Type': 'multipart/form-data; boundary=x' } },
      400,
      'bad-form',
    ],
  ])('refuses an editor’s %s', async (_, { body, headers }, status, code) => {
    const answer = await ask('/api/pages', { method: 'POST', body, headers: signedIn(headers) })
    expect([answer.status, codeOf(answer)]).toEqual([status, code])
  })

  it('answers no odd query with 500', async () => {
    const values = ['', 'null', '-1', '1e309', 'a,b', "'", '\\', '{"a":1}', '\u{1F600}', '2026-11-23']
    const everywhere = [
      'where[title][equals]',
      'where[title.fr][like]',
      'where[createdAt][less_than]',
      'where[_status][in]',
      'where[id][in]',
      'where',
      'sort',
      'limit',
      'locale',
    ]
    const lists = [
      ...everywhere,
      'where[title][in]',
      'where[createdAt][equals]',
      'where[_status][equals]',
      'where[id][equals]',
      'where[id][like]',
      'where[layout.blockType][equals]',
      'where[slug][exists]',
      'where[slug][not_like]',
      'where[or][0][slug][all]',
      'where[and]',
      'where[and][]',
      'sort[]',
      'page',
      'depth',
      'pagination',
      'fallbackLocale',
      'fallback-locale',
      'select',
      'select[title]',
      'populate',
      'populate[a][b]',
      'joins[a][limit]',
      'draft',
      'trash',
      'data',
      'flattenLocales',
      '__proto__[a]',
    ]
    const questions = ['/api/pages', '/api/pages/count', '/api/pages/versions'].flatMap((path) =>
      (path === '/api/pages' ? lists : everywhere).flatMap((place) =>
        values.map((value) => `${path}?${encodeURIComponent(place)}=${encodeURIComponent(value)}`),
      ),
    )
    const broken: string[] = []
    const asking = Array.from({ length: 6 }, async () => {
      for (let question = questions.pop(); question !== undefined; question = questions.pop()) {
        const { status } = await ask(question, { headers: signedIn() })
        if (status >= 500) broken.push(`${status} ${decodeURIComponent(question)}`)
      }
    })
    await Promise.all(asking)
    expect(broken).toEqual([])
  })

  it('is not led around a limit or a closed door by another spelling of the path', async () => {
    const ask = async (path: string) => (await rawRequest(door.port, path, { method: 'POST' })).status
    expect(await ask('/api/users/first-register')).toBe(403)
    for (const path of ['/api/users/FIRST-register', '/API/users/first-register', '/api/Users/first-register'])
      expect([path, await ask(path)]).toEqual([path, 404])
    for (const path of ['/api/%75sers/first%2Dregister', '/api/users/first-register/'])
      expect([path, await ask(path)]).toEqual([path, 403])
    for (const path of [
      '/api/x/../users/first-register',
      '/api/%2e%2e/api/users/first-register',
      '/api\\users\\first-register',
      '/api//users/first-register',
      '/api/users%2Ffirst-register',
    ]) {
      expect([path, await ask(path)]).toEqual([path, 400])
    }
    expect(await rawRequest(door.port, 'http://elsewhere.example/api/pages')).toMatchObject({ status: 400 })
    expect(await rawRequest(door.port, '//elsewhere.example/api/pages')).toMatchObject({ status: 400 })
  })
})

describe('reading', () => {
  it('gives anybody at most 100 rows and no whole table', async () => {
    expect((await ask('/api/pages?limit=100000')).body.limit).toBe(100)
    expect((await ask('/api/pages?limit=0')).body.limit).toBe(100)
    expect(pathsOf(await ask('/api/pages?pagination=false'))).toEqual(['pagination'])
  })

  it('gives the staff the same number of rows, and deeper ones once it is known that they are', async () => {
    expect((await ask('/api/pages?limit=100000', { headers: signedIn() })).body.limit).toBe(100)
    expect((await ask('/api/pages?pagination=false', { headers: signedIn() })).body.docs).toHaveLength(12)
    expect((await ask('/api/pages?limit=100000', { headers: { Authorization: 'JWT forged' } })).body.limit).toBe(100)
  })

  it('takes the signs of a pattern for what they are', async () => {
    const data = { title: 'Motif (a+b)* [c]', slug: 'motif', layout: [], _status: 'published' as const }
    const { id } = await app.payload.create({ collection: 'pages', data, overrideAccess: true })
    const found = async (operator: string, words: string) =>
      (await ask(`/api/pages?where[title][${operator}]=${encodeURIComponent(words)}`)).body.docs?.map(
        ({ slug }) => slug,
      )
    for (const operator of ['like', 'contains']) {
      expect([
        operator,
        await found(operator, '(a+b)*'),
        await found(operator, 'M.tif'),
        await found(operator, '[a-z]+'),
        await found(operator, '^Motif'),
      ]).toEqual([operator, ['motif'], [], [], []])
    }
    await app.payload.delete({ collection: 'pages', id, overrideAccess: true })
  })

  it('takes the panel’s long question as a form', async () => {
    const override = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Payload-HTTP-Method-Override': 'GET' }
    const answer = await ask('/api/pages', {
      method: 'POST',
      headers: override,
      body: 'where[slug][in][0]=page-1&where[slug][in][1]=page-2&limit=5',
    })
    expect(answer.body.docs?.map(({ slug }) => slug).sort()).toEqual(['page-1', 'page-2'])
  })

  it('answers HEAD like GET without a body, and OPTIONS with what may be done', async () => {
    const head = await ask('/api/pages', { method: 'HEAD' })
    expect([head.status, head.text]).toEqual([200, ''])
    const options = await ask('/api/pages', { method: 'OPTIONS', headers: { Origin: 'https://elsewhere.example' } })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, PATCH, DELETE, OPTIONS'])
    expect(options.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('tells nobody to keep what the API says without asking whether it still holds, nor what is for one reader at all', async () => {
    expect((await ask('/api/pages')).headers.get('cache-control')).toBe('public, no-cache')
    expect((await ask('/api/pages', { headers: signedIn() })).headers.get('cache-control')).toBe('no-store')
  })

  it('says errors in the language that is asked for', async () => {
    const french = await ask('/api/nothing')
    const english = await ask('/api/nothing', { headers: { 'Accept-Language': 'en' } })
    expect([french.body.errors?.[0]?.message, english.body.errors?.[0]?.message]).toEqual([
      'Il n’y a rien à cette adresse.',
      'There is nothing at this address.',
    ])
  })
})

describe('writing', () => {
  const change = { method: 'POST', body: JSON.stringify({ title: 'Neuve', slug: 'neuve', layout: [] }) }

  it('by session cookie needs our origin', async () => {
    const by = (more: Record<string, string>) =>
      ask('/api/pages', { ...change, headers: { ...json, Cookie: cookie, ...more } })
    expect(codeOf(await by({}))).toBe('foreign-origin')
    expect(codeOf(await by({ Origin: 'https://elsewhere.example' }))).toBe('foreign-origin')
    const answer = await by({ Origin: ORIGIN })
    expect([answer.status, answer.body.doc?.slug]).toEqual([201, 'neuve'])
    const removed = await ask(`/api/pages/${answer.body.doc?.id ?? ''}`, { method: 'DELETE', headers: signedIn() })
    expect(removed.status).toBe(200)
  })

  it('says which value is taken, at its field', async () => {
    const answer = await ask('/api/pages', {
      method: 'POST',
      headers: signedIn(json),
      body: JSON.stringify({ title: 'Encore', slug: 'page-1', layout: [] }),
    })
    expect([answer.status, answer.body.errors?.[0]?.data?.errors[0]?.code]).toEqual([400, 'unique'])
  })

  it('runs a plain write again when it failed for a passing reason, and says so when it keeps failing', async () => {
    const conflict = () => Promise.reject(Object.assign(new Error('write conflict'), { code: 112 }))
    const create = vi.spyOn(app.payload.db, 'create').mockImplementationOnce(conflict).mockImplementationOnce(conflict)
    const made = await ask('/api/pages', {
      method: 'POST',
      headers: signedIn(json),
      body: JSON.stringify({ title: 'Têtue', slug: 'tetue', layout: [] }),
    })
    expect([made.status, made.headers.get('x-cpof-retry'), create.mock.calls.length]).toEqual([201, null, 3])
    const form = new FormData()
    form.set('_payload', JSON.stringify({ title: 'Formulaire', slug: 'formulaire', layout: [] }))
    create.mockImplementationOnce(conflict)
    expect(
      (await ask('/api/pages', { method: 'POST', headers: signedIn(), body: form })).status,
      'the panel’s form too',
    ).toBe(201)
    create.mockImplementation(conflict).mockClear()
    const soon = vi.spyOn(patience, 'outage').mockReturnValue(50)
    const failed = await ask('/api/pages', {
      method: 'POST',
      headers: signedIn(json),
      body: JSON.stringify({ title: 'Perdue', slug: 'perdue', layout: [] }),
    })
    expect([failed.status, codeOf(failed), failed.headers.get('retry-after')]).toEqual([503, 'try-again', '1'])
    expect(create.mock.calls.length).toBeGreaterThan(1)
    soon.mockRestore()
    create.mockImplementation(() => Promise.reject(Object.assign(new Error('gone'), { name: 'MongoNetworkError' })))
    create.mockClear()
    await ask('/api/pages', {
      method: 'POST',
      headers: signedIn(json),
      body: JSON.stringify({ title: 'Douteuse', slug: 'douteuse', layout: [] }),
    })
    expect(create, 'a creation whose fate is unknown is not run twice').toHaveBeenCalledTimes(1)
    create.mockRestore()
  })

  it('streams a file in, and gives it out again with its headers', async () => {
    const form = new FormData()
    const pdf = `%PDF-1.4\n${'x'.repeat(100_000)}\nxref\n%%EOF\n`
    form.set('file', new File([pdf], 'statuts.pdf', { type: 'application/pdf' }))
    form.set('_payload', JSON.stringify({ title: 'Statuts', decorative: true }))
    const made = await ask('/api/media', { method: 'POST', headers: signedIn(), body: form })
    expect(made.status).toBe(201)
    const file = await ask('/api/media/file/statuts.pdf')
    expect([file.status, file.headers.get('content-type'), file.text.length]).toEqual([
      200,
      'application/pdf',
      pdf.length,
    ])
    expect(file.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(file.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''statuts.pdf")
    const part = await ask('/api/media/file/statuts.pdf', { headers: { Range: 'bytes=0-7' } })
    expect([part.status, part.text]).toEqual([206, '%PDF-1.4'])
  })

  it('refuses a file past the limit, announced or not', async () => {
    const boundary = 'frontiere'
    const start = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n`
    const headers = signedIn({ 'Content-Type': `multipart/form-data; boundary=${boundary}` })
    const announced = await ask('/api/media', { method: 'POST', headers, body: start + 'x'.repeat(12 * 1024 * 1024) })
    expect([announced.status, codeOf(announced)]).toEqual([413, 'too-large'])
    const endless = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(start)),
      pull: (controller) => controller.enqueue(new Uint8Array(256 * 1024)),
    })
    const streamed = await ask('/api/media', { method: 'POST', headers, body: endless, duplex: 'half' } as RequestInit)
    expect([streamed.status, codeOf(streamed)]).toEqual([413, 'too-large'])
  })
})

describe('who asks', () => {
  it('cannot be signed in, out or sent a link by a page elsewhere', async () => {
    const form = () => {
      const fields = new FormData()
      fields.set('email', 'redaction@team.example')
      fields.set('password', PASSWORD)
      return fields
    }
    const login = (headers: Record<string, string>) =>
      ask('/api/users/login', { method: 'POST', body: form(), headers })
    for (const [name, value] of [
      ['Origin', 'https://evil.example'],
      ['Origin', 'null'],
      ['Sec-Fetch-Site', 'cross-site'],
    ] as const) {
      const answer = await login({ [name]: value })
      expect([answer.status, codeOf(answer), answer.headers.getSetCookie()]).toEqual([403, 'foreign-origin', []])
    }
    for (const action of ['logout', 'refresh-token', 'forgot-password', 'reset-password']) {
      const answer = await ask(`/api/users/${action}`, {
        method: 'POST',
        headers: { ...json, Origin: 'https://evil.example' },
        body: '{"email":"redaction@team.example"}',
      })
      expect([action, answer.status, codeOf(answer)]).toEqual([action, 403, 'foreign-origin'])
    }
    expect((await login({})).status, 'a program says no origin').toBe(200)
  })

  it('is told what an account may do once it is known to be of the staff', async () => {
    expect([
      (await ask('/api/access')).status,
      (await ask('/api/access', { headers: { Authorization: 'JWT forged' } })).status,
      (await ask('/api/access', { headers: signedIn() })).status,
    ]).toEqual([401, 401, 200])
  })

  it('signs in by JSON and by the panel’s form, and is given a cookie', async () => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ email: 'redaction@team.example', password: PASSWORD }))
    const answer = await ask('/api/users/login', { method: 'POST', body: form, headers: { Origin: ORIGIN } })
    expect([answer.status, typeof answer.body.token]).toEqual([200, 'string'])
    const me = await ask('/api/users/me', {
      headers: { Cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(me.body.user?.email).toBe('redaction@team.example')
  })

  it('is numbered by us, and known by an address that only a believed proxy may tell', async () => {
    const seen: unknown[] = []
    const site = Router().get('/qui', (req, res) => {
      seen.push([req.headers['x-cpof-ip'], req.headers['x-cpof-request-id']])
      res.send('ok')
    })
    const [alone, behind] = [
      await openDoor(app, {}, { site }),
      await openDoor(app, { TRUST_PROXY: 'loopback' }, { site }),
    ]
    const headers = {
      'X-Forwarded-For': '203.0.113.9',
      'X-Request-Id': 'mine',
      'X-Cpof-Ip': '10.0.0.1',
      'X-Cpof-Request-Id': 'mine',
    }
    const ids = [
      (await ask('/qui', { headers }, alone)).headers.get('x-request-id'),
      (await ask('/qui', { headers }, behind)).headers.get('x-request-id'),
    ]
    await Promise.all([alone.close(), behind.close()])
    expect(seen).toEqual([
      ['127.0.0.1', ids[0]],
      ['203.0.113.9', ids[1]],
    ])
    expect(ids).not.toContain('mine')
  })
})

describe('limits', () => {
  it('stop one address that signs in, submits or signs too often, and tell it when to come back', async () => {
    const strict = await openDoor(app, {
      LIMIT_LOGINS: '1',
      LIMIT_SUBMISSIONS: '1',
      LIMIT_SIGNATURES: '1',
      TRUST_PROXY: 'loopback',
    })
    const from = (ip: string, path: string) =>
      ask(path, { method: 'POST', headers: { ...json, 'X-Forwarded-For': ip }, body: '{}' }, strict)
    for (const path of ['/api/users/login', '/api/adhesions', '/adhesion/signature/jeton']) {
      const statuses = [
        await from('192.0.2.1', path),
        await from('192.0.2.1', path),
        await from('192.0.2.2', path),
      ].map(({ status }) => status === 429)
      expect([path, statuses]).toEqual([path, [false, true, false]])
    }
    for (const path of ['/api/users/login/', '/api/%75sers/%6cogin', '/api/users/log%69n?x=1'])
      expect([path, (await from('192.0.2.1', path)).status]).toEqual([path, 429])
    for (const path of [
      '/api/users/lOgin',
      '/api/users/LOGIN/',
      '/api/users/Forgot-password',
      '/API/users/login',
      '/Api/Adhesions',
    ])
      expect([path, (await from('192.0.2.1', path)).status]).toEqual([path, 404])
    for (const path of ['/api//users/login', '/api/users/login//', '/api/./users/login'])
      expect([path, (await rawRequest(strict.port, path, { method: 'POST' })).status]).toEqual([path, 400])
    expect(
      (await from('192.0.2.1', '/api/adhesions/sign')).status,
      'signing by the API or on the page is the same',
    ).toBe(429)
    const page = await ask(
      '/adhesion/signature/jeton',
      { method: 'POST', headers: { Accept: 'text/html', 'X-Forwarded-For': '192.0.2.1' } },
      strict,
    )
    expect([page.status, page.headers.get('content-type'), Number(page.headers.get('retry-after')) > 0]).toEqual([
      429,
      'text/html; charset=utf-8',
      true,
    ])
    await strict.close()
  })
})

describe('what the door says and keeps silent about', () => {
  it('protects public pages, the API and capability pages, each in its way', async () => {
    const site = Router().get(['/', '/adhesion/suivi/:token'], (_req, res) => {
      res.send('<p>Bonjour</p>')
    })
    const open = await openDoor(app, {}, { site })
    const page = await ask('/', {}, open)
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none';style-src 'self';font-src 'self';img-src 'self';manifest-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    )
    expect([
      page.headers.get('x-powered-by'),
      page.headers.get('x-content-type-options'),
      page.headers.get('x-frame-options'),
    ]).toEqual([null, 'nosniff', 'DENY'])
    const secret = await ask('/adhesion/suivi/abc', {}, open)
    expect([
      secret.headers.get('cache-control'),
      secret.headers.get('referrer-policy'),
      secret.headers.get('x-robots-tag'),
    ]).toEqual(['no-store', 'no-referrer', 'noindex, nofollow'])
    expect((await ask('/api/pages', {}, open)).headers.get('content-security-policy')).toBe(
      "default-src 'none';base-uri 'none';frame-ancestors 'none'",
    )
    await open.close()
  })

  it('hands the panel a nonce of its own for each request, and the configured name', async () => {
    const seen: { host: string | undefined; policy: unknown }[] = []
    const open = await openDoor(
      app,
      {},
      {
        next: async (req, res) => {
          seen.push({ host: req.headers.host, policy: req.headers['content-security-policy'] })
          res.end('panel')
        },
      },
    )
    const answers = [await ask('/admin', {}, open), await ask('/admin/collections/pages', {}, open)]
    await open.close()
    expect(answers.map(({ headers }) => headers.get('content-security-policy'))).toEqual(
      seen.map(({ policy }) => policy),
    )
    expect(String(seen[0]?.policy)).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/)
    expect(String(seen[0]?.policy)).toMatch(/object-src 'none'; base-uri 'none';.*frame-ancestors 'self'$/)
    expect(seen[0]?.policy).not.toBe(seen[1]?.policy)
    expect(seen[0]?.host).toBe('localhost:3000')
  })

  it('logs patterns, numbers and times, and nothing of whoever asked or of what', async () => {
    const site = Router().get('/adhesion/suivi/:token', (_req, res) => {
      res.send('ok')
    })
    const open = await openDoor(app, {}, { site })
    const page = await ask(
      '/adhesion/suivi/SECRET-TOKEN?a=SECRET-QUERY',
      { headers: { 'User-Agent': 'SECRET-AGENT' } },
      open,
    )
    await ask('/api/pages/SECRET-ID?where[title][like]=SECRET-QUERY', {}, open)
    await ask(
      '/api/users/reset-password',
      { method: 'POST', headers: json, body: '{"token":"SECRET-TOKEN","password":"SECRET-PASSWORD"}' },
      open,
    )
    await ask('/SECRET/PATH', {}, open)
    await open.close()
    expect(JSON.stringify(open.lines)).not.toMatch(/SECRET|127\.0\.0\.1/)
    const requests = open.lines.filter(({ msg }) => msg === 'request')
    expect(requests.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['GET', '/adhesion/suivi/:token', 200],
      ['GET', '/api/pages/:id', 404],
      ['POST', '/api/users/reset-password', 403],
      ['GET', 'other', 404],
    ])
    expect(requests[0]?.['requestId']).toBe(page.headers.get('x-request-id'))
  })

  it('is alive and ready while the database answers, and says when it stops', async () => {
    expect([(await ask('/health/live')).status, (await ask('/health/ready')).status]).toEqual([200, 200])
    const down = vi.spyOn(app.payload.db, 'findOne').mockRejectedValue(new Error('no server'))
    expect((await ask('/health/ready')).status).toBe(503)
    down.mockRestore()
    expect((await ask('/health/ready')).body).toMatchObject({
      status: 'ready',
      failing: [],
      warnings: [],
      oldestOwedEmailSeconds: expect.any(Number),
      version: expect.stringMatching(/^\d+\./),
      build: existsSync('.next/BUILD_ID') ? readFileSync('.next/BUILD_ID', 'utf8').trim() : null,
    })
  })

  it('is not ready while its database takes no write', async () => {
    // A door of its own, which has not asked before: what a write said is kept for some seconds.
    const other = await openDoor(app)
    const readOnly = vi
      .spyOn(app.payload.db, 'updateOne')
      .mockRejectedValue(new Error('attempt to write a readonly database'))
    try {
      const answer = await fetch(`${other.url}/health/ready`)
      expect([answer.status, await answer.json()]).toEqual([
        503,
        expect.objectContaining({ status: 'not-ready', failing: ['database-write'] }),
      ])
    } finally {
      readOnly.mockRestore()
      await other.close()
    }
  })

  it('survives callers that go away in the middle', async () => {
    for (const start of [
      'GET /api/pages?limit=100 HTTP/1.1\r\nHost: x\r\n\r\n',
      'POST /api/media HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000\r\n\r\n--x\r\n',
      'POST /api/pages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{',
    ]) {
      const before = door.lines.length
      const socket = connect(door.port, '127.0.0.1', () => socket.write(start, () => socket.destroy()))
      await vi.waitFor(() => expect(door.lines.length).toBeGreaterThan(before), { timeout: 5_000 })
    }
    expect((await ask('/health/live')).status).toBe(200)
    expect(door.lines.filter(({ msg, level }) => level === 'error' && msg !== 'request')).toEqual([])
  })
})
