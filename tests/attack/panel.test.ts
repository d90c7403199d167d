import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, rawRequest, type TestDoor } from '../support/door.ts'
import { PASSWORD, staffUser } from '../support/factories.ts'

const ORIGIN = 'http://localhost:3000'
const ACTION = `40${'ab'.repeat(20)}`

let app: TestApp
let door: TestDoor
let token: string
/** What reached the panel, as it arrived there. */
let reached: { method: string; url: string; body: string; headers: NodeJS.Dict<string | string[]> }[] = []

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  door = await openDoor(
    app,
    {},
    {
      next: async (req, res) => {
        let body = ''
        for await (const chunk of req.setEncoding('utf8')) body += String(chunk)
        reached.push({ method: req.method ?? '', url: req.url ?? '', body, headers: req.headers })
        res.end('panel')
      },
    },
  )
  const { email } = await staffUser(app.payload, { roles: ['admin'] })
  const response = await fetch(`${door.url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  token = ((await response.json()) as { token: string }).token
})

beforeEach(() => {
  reached = []
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

const staff = () => ({ Authorization: `JWT ${token}` })

async function call(body: string | FormData, headers: Record<string, string> = {}, path = '/admin') {
  const response = await fetch(door.url + path, {
    method: 'POST',
    redirect: 'manual',
    body,
    headers: {
      Origin: ORIGIN,
      'Next-Action': ACTION,
      ...(body instanceof FormData ? {} : { 'Content-Type': 'text/plain;charset=UTF-8' }),
      ...headers,
    },
  })
  const text = await response.text()
  return {
    status: response.status,
    text,
    code: text.startsWith('{') ? (JSON.parse(text) as { errors?: { code: string }[] }).errors?.[0]?.code : undefined,
  }
}

const called = (name: string, args: unknown = {}) => JSON.stringify([{ name, args }])

describe('a function of the panel', () => {
  it.each(['form-state', 'render-document-slots', 'constructor', 'toString'])(
    'is called by nobody who is not of the staff: %s',
    async (name) => {
      const strangers: Record<string, string>[] = [
        {},
        { Authorization: 'JWT forged' },
        { Cookie: 'payload-token=forged' },
      ]
      for (const headers of strangers) {
        expect(await call(called(name), headers)).toMatchObject({ status: 401, code: 'unauthorized' })
        expect(await call(called(name), headers, '/admin/login')).toMatchObject({ status: 401, code: 'unauthorized' })
      }
      expect(reached).toEqual([])
    },
  )

  it.each([
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
    'valueOf',
    'get-folder-results-component-and-data',
    'schedule-publish',
    'FORM-STATE',
    '',
    'long',
  ])('is known by its name, and %s is none', async (word) => {
    const name = word === 'long' ? word.repeat(10_000) : word
    const answer = await call(called(name), staff())
    expect(answer).toMatchObject({ status: 400, code: 'unknown-action' })
    expect(answer.text.length).toBeLessThan(1_000)
    expect(reached).toEqual([])
  })

  const BROKEN = [
    '',
    '{',
    'null',
    '[]',
    '{}',
    '"x"',
    '[1]',
    '[null]',
    '[[]]',
    '["x","xx"]',
    '["fr","en","fr"]',
    '[{"name":["form-state"],"args":{}}]',
    '[{"args":{}}]',
    '[{"name":"form-state","args":[]}]',
    '[{"name":"form-state","args":"x"}]',
    '[{"name":"form-state","args":{}},{}]',
    '["$F1"]',
    '["$K1"]',
    '["$Q0"]',
    '["$@0"]',
    '["$0:__proto__"]',
    '["$0:constructor"]',
    '[{"name":"form-state","args":{"data":"$1"}}]',
    '[{"name":"form-state","args":{"data":{"a":"$0:0:constructor"}}}]',
    '[{"name":"form-state","args":{"__proto__":{}}}]',
    `[{"name":"form-state","args":{"data":${'{"a":'.repeat(200)}1${'}'.repeat(200)}}}]`,
    `[{"name":"form-state","args":{"data":{"a":"$Dx"}}}]`,
    '[{"name":"form-state","args":{"data":{"a":"\\u0000"}}}]',
    `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  ]

  it.each(BROKEN.map((body) => [body.slice(0, 60), body]))('is not called with %s', async (_, body) => {
    const answer = await call(body, staff())
    expect(answer).toMatchObject({ status: 400 })
    expect(answer.code).toMatch(/^(bad-action|unknown-action)$/)
    expect(reached).toEqual([])
  })

  it.each([
    ['render-list', { collectionSlug: 'constructor' }],
    ['render-list', { collectionSlug: '__proto__' }],
    ['render-list', { collectionSlug: ['users'] }],
    ['render-list', {}],
    ['render-document', { collectionSlug: 'nothing', docID: 'x' }],
    ['render-document', { collectionSlug: 'pages', docID: { a: 1 } }],
    ['render-document', { collectionSlug: 'pages', paramsOverride: { segments: [] } }],
    ['form-state', { collectionSlug: 'toString' }],
    ['form-state', { globalSlug: 'constructor' }],
    ['form-state', { collectionSlug: 'pages', data: 'x' }],
    ['form-state', { collectionSlug: 'pages', formState: [] }],
    ['copy-data-from-locale', { collectionSlug: 'pages', docID: 'x', fromLocale: 'constructor', toLocale: 'fr' }],
    ['table-state', { collectionSlug: 'users', query: { where: { resetPasswordToken: { exists: true } } } }],
    ['table-state', { collectionSlug: 'users', query: { sort: 'hash' } }],
    ['table-state', { collectionSlug: 'pages', query: { where: { title: { constructor: 'a' } } } }],
    ['table-state', { collectionSlug: 'pages', columns: ['x'] }],
    ['table-state', { collectionSlug: 'mandates', data: { docs: [{ id: 'x', enteredBy: 'y' }] }, columns: [] }],
    ['table-state', { collectionSlug: 'mandates', data: '$0:args:columns', columns: [] }],
    ['table-state', { collectionSlug: 'pages', parent: { collectionSlug: 'constructor', joinPath: '__proto__' } }],
  ])('is not called with a name that is none: %s %j', async (name, args) => {
    expect((await call(called(name, args), staff())).status).toBe(400)
    expect(reached).toEqual([])
  })

  it.each(['constructor', ACTION.slice(1), `${ACTION}\t1`, ACTION.toUpperCase(), '../../x', 'a'.repeat(5_000)])(
    'is addressed as Next does, not as %s',
    async (action) => {
      expect((await call(called('form-state'), { ...staff(), 'Next-Action': action })).status).toBe(400)
      expect(reached).toEqual([])
    },
  )

  it('comes from our own pages, as text, within a megabyte', async () => {
    expect(await call(called('form-state'), { ...staff(), Origin: 'https://elsewhere.example' })).toMatchObject({
      status: 403,
      code: 'foreign-origin',
    })
    expect(await call(called('form-state'), { ...staff(), 'Content-Type': 'application/json' })).toMatchObject({
      status: 415,
    })
    const form = new FormData()
    form.set('1_$ACTION_ID_x', '')
    expect(await call(form, staff())).toMatchObject({ status: 415 })
    expect(await call(called('form-state', { data: { a: 'x'.repeat(1_100_000) } }), staff())).toMatchObject({
      status: 413,
    })
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expect(await rawRequest(door.port, '/admin', { method })).toMatchObject({ status: 405 })
    expect(reached).toEqual([])
  })

  it('reaches the panel as it was sent, dates, repeated objects and all', async () => {
    const body = JSON.stringify([
      {
        name: 'form-state',
        args: {
          collectionSlug: 'pages',
          globalSlug: '$undefined',
          docPermissions: { fields: true },
          data: {
            at: '$D2026-11-30T00:00:00.000Z',
            price: '$$5',
            again: '$0:0:args:docPermissions',
            label: '$T',
            none: '$undefined',
          },
          formState: {},
        },
      },
    ])
    expect(await call(body, staff(), '/admin/collections/pages/x')).toMatchObject({ status: 200, text: 'panel' })
    expect(await call('["c2VhbGVk","en"]', staff())).toMatchObject({ status: 200 })
    const list = called('table-state', {
      collectionSlug: 'pages',
      query: { where: { or: [{ title: { like: 'a' } }] }, sort: '-updatedAt', limit: 10 },
      columns: [{ accessor: 'title', active: true }],
    })
    expect(await call(list, staff())).toMatchObject({ status: 200 })
    expect(reached.map((each) => [each.method, each.body])).toEqual([
      ['POST', body],
      ['POST', '["c2VhbGVk","en"]'],
      ['POST', list],
    ])
    expect(reached[0]?.headers['next-action']).toBe(ACTION)
  })
})

describe('a page of the panel', () => {
  it.each<Record<string, string>>([
    { 'Next-Router-State-Tree': 'junk' },
    { 'Next-Router-State-Tree': '%7B%7D' },
    { 'Next-Router-State-Tree': '%' },
    { 'Next-Router-State-Tree': encodeURIComponent('["",{"children":[1,2]}]') },
    { 'Next-Router-State-Tree': encodeURIComponent(`["",{"children":${'["",{"children":'.repeat(50)}1`) },
    { RSC: 'x' },
    { 'Next-Router-Prefetch': 'junk' },
    { 'Next-Router-Segment-Prefetch': '<x>' },
    { 'Next-Url': 'http://x' },
  ])('is not asked for with %j', async (headers) => {
    const response = await fetch(`${door.url}/admin/login`, { headers: { RSC: '1', ...headers } })
    expect([response.status, reached]).toEqual([400, []])
  })

  it('is asked for as Next’s own router does, and what only Next says is taken away', async () => {
    const tree = encodeURIComponent(
      '["",{"children":["(payload)",{"children":["admin",{"children":[["segments","login","oc",null],{"children":["__PAGE__",{}]}]}]}]}]',
    )
    const response = await fetch(`${door.url}/admin/login?_rsc=abc`, {
      headers: {
        RSC: '1',
        'Next-Router-State-Tree': tree,
        'Next-Url': '/admin',
        'X-Middleware-Subrequest': 'x',
        'X-Forwarded-Host': 'evil.example',
        'X-Nextjs-Data': '1',
        'Next-Resume': '1',
      },
    })
    expect(response.status).toBe(200)
    const { headers = {} } = reached[0] ?? {}
    expect([
      headers['next-router-state-tree'],
      headers['host'],
      headers['x-middleware-subrequest'],
      headers['x-forwarded-host'],
      headers['x-nextjs-data'],
      headers['next-resume'],
    ]).toEqual([tree, 'localhost:3000', undefined, undefined, undefined, undefined])
  })

  it.each([
    ['/admin/collections/users?where[resetPasswordToken][exists]=true', 400],
    ['/admin/collections/users?sort=hash', 400],
    ['/admin/collections/pages?where[title][constructor]=a', 400],
    ['/admin/collections/pages?page=1e309', 400],
    ['/admin/collections/pages?columns=constructor', 400],
    ['/admin/collections/pages?groupBy=__proto__', 400],
    ['/admin/collections/constructor', 404],
    ['/admin/constructor', 404],
    ['/admin/__proto__', 404],
    ['/admin/toString/x', 404],
    ['/admin/', 200],
    ['/admin/collections/__proto__/x', 404],
    ['/admin/globals/toString', 404],
    ['/admin/collections/pages?where[or][0][and][0][title][like]=x&sort=-title&limit=50&page=1&columns=["title"]', 200],
    ['/admin/collections/pages/x/versions?limit=10&page=1', 200],
    ['/admin/account?locale=en', 200],
  ])('is asked for by its names: %s is %i', async (path, status) => {
    expect((await fetch(door.url + path, { headers: staff() })).status).toBe(status)
  })

  it('stands alone: of Next nothing else is open', async () => {
    for (const path of [
      '/_next/image?url=%2Ffavicon.svg&w=640&q=75',
      '/_next/data/x/admin.json',
      '/_next/webpack-hmr',
      '/_next',
      '/__nextjs_original-stack-frame',
      '/_next/image?url=%2Ffoo%0A%7B%22level%22%3A%22fatal%22%7D&w=640&q=75',
    ]) {
      expect([path, (await fetch(door.url + path)).status]).toEqual([path, 404])
    }
    expect((await fetch(`${door.url}/_next/static/x`, { method: 'POST' })).status).toBe(404)
    expect((await fetch(`${door.url}/_next/static/x.js`)).status).toBe(404)
    expect(reached).toEqual([])
  })
})
