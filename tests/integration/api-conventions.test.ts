import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deprecatedIn } from '../../src/api/deprecation.ts'
import { setClock } from '../../src/lib/clock.ts'
import { codeOf } from '../support/api.ts'
import { routeTable, type ApiRoute } from '../../src/api/route-table.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, rawRequest, type TestDoor } from '../support/door.ts'
import { adoptCharter } from '../support/factories.ts'
import { makeColleague, makeMember, type Colleague } from '../support/governance.ts'

let app: TestApp
let door: TestDoor
let nobodyElse: Colleague

const NOBODY = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'

beforeAll(async () => {
  app = await startApp()
  door = await openDoor(app)
  await adoptCharter(app.payload)
  nobodyElse = await makeColleague(app.payload)
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

type Asked = { method?: string; token?: string; body?: unknown; headers?: Record<string, string> }

async function ask(path: string, { method = 'GET', token, body, headers = {} }: Asked = {}) {
  const answer = await rawRequest(door.port, `/api${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `JWT ${token}` }),
      ...headers,
    },
    body: body === undefined ? '' : JSON.stringify(body),
  })
  const json: object = answer.body.startsWith('{') ? (JSON.parse(answer.body) as object) : {}
  return { status: answer.status, headers: answer.headers, body: json }
}

/** Every address of the API that there is, with an id that nothing has. */
function* addresses(): Generator<{ path: string; method: string }> {
  for (const { slug, endpoints } of app.config.collections)
    for (const endpoint of endpoints || []) {
      if (endpoint.path.startsWith('/versions') || endpoint.path.startsWith('/file')) continue
      const path = endpoint.path.replaceAll(/\/:[a-z]+\?/gi, '').replaceAll(/:[a-z]+/gi, NOBODY)
      yield { path: `/${slug}${path === '/' ? '' : path}`, method: endpoint.method.toUpperCase() }
    }
}

/** How the schemes of a route are named to nobody. */
const namedAt = (route: ApiRoute | null): string =>
  (route?.schemes ?? []).map((scheme) => `${scheme} realm="CPOF"`).join(', ')

describe('who is not known', () => {
  it('is never answered 403 for it, on any address, and is told by what they become known', async () => {
    const forbidden: string[] = []
    const without: string[] = []
    const routeAt = routeTable(app.config)
    for (const { path, method } of addresses()) {
      if (/^\/users\/(first-register|unlock)/.test(path)) continue
      const answer = await ask(path, { method, ...(method === 'GET' ? {} : { body: {} }) })
      if (answer.status === 403) forbidden.push(`${method} ${path} ${codeOf(answer)}`)
      if (answer.status === 401 && answer.headers['www-authenticate'] !== namedAt(routeAt(method, `/api${path}`)))
        without.push(`${method} ${path}`)
    }
    expect({ forbidden, without }).toEqual({ forbidden: [], without: [] })
  })

  it.each(['/events', '/pages', '/journal', '/members'])(
    'may change nothing of %s: 401, and 403 for somebody',
    async (path) => {
      const change = (sent: Asked) => ask(`${path}/${NOBODY}`, { method: 'PATCH', body: { title: 'x' }, ...sent })
      expect(await change({})).toMatchObject({ status: 401, headers: { 'www-authenticate': 'JWT realm="CPOF"' } })
      const somebody = await change({ token: nobodyElse.token })
      expect([somebody.status, somebody.headers['www-authenticate']]).toEqual([403, undefined])
    },
  )

  it.each(['/capabilities', '/journal', '/messages', '/access'])(
    'may not read %s: 401, and 403 for somebody',
    async (path) => {
      expect((await ask(path)).status).toBe(401)
      if (path !== '/access') expect((await ask(path, { token: nobodyElse.token })).status).toBe(403)
    },
  )
})

describe('a method that an address does not know', () => {
  it.each([
    ['DELETE', '/adhesions/sign', 'POST, OPTIONS'],
    ['GET', '/adhesions/sign', 'POST, OPTIONS'],
    ['GET', `/adhesions/${NOBODY}/note`, 'POST, OPTIONS'],
    ['PUT', '/pages', 'POST, GET, HEAD, PATCH, DELETE, OPTIONS'],
    ['PROPFIND', `/pages/${NOBODY}`, 'GET, HEAD, PATCH, DELETE, OPTIONS'],
    ['POST', '/pages/count', 'GET, HEAD, OPTIONS'],
    ['GET', '/users/login', 'POST, OPTIONS'],
  ])('%s %s is 405, and says which there are', async (method, path, allow) => {
    const answer = await ask(path, { method })
    expect([answer.status, codeOf(answer)]).toEqual([405, 'method-not-allowed'])
    expect((answer.headers.allow ?? '').split(', ').sort()).toEqual(allow.split(', ').sort())
    const options = await ask(path, { method: 'OPTIONS' })
    expect([options.status, options.headers.allow]).toEqual([204, answer.headers.allow])
  })

  it.each(['/nothing', '/adhesions/a/b/c', '/users/lOgin/x', '/journal/versions'])(
    'where there is nothing (%s) is 404 for every method',
    async (path) => {
      for (const method of ['GET', 'POST', 'PUT', 'OPTIONS']) expect((await ask(path, { method })).status).toBe(404)
    },
  )
})

describe('every answer', () => {
  it.each([
    ['GET', '/pages'],
    ['GET', '/nothing'],
    ['PUT', '/pages'],
    ['PATCH', '/events/x'],
    ['OPTIONS', '/pages'],
    ['POST', '/adhesions'],
    ['POST', '/users/login'],
    ['GET', '/%zz'],
    ['POST', '/..%2f'],
    ['GET', '/a//b'],
    ['GET', '/pages/%E0%A4%A'],
    ['GET', '/%00'],
    ['PROPFIND', '/pages'],
    ['GET', ''],
  ])('says how much may be asked and what is left: %s %s', async (method, path) => {
    const { headers } = await ask(path, { method })
    expect(headers['ratelimit-policy']).toMatch(/^"points"; q=\d+; w=60/)
    expect(headers['ratelimit']).toMatch(/^"points"; r=\d+; t=\d+/)
  })

  it('says what is left of it as it is spent, and of narrower limits beside it', async () => {
    // Within one minute of the clock; instances count narrower limits together, so what was asked before is counted too.
    const present = new Date()
    setClock(() => present)
    const narrow = await openDoor(app, { LIMIT_POINTS: '100', LIMIT_SUBMISSIONS: '50' })
    try {
      const left: (readonly [points: number, submissions: number])[] = []
      for (let time = 0; time < 2; time += 1) {
        const { status, headers } = await fetch(`${narrow.url}/api/adhesions`, { method: 'POST' })
        expect([status, headers.get('ratelimit-policy')]).toEqual([
          400,
          expect.stringMatching(/^"points"; q=100; w=60, "[^"]+"; q=50; w=3600/),
        ])
        const [, points, submissions] =
          /^"points"; r=(\d+); t=\d+, "[^"]+"; r=(\d+); t=\d+$/.exec(headers.get('ratelimit') ?? '') ?? []
        left.push([Number(points), Number(submissions)])
      }
      const [first, second] = left
      expect([first?.[0], second?.[0]]).toEqual([40, 0])
      expect(second?.[1]).toBe((first?.[1] ?? 0) - 1)
      const spent = await fetch(`${narrow.url}/api/pages`)
      expect(spent.status).toBe(429)
      expect(spent.headers.get('ratelimit')).toMatch(/^"points"; r=0; t=\d+$/)
      expect(spent.headers.get('retry-after')).toMatch(/^\d+$/)
    } finally {
      setClock(null)
      await narrow.close()
    }
  })
})

describe('a route that is given up', () => {
  const deprecated = { since: '2027-01-01', sunset: '2027-07-01', see: 'https://cpof.example/docs' }

  it('says since when and until when on every answer, and where to read on; the others say nothing', async () => {
    const collections = app.config.collections.map((each) =>
      each.slug === 'members'
        ? {
            ...each,
            endpoints: (each.endpoints || []).map((endpoint) => ({
              ...endpoint,
              custom: { ...endpoint.custom, deprecated },
            })),
          }
        : each,
    )
    const other = await openDoor(app, {}, { config: { ...app.config, collections } })
    try {
      for (const [query, status] of [
        ['', 200],
        ['', 200],
        ['?limit=-1', 400],
      ] as const) {
        const answer = await fetch(`${other.url}/api/members${query}`)
        expect([answer.status, ...['deprecation', 'sunset', 'link'].map((name) => answer.headers.get(name))]).toEqual([
          status,
          '@1798761600',
          'Thu, 01 Jul 2027 00:00:00 GMT',
          '<https://cpof.example/docs>; rel="deprecation"; type="text/html"',
        ])
      }
      const stays = await fetch(`${other.url}/api/pages`)
      expect(['deprecation', 'sunset'].map((name) => stays.headers.get(name))).toEqual([null, null])
    } finally {
      await other.close()
    }
  })

  it.each([
    [{ since: 'soon' }, 'since which day'],
    [{ since: '2027-01-01', sunset: '2026-12-31' }, 'a day after'],
  ])('that says it wrongly is a mistake of its maker: %j', (deprecated, why) => {
    expect(() => deprecatedIn({ deprecated })).toThrow(why)
  })
})

describe('a list', () => {
  it.each([
    ['limit=0', 100],
    ['limit=100', 100],
    ['limit=101', 100],
    ['limit=500', 100],
    ['limit=9999999', 100],
    ['limit=7', 7],
  ])('asked with %s has %i rows at most, whoever asks', async (query, rows) => {
    for (const token of [undefined, nobodyElse.token]) {
      const answer = await ask(`/members?${query}`, token === undefined ? {} : { token })
      expect(answer).toMatchObject({ status: 200, body: { limit: rows } })
    }
  })

  it.each(['limit=-1', 'limit=1e3', 'limit=ten', 'limit=1&limit=2'])('asked with %s is 400', async (query) => {
    for (const token of [undefined, nobodyElse.token])
      expect((await ask(`/members?${query}`, token === undefined ? {} : { token })).status).toBe(400)
  })

  it('without pages is refused to visitors, and no longer than a page for the staff', async () => {
    for (let count = 0; count < 101; count += 1) await makeMember(app.payload)
    expect((await ask('/members?pagination=false')).status).toBe(400)
    for (const query of [
      'pagination=false',
      'pagination=false&limit=0',
      'pagination=false&limit=500',
      'pagination=0',
    ]) {
      const { status, body } = await ask(`/members?${query}`, { token: nobodyElse.token })
      expect([status, 'docs' in body && Array.isArray(body.docs) ? body.docs.length : -1]).toEqual([200, 100])
    }
  })
})

const INHERITED = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype']

describe('a name that every object has', () => {
  it.each(
    INHERITED.flatMap((name) =>
      [
        `where[legalName][${name}]=a`,
        `where[${name}]=a`,
        `where[${name}][equals]=a`,
        `where[legalName][equals][${name}]=a`,
        `where[or][0][${name}][equals]=a`,
        `where[and][0][legalName][${name}]=a`,
        `where[network.${name}][equals]=a`,
        `sort=${name}`,
        `sort=-legalName,${name}`,
        `select[${name}]=true`,
        `select[address][${name}]=true`,
        `populate[${name}]=true`,
        `populate[${name}][title]=true`,
        `populate[members][${name}]=true`,
        `depth=${name}`,
        `depth[${name}]=1`,
        `limit[${name}]=1`,
        `page=${name}`,
        `locale=${name}`,
        `joins[${name}]=true`,
      ].map((query) => [query]),
    ),
  )('is no field, operator or value: %s', async (query) => {
    const answer = await ask(`/members?${query.replaceAll('[', '%5B').replaceAll(']', '%5D')}`)
    expect([query, answer.status]).toEqual([query, 400])
  })
})
