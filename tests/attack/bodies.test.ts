import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { makeColleague } from '../support/governance.ts'
import { makePdf } from '../support/publishing.ts'

let app: TestApp
let door: TestDoor
let editor: string
let secretary: string
let administrator: string

type Answer = { status: number; code: string | undefined; issues: string[]; text: string }

async function ask(token: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${door.url}/api/${path}`, {
    method,
    headers: {
      ...(token === '' ? {} : { Authorization: `JWT ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const { errors = [] } = (text.startsWith('{') ? JSON.parse(text) : {}) as {
    errors?: { code: string; data?: { errors: { path: string; code: string }[] } }[]
  }
  return {
    status: response.status,
    code: errors[0]?.code,
    issues: (errors[0]?.data?.errors ?? []).map(({ path: at, code }) => `${at}: ${code}`),
    text,
  }
}

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  door = await openDoor(app)
  editor = (await makeColleague(app.payload, ['editor'])).token
  secretary = (await makeColleague(app.payload, ['secretariat'])).token
  administrator = (await makeColleague(app.payload, ['admin'])).token
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

const page = (more: object) => ({ title: 'Une page', slug: 'une-page', layout: [], ...more })

describe('a document whose values are of the wrong kind', () => {
  it.each<[object, string]>([
    [{ title: { fr: 'a', en: 'b' } }, 'title: not-a-text'],
    [{ title: 5 }, 'title: not-a-text'],
    [{ title: 'a\0b' }, 'title: control-characters'],
    [{ slug: ['a'] }, 'slug: not-a-text'],
    [{ layout: 'x' }, 'layout: not-a-list'],
    [{ layout: { constructor: 1 } }, 'layout: not-a-list'],
    [{ layout: ['x'] }, 'layout.0: not-an-object'],
    [{ layout: [{}] }, 'layout.0.blockType: unknown-block'],
    [{ layout: [{ blockType: 'nothing' }] }, 'layout.0.blockType: unknown-block'],
    [{ layout: [{ blockType: 'constructor' }] }, 'layout.0.blockType: unknown-block'],
    [{ layout: [{ blockType: '__proto__' }] }, 'layout.0.blockType: unknown-block'],
    [{ locale: 'constructor' }, 'locale: not-a-value'],
    [{ updatedAt: 'yesterday' }, 'updatedAt: not-a-moment'],
    [{ _status: { a: 1 } }, '_status: not-a-choice'],
    [{ _status: ' ' }, '_status: not-a-choice'],
    [{ _status: 'constructor' }, '_status: not-a-choice'],
    [{ _status: '' }, '_status: not-a-choice'],
    [{ id: { $ne: null } }, 'id: not-a-value'],
  ])('is refused with its place: %j', async (more, issue) => {
    const answer = await ask(editor, 'POST', 'pages', page(more))
    expect([answer.status, answer.issues]).toEqual([400, [issue]])
  })

  it('is refused as a form, in an update, in a global and when it is nested without end, too', async () => {
    expect((await ask(editor, 'POST', 'globals/header', { links: 'x' })).status).toBe(400)
    expect((await ask(editor, 'PATCH', 'pages/x', { title: {} })).issues).toEqual(['title: not-a-text'])
    expect((await ask(editor, 'POST', 'pages', `${'{"layout":['.repeat(3000)}${']}'.repeat(3000)}`)).status).toBe(400)
    const form = new FormData()
    form.set('_payload', JSON.stringify(page({ layout: [{ blockType: 'nothing' }] })))
    expect(
      (
        await fetch(`${door.url}/api/pages`, {
          method: 'POST',
          body: form,
          headers: { Authorization: `JWT ${editor}` },
        })
      ).status,
    ).toBe(400)
    expect((await ask(secretary, 'POST', 'people', { firstName: 'A', lastName: 'B', email: 5 })).issues).toEqual([
      'email: not-a-text',
    ])
  })

  it.each([
    [{ root: { children: 'x' } }],
    [{ root: null }],
    ['x'],
    [{ root: { children: [{ type: 'constructor' }] } }],
    [{ root: { children: [{ type: 'text', text: {} }] } }],
    [
      {
        root: {
          children: [{ type: 'link', children: [], fields: { doc: { relationTo: 'constructor', value: 'x' } } }],
        },
      },
    ],
    [{ root: { children: [{ type: 'upload', relationTo: 'media', value: { a: 1 } }] } }],
  ])('is refused with a broken text: %j', async (body) => {
    const answer = await ask(editor, 'POST', 'publications', { title: 'Une note', body })
    expect({
      status: answer.status,
      issues: answer.issues.every((issue) => issue.startsWith('body')) && answer.issues.length > 0,
    }).toEqual({ status: 400, issues: true })
  })

  it('is refused in a draft, whose choices nobody else looks at', async () => {
    expect(
      (await ask(editor, 'POST', 'publications?draft=true', { title: 'Une note', kind: 'nothing' })).issues,
    ).toEqual(['kind: not-a-choice'])
    expect(
      (await ask(editor, 'POST', 'publications?draft=true', { title: 'Une note', themes: ['toString'] })).issues,
    ).toEqual(['themes: not-a-choice'])
  })

  it('does not name where a file is to be fetched from', async () => {
    for (const url of ['http://169.254.169.254/latest', 'texte', '/etc/passwd'])
      expect((await ask(editor, 'POST', 'files', { title: 'x', filename: 'a.pdf', url })).issues).toEqual([
        'url: not-a-value',
      ])
    expect((await ask(editor, 'POST', 'files', { title: 'x', filename: '../cpof.db' })).issues).toEqual([
      'filename: not-a-value',
    ])
  })
})

describe('what there is none of', () => {
  it.each([
    ['GET', 'payload-kv/versions'],
    ['GET', 'payload-preferences/versions/x'],
    ['GET', 'people/versions'],
    ['GET', 'people/versions/x'],
    ['POST', 'people/versions/x'],
    ['DELETE', 'payload-preferences/x'],
    ['GET', 'constructor'],
    ['GET', '__proto__/x'],
    ['GET', 'globals/constructor'],
    ['GET', 'globals/toString/versions'],
    ['GET', 'media/file/rien.png'],
    ['GET', 'media/file/rien.png?prefix=a'],
    ['GET', 'pages/x/y/z'],
    ['POST', 'pages/x/nothing'],
    ['PUT', 'pages/x'],
  ])('is 404 in the house’s shape: %s %s', async (method, path) => {
    expect(await ask(administrator, method, path, ['GET', 'DELETE'].includes(method) ? undefined : {})).toMatchObject({
      status: 404,
      code: expect.stringMatching(/not-found/) as string,
    })
  })
})

it('a file that one may not see is answered as one that there is not', async () => {
  const { filename } = await makePdf(app.payload, 'brouillon')
  for (const [token, collection] of [
    ['', 'files'],
    ['', 'attachments'],
    [editor, 'attachments'],
    [secretary, 'files'],
    ['', 'media'],
  ] as const) {
    const nothing = await ask(token, 'GET', `${collection}/file/rien.pdf`)
    expect(nothing).toMatchObject({ status: 404, code: 'not-found' })
    for (const name of [filename, `${filename}?prefix=a`, 'rien.pdf?prefix=a', 'constructor'])
      expect(await ask(token, 'GET', `${collection}/file/${name}`), `${collection} ${name}`).toEqual(nothing)
  }
  expect((await ask(editor, 'GET', `files/file/${filename}`)).status).toBe(200)
})

describe('what the panel remembers', () => {
  it('is bounded in size and number', async () => {
    expect((await ask(editor, 'POST', 'payload-preferences/a', { value: 'x'.repeat(30_000) })).status).toBe(413)
    expect((await ask(editor, 'POST', `payload-preferences/${'a'.repeat(300)}`, { value: 1 })).status).toBe(400)
    expect((await ask(editor, 'POST', 'payload-preferences/a', { value: { columns: [] } })).status).toBe(200)
    expect((await ask(editor, 'DELETE', 'payload-preferences/a')).status).toBe(200)
  })
})
