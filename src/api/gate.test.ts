import { buildConfig, type CollectionConfig } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { examine, gateRules, showsCredentials, type AtTheGate, type GateRules } from './gate.ts'

const pages: CollectionConfig = {
  slug: 'pages',
  versions: { drafts: true },
  fields: [
    { name: 'title', type: 'text', localized: true },
    { name: 'rank', type: 'number' },
    { name: 'd', type: 'date' },
    { name: 'shown', type: 'checkbox' },
    { name: 'kind', type: 'select', options: ['a', 'b'] },
    { name: 'secret', type: 'text', hidden: true },
    { name: 'free', type: 'json' },
    { name: 'rows', type: 'array', fields: [{ name: 't', type: 'text' }] },
    { name: 'seo', type: 'group', fields: [{ name: 'words', type: 'text' }] },
    { name: 'layout', type: 'blocks', blocks: [{ slug: 'quote', fields: [{ name: 'author', type: 'text' }] }] },
    { name: 'owner', type: 'relationship', relationTo: 'users' },
    { name: 'message', type: 'relationship', relationTo: 'messages' },
    { name: 'above', type: 'relationship', relationTo: 'pages' },
    { name: 'any', type: 'relationship', relationTo: ['pages', 'users'] },
  ],
}

let rules: GateRules

beforeAll(async () => {
  const config = await buildConfig({
    serverURL: 'https://cpof.example',
    secret: 'x'.repeat(32),
    telemetry: false,
    db: { defaultIDType: 'text', init: () => ({}) as never },
    localization: { locales: ['fr', 'en'], defaultLocale: 'fr' },
    globals: [{ slug: 'identity', fields: [{ name: 'legalName', type: 'text' }] }],
    collections: [
      pages,
      {
        slug: 'users',
        auth: true,
        fields: [
          { name: 'name', type: 'text' },
          { name: 'superior', type: 'relationship', relationTo: 'users' },
        ],
      },
      { slug: 'messages', fields: [{ name: 'to', type: 'text' }] },
    ],
  })
  rules = gateRules(config)
})

const ask = (
  path: string,
  more: Partial<AtTheGate> & { sent?: string; type?: string; with?: Record<string, string> } = {},
) => {
  const { sent, type, with: headers = {}, ...rest } = more
  return examine(
    {
      method: 'GET',
      url: new URL(`https://cpof.example${path}`),
      headers: new Headers({ ...(type ? { 'content-type': type } : {}), ...headers }),
      body: sent === undefined ? null : Buffer.from(sent),
      hasBody: sent !== undefined,
      staff: false,
      ...rest,
    },
    rules,
  )
}

const codeOf = (verdict: ReturnType<typeof ask>) => (verdict.kind === 'refused' ? verdict.error.code : 'pass')
const issuesOf = (verdict: ReturnType<typeof ask>) =>
  verdict.kind === 'refused' ? verdict.error.issues.map(({ path, code }) => `${path}: ${code}`) : []
const paramOf = (verdict: ReturnType<typeof ask>, name: string) =>
  verdict.kind === 'pass' ? verdict.url.searchParams.get(name) : 'refused'

describe('the gate before Payload’s REST', () => {
  it.each(['data=%7B', 'data={"legalName":"x"}', 'where[legalName][near]=1'])(
    'refuses what no global answers: %s',
    (query) => {
      expect(codeOf(ask(`/api/globals/identity?${query}`))).toBe('bad-query')
      expect(paramOf(ask('/api/globals/identity?depth=50'), 'depth')).toBe('2')
    },
  )

  it.each(['/api/pages/%E0%A4%A', '/api/pages/%00', '/api/%'])('refuses the path %s, which does not decode', (path) => {
    expect(codeOf(ask(path))).toBe('bad-path')
  })

  it.each([
    ['where[d][greater_than]=abc', 'where.d.greater_than: not-a-value'],
    ['where[rows.t][near]=1', 'where.rows.t.near: unknown-operator'],
    ['where[title][equals][a]=b', 'where.title.equals: not-a-value'],
    ['where[title][sounds_like]=b', 'where.title.sounds_like: unknown-operator'],
    ['where[rank][equals]=many', 'where.rank.equals: not-a-value'],
    ['where[rank][in]=1,two', 'where.rank.in: not-a-value'],
    ['where[shown][equals]=perhaps', 'where.shown.equals: not-a-value'],
    ['where[kind][exists]=perhaps', 'where.kind.exists: not-a-value'],
    ['where[owner][equals][$ne]=1', 'where.owner.equals: not-a-value'],
    ['where[owner][equals]=%24ne', 'where.owner.equals: not-a-value'],
    ['where[title][like]=%00', 'where.title.like: not-a-value'],
    ['where[nothing][equals]=1', 'where.nothing: unknown-field'],
    ['where[title.x][equals]=1', 'where.title.x: unknown-field'],
    ['where[$where][equals]=1', 'where.$where: unknown-field'],
    ['where[secret][like]=a', 'where.secret: closed-field'],
    ['where[owner.hash][like]=a', 'where.owner.hash: closed-field'],
    ['where[owner__salt][like]=a', 'where.owner__salt: closed-field'],
    ['where[message.to][like]=a', 'where.message.to: closed-field'],
    ['where[owner.superior.name][like]=a', 'where.owner.superior.name: closed-field'],
    ['sort=owner.superior.name', 'sort: closed-field'],
    ['where[layout.author][equals]=x', 'where.layout.author: closed-field'],
    ['where[seo][exists]=true', 'where.seo: closed-field'],
    ['where[any][equals]=1', 'where.any: closed-field'],
    ['where[title.en][contains]=x', 'where.title.en: unknown-field'],
    ['where[above.title][contains]=x', 'where.above.title: closed-field'],
    ['where[title][all]=x', 'where.title.all: unknown-operator'],
    ['where[free.a][equals]=1', 'where.free.a: closed-field'],
    ['where[free][equals]=1', 'where.free.equals: unknown-operator'],
    ['where[title]=x', 'where.title: not-a-condition'],
    ['where=x', 'where: not-a-condition'],
    ['where[or]=x', 'where.or: not-a-condition'],
    ['where[AND][0][title][equals]=x', 'where.AND: not-a-condition'],
    ['where[or][0][or][0][or][0][or][0][or][0][title][equals]=x', 'where.or.0.or.0.or.0.or.0.or.0: too-deep'],
    ['sort=secret', 'sort: closed-field'],
    ['sort=-free', 'sort: closed-field'],
    ['sort=nothing', 'sort: unknown-field'],
    ['sort[a]=b', 'sort: unknown-field'],
    ['sort=title,rank,d,kind,shown,createdAt', 'sort: too-many'],
    ['page=1e309', 'page: not-a-number'],
    ['page=-1', 'page: not-a-number'],
    ['limit=many', 'limit: not-a-number'],
    ['limit=5&limit=100000', 'limit: not-a-number'],
    ['limit[]=5', 'limit: not-a-number'],
    ['depth=-1', 'depth: not-a-number'],
    ['pagination=false', 'pagination: pages-only'],
    ['locale=xx', 'locale: not-a-language'],
    ['fallbackLocale[a]=fr', 'fallbackLocale: not-a-language'],
    ['select=title', 'select: not-a-selection'],
    ['select[nothing]=true', 'select.nothing: unknown-field'],
    ['select[constructor]=true', 'select.constructor: unknown-field'],
    ['select[seo][toString]=true', 'select.seo.toString: unknown-field'],
    ['select[title][x]=true', 'select.title: not-a-selection'],
    ['select[layout][constructor]=true', 'select.layout.constructor: unknown-field'],
    ['select[layout]=x', 'select.layout: not-a-selection'],
    ['populate[users]=x', 'populate.users: not-a-selection'],
    ['populate[constructor][name]=true', 'populate.constructor: unknown-field'],
    ['populate[users][hasOwnProperty]=true', 'populate.users.hasOwnProperty: unknown-field'],
    ['where[constructor][equals]=a', 'where.constructor: unknown-field'],
    ['where[title][constructor]=a', 'where.title.constructor: unknown-operator'],
    ['where[title][toString]=a', 'where.title.toString: unknown-operator'],
    ['where[title][__proto__]=a', 'where[title][__proto__]: unknown-field'],
    ['where[__proto__][equals]=a', 'where[__proto__][equals]: unknown-field'],
    ['__proto__[where]=a', '__proto__[where]: unknown-field'],
    ['where=%7B%22title%22%3A%7B%22__proto__%22%3A%22a%22%7D%7D', 'where.title.__proto__: unknown-operator'],
    ['where[and][0][valueOf][equals]=a', 'where.and.0.valueOf: unknown-field'],
    ['sort=constructor', 'sort: unknown-field'],
    ['sort=-__proto__', 'sort: unknown-field'],
    ['locale=constructor', 'locale: not-a-language'],
    ['joins[constructor][limit]=1', 'joins: not-possible'],
    ['joins[x][where][secret][equals]=1', 'joins: not-possible'],
    ['data=x', 'data: not-possible'],
    ['field=secret', 'field: closed-field'],
  ])('refuses ?%s and says where', (query, found) => {
    const verdict = ask(`/api/pages?${query}`)
    expect(codeOf(verdict)).toBe('bad-query')
    expect(issuesOf(verdict)).toEqual([found])
  })

  it('says everything that is wrong at once', () => {
    expect(issuesOf(ask('/api/pages?where[d][equals]=x&sort=y&page=z'))).toHaveLength(3)
  })

  it('refuses a filter of too many conditions', () => {
    const many = Array.from({ length: 51 }, (_, index) => `where[or][${index}][rank][equals]=1`).join('&')
    expect(issuesOf(ask(`/api/pages?${many}`))).toContain('where: too-many')
  })

  it('is not fooled by a broken escape around a filter', () => {
    expect(codeOf(ask('/api/pages?where%5Bsecret%5D%5Bequals%5D%E0=1'))).toBe('bad-query')
  })

  it.each([
    'where[title][equals]=x',
    'where[or][0][and][0][title][like]=x&where[or][1][kind][in]=a,b',
    'where[d][greater_than]=2026-11-23',
    'where[d][less_than]=2026-11-23T10:00:00.000Z',
    'where[d][equals]=null',
    'where[rank][greater_than]=-3.5',
    'where[shown][equals]=true',
    'where[seo.words][exists]=true',
    'where[rows.t][like]=x',
    'where[owner][in][0]=65f0aa11bb22cc33dd44ee55',
    'where[owner.name][equals]=x',
    'where[any.value][equals]=1',
    'where[id][not_in]=1,2',
    'where[_status][equals]=published&where[createdAt][exists]=true',
    `where=${encodeURIComponent('{"rank":{"equals":3}}')}`,
    'sort=-createdAt,title',
    'page=2&limit=10&depth=1&pagination=true&locale=en&fallback-locale=null',
    'select[layout][quote][author]=true&select[id]=true&select[seo][words]=true',
    'select[title]=true&populate[users][name]=true&joins=false',
    'where[and][]=',
    'where=&sort=&page=&limit=&depth=&select=&data=',
  ])('lets ?%s pass', (query) => {
    expect(issuesOf(ask(`/api/pages?${query}`))).toEqual([])
  })

  it('filters versions by their own fields', () => {
    expect(
      issuesOf(
        ask('/api/pages/versions?where[version.title][equals]=x&where[parent][equals]=1&where[latest][equals]=true'),
      ),
    ).toEqual([])
    expect(issuesOf(ask('/api/pages/versions?where[version.secret][equals]=x'))).toEqual([
      'where.version.secret: closed-field',
    ])
  })

  it('brings what is too much within bounds, deeper for the staff', () => {
    const greedy = '/api/pages?limit=100000&depth=9&where[rank][equals]=1'
    expect([paramOf(ask(greedy), 'limit'), paramOf(ask(greedy), 'depth')]).toEqual(['100', '2'])
    expect([paramOf(ask(greedy, { staff: true }), 'limit'), paramOf(ask(greedy, { staff: true }), 'depth')]).toEqual([
      '100',
      '5',
    ])
    expect(paramOf(ask('/api/pages?limit=0'), 'limit')).toBe('100')
    expect(paramOf(ask('/api/pages?pagination=false', { staff: true }), 'limit')).toBe('100')
    expect(paramOf(ask('/api/pages?limit=0&where[id][in]=1', { method: 'DELETE' }), 'limit')).toBe('0')
  })

  it('knows a POST that is a GET by its header, and examines it as one', () => {
    const override = {
      method: 'POST',
      type: 'application/x-www-form-urlencoded',
      with: { 'X-Payload-HTTP-Method-Override': 'GET' },
    }
    const verdict = ask('/api/pages', { ...override, sent: 'where[rank][equals]=1&limit=9999' })
    expect([verdict.kind === 'pass' && verdict.method, paramOf(verdict, 'limit')]).toEqual(['GET', '100'])
    expect(codeOf(ask('/api/pages', { ...override, sent: 'where[secret][equals]=1' }))).toBe('bad-query')
  })

  it.each([
    ['JSON, be it broken or not', { method: 'POST', type: 'application/json', sent: '{' }, 'GET'],
    ['another method', { method: 'POST', type: 'application/x-www-form-urlencoded', sent: 'a=b' }, 'DELETE'],
    ['a request that is no POST', { method: 'PATCH', type: 'application/x-www-form-urlencoded', sent: 'a=b' }, 'GET'],
  ])('refuses a method override with %s', (_, more, header) => {
    expect(codeOf(ask('/api/pages', { ...more, with: { 'X-Payload-HTTP-Method-Override': header } }))).toBe(
      'bad-method-override',
    )
  })

  it('wants our origin of a change made by session cookie, and of nothing else', () => {
    const change = { method: 'PATCH', type: 'application/json', sent: '{}' }
    const cookie = 'lng=fr; payload-token=abc'
    expect(codeOf(ask('/api/pages/1', { ...change, with: { cookie, origin: 'https://elsewhere.example' } }))).toBe(
      'foreign-origin',
    )
    expect(codeOf(ask('/api/pages/1', { ...change, with: { cookie } }))).toBe('foreign-origin')
    expect(codeOf(ask('/api/pages/1', { ...change, with: { cookie, origin: 'https://cpof.example' } }))).toBe('pass')
    expect(codeOf(ask('/api/pages/1', { ...change, with: { cookie, authorization: 'JWT x' } }))).toBe('pass')
    expect(codeOf(ask('/api/pages/1', { ...change, with: { origin: 'https://elsewhere.example' } }))).toBe('pass')
    expect(codeOf(ask('/api/pages/1', { with: { cookie } }))).toBe('pass')
    expect(
      codeOf(
        ask('/api/pages/1', {
          ...change,
          with: { cookie, origin: 'https://cpof.example', 'sec-fetch-site': 'cross-site' },
        }),
      ),
    ).toBe('foreign-origin')
  })

  it.each(['login', 'logout', 'refresh-token', 'forgot-password', 'reset-password', 'unlock'])(
    'lets no page elsewhere begin or end a session by %s, though no cookie comes with it',
    (action) => {
      const post = (headers: Record<string, string>) =>
        codeOf(ask(`/api/users/${action}`, { method: 'POST', type: 'application/json', sent: '{}', with: headers }))
      for (const origin of [
        'https://evil.example',
        'null',
        'http://cpof.example',
        'https://cpof.example:8443',
        'https://cpof.example.evil.example',
        '',
      ])
        expect([origin, post({ origin })]).toEqual([origin, 'foreign-origin'])
      expect(post({ 'sec-fetch-site': 'cross-site' })).toBe('foreign-origin')
      expect(post({ origin: 'https://evil.example', authorization: 'JWT x' })).toBe('foreign-origin')
      expect([post({}), post({ origin: 'https://cpof.example', 'sec-fetch-site': 'same-origin' })]).toEqual([
        'pass',
        'pass',
      ])
    },
  )

  it('takes from the public at most ten conditions, and ten words for each', () => {
    const conditions = (count: number) =>
      `/api/pages?${Array.from({ length: count }, (_, each) => `where[or][${each}][title][equals]=a`).join('&')}`
    const words = (count: number, operator = 'like') =>
      `/api/pages?where[title][${operator}]=${Array.from({ length: count }, () => 'un').join('%20')}`
    expect([codeOf(ask(conditions(10))), codeOf(ask(words(10)))]).toEqual(['pass', 'pass'])
    expect(issuesOf(ask(conditions(11)))).toEqual(['where: too-many'])
    for (const operator of ['like', 'contains', 'not_like'])
      expect(issuesOf(ask(words(11, operator)))).toEqual([`where.title.${operator}: too-many-words`])
    const override = {
      method: 'POST',
      type: 'application/x-www-form-urlencoded',
      with: { 'X-HTTP-Method-Override': 'GET' },
    }
    expect(issuesOf(ask('/api/pages', { ...override, sent: words(11).split('?')[1] ?? '' }))).toEqual([
      'where.title.like: too-many-words',
    ])
    expect(issuesOf(ask('/api/pages', { ...override, sent: conditions(11).split('?')[1] ?? '' }))).toEqual([
      'where: too-many',
    ])
    for (const asked of [ask(conditions(11)), ask(words(11))])
      expect(asked.narrowed, 'whoever says to be of the staff is looked up').toBe(true)
    expect([
      codeOf(ask(conditions(50), { staff: true })),
      codeOf(ask(words(50), { staff: true })),
      codeOf(ask(conditions(51), { staff: true })),
    ]).toEqual(['pass', 'pass', 'bad-query'])
  })

  it('tells the staff alone what an account may do', () => {
    for (const path of ['/api/access', '/api/pages/access', '/api/pages/access/1', '/api/globals/identity/access']) {
      expect([path, codeOf(ask(path)), ask(path).narrowed, codeOf(ask(path, { staff: true }))]).toEqual([
        path,
        'forbidden',
        true,
        'pass',
      ])
    }
  })

  it.each(['[]', 'null', '"x"', '7', ' \n[1]'])('refuses the JSON %s, which is no object', (sent) => {
    expect(codeOf(ask('/api/pages', { method: 'POST', type: 'application/json', sent }))).toBe('bad-json')
  })

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', ''])(
    'refuses a body of type "%s"',
    (type) => {
      expect(codeOf(ask('/api/pages', { method: 'POST', type, sent: 'x' }))).toBe('unsupported-media-type')
    },
  )

  it('keeps the first account and confirmations of e-mail closed', () => {
    expect(codeOf(ask('/api/users/first-register', { method: 'POST', type: 'application/json', sent: '{}' }))).toBe(
      'closed',
    )
    expect(codeOf(ask('/api/users/verify/x', { method: 'POST' }))).toBe('not-found')
  })

  it('takes texts alone as credentials', () => {
    const verdict = ask('/api/users/unlock', {
      method: 'POST',
      type: 'application/json',
      sent: '{"token":{"$ne":null},"password":"x"}',
    })
    expect(issuesOf(verdict)).toEqual(['token: not-a-text'])
    expect(
      codeOf(
        ask('/api/users/unlock', {
          method: 'POST',
          type: 'application/json',
          sent: '{"email":"a@b.fr","password":"x"}',
        }),
      ),
    ).toBe('pass')
  })

  it('refuses a method that nothing answers', () => {
    expect(codeOf(ask('/api/pages', { method: 'PROPFIND' }))).toBe('method-not-allowed')
  })

  it('names the first language for who names none', () => {
    expect([
      paramOf(ask('/api/pages'), 'locale'),
      paramOf(ask('/api/pages?locale='), 'locale'),
      paramOf(ask('/api/pages?locale=en'), 'locale'),
    ]).toEqual(['fr', 'fr', 'en'])
    expect(paramOf(ask('/api/pages', { method: 'POST', type: 'application/json', sent: '{}' }), 'locale')).toBe('fr')
  })

  it('leaves the queries of endpoints that are no collection alone', () => {
    expect(paramOf(ask('/api/elsewhere?limit=9999&where=x'), 'limit')).toBe('9999')
  })

  it('sees who shows credentials', () => {
    expect(showsCredentials({ headers: new Headers({ cookie: 'payload-token=x' }) }, rules)).toBe(true)
    expect(showsCredentials({ headers: new Headers({ cookie: 'lng=fr; __Host-payload-token=x' }) }, rules)).toBe(true)
    expect(showsCredentials({ headers: new Headers({ authorization: 'JWT x' }) }, rules)).toBe(true)
    expect(showsCredentials({ headers: new Headers({ cookie: 'other=payload-token=x' }) }, rules)).toBe(false)
  })
})
