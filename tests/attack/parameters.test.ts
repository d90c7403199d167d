import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { makeColleague } from '../support/governance.ts'
import { publishedPage } from '../support/pages.ts'

let app: TestApp
let door: TestDoor
let editor: string
let page: string

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  door = await openDoor(app)
  editor = (await makeColleague(app.payload, ['editor'])).token
  page = (await publishedPage(app.payload, { title: 'Une page', slug: 'une-page' })).id
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

async function ask(method: string, path: string, body?: object): Promise<number> {
  const response = await fetch(`${door.url}/api/${path}`, {
    method,
    headers: { Authorization: `JWT ${editor}`, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  await response.arrayBuffer()
  return response.status
}

const GARBAGE = [
  'xx',
  '',
  'all',
  '*',
  'null',
  'false',
  'constructor',
  '__proto__',
  '%00',
  'fr,en',
  '-1',
  '1e9',
  '1e309',
  'maybe',
  '{}',
  'a'.repeat(2_000),
]
const NAMES = [
  'locale',
  'fallback-locale',
  'fallbackLocale',
  'depth',
  'limit',
  'page',
  'draft',
  'pagination',
  'trash',
  'sort',
  'select',
  'populate',
  'joins',
  'autosave',
  'publishSpecificLocale',
  'publishAllLocales',
  'flattenLocales',
  'locale[]',
  'depth[a]',
  'limit[0]',
]
let made = 0
const fresh = () => ({ title: 'Une page', slug: `p-${made++}`, layout: [], _status: 'draft' })

describe('a parameter that holds whatever comes to mind', () => {
  it.each(NAMES)(
    'is taken or refused, never stumbled over: %s',
    async (name) => {
      const issues: string[] = []
      for (const value of GARBAGE) {
        const query = `?${name}=${value}`
        for (const [method, path, body] of [
          ['GET', `pages${query}`],
          ['GET', `pages/${page}${query}`],
          ['GET', `globals/header${query}`],
          ['GET', `pages/versions${query}`],
          ['PATCH', `pages/${page}${query}`, { summary: 'a' }],
          ['POST', `pages${query}`, fresh()],
        ] as const) {
          const status = await ask(method, path, body)
          if (status >= 500) issues.push(`${status} ${method} ${path}`)
        }
      }
      expect(issues).toEqual([])
    },
    240_000,
  )
})

it('a document is made in the language of the house where none is named, nor another', async () => {
  for (const query of [
    '',
    '?locale=',
    '?locale=fr',
    '?fallback-locale=null',
    '?fallback-locale=none',
    '?locale=fr&fallback-locale=en',
  ])
    expect([query, await ask('POST', `pages${query}`, fresh())]).toEqual([query, 201])
  for (const locale of ['fr', 'none', 'null', '', false, null])
    expect([locale, await ask('POST', 'pages', { ...fresh(), fallbackLocale: locale })]).toEqual([locale, 201])
  for (const locale of ['fr', 'en', '', null])
    expect([locale, await ask('POST', 'pages', { ...fresh(), locale })]).toEqual([locale, 201])
  for (const locale of ['xx', 'constructor', {}, 5])
    expect([locale, await ask('POST', 'pages', { ...fresh(), locale })]).toEqual([locale, 400])
})
