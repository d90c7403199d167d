import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { makeColleague, makeMember, makePerson } from '../support/governance.ts'
import { publishedPage } from '../support/pages.ts'
import { makeEvent, makePublication } from '../support/publishing.ts'

let app: TestApp
let door: TestDoor
let editor: Colleague
let other: Colleague
let secretary: Colleague

type Colleague = Awaited<ReturnType<typeof makeColleague>>
type Doc = { id: string; updatedAt: string; title?: string; changedBy?: string | null }
type Answer = {
  status: number
  doc: Doc
  code: string | undefined
  issues: string[]
  message: string
  changedBy: unknown
  changedAt: unknown
}

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  door = await openDoor(app)
  editor = await makeColleague(app.payload, ['editor'])
  other = await makeColleague(app.payload, ['editor'])
  secretary = await makeColleague(app.payload, ['secretariat'])
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

async function send(
  { token }: Pick<Colleague, 'token'>,
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${door.url}/api/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `JWT ${token}`, ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const given = (await response.json()) as {
    doc?: Doc
    result?: Doc
    changedBy?: unknown
    changedAt?: unknown
    errors?: { code: string; message: string; data?: { errors: { path: string; code: string }[] } }[]
  }
  const [error] = given.errors ?? []
  return {
    status: response.status,
    doc: given.doc ?? given.result ?? (given as Doc),
    code: error?.code,
    message: error?.message ?? '',
    issues: (error?.data?.errors ?? []).map(({ path: at, code }) => `${at}: ${code}`),
    changedBy: given.changedBy,
    changedAt: given.changedAt,
  }
}

const nameOf = async ({ user }: Colleague): Promise<string> =>
  (await app.payload.findByID({ collection: 'users', id: user.id, overrideAccess: true })).name

let count = 0
const freshPage = () =>
  publishedPage(app.payload, { slug: `page-${(count += 1)}`, title: 'Une page', summary: 'Avant.' })

describe('a write on an older state of a record', () => {
  it('is refused, and says who changed it and when', async () => {
    const { id } = await freshPage()
    const { doc: read } = await send(editor, 'GET', `pages/${id}`)
    const first = await send(other, 'PATCH', `pages/${id}`, { summary: 'De l’une.', updatedAt: read.updatedAt })
    expect(first.status).toBe(200)
    const second = await send(editor, 'PATCH', `pages/${id}`, { title: 'De l’autre', updatedAt: read.updatedAt })
    expect(second).toMatchObject({
      status: 409,
      code: 'stale',
      issues: ['updatedAt: stale'],
      changedBy: await nameOf(other),
      changedAt: first.doc.updatedAt,
    })
    expect(second.message).toContain(await nameOf(other))
    const { doc: kept } = await send(editor, 'GET', `pages/${id}`)
    expect(kept).toMatchObject({ title: 'Une page', summary: 'De l’une.', changedBy: await nameOf(other) })
    const again = await send(editor, 'PATCH', `pages/${id}`, { title: 'De l’autre', updatedAt: kept.updatedAt })
    expect(again).toMatchObject({ status: 200, doc: { title: 'De l’autre', summary: 'De l’une.' } })
  })

  it('is refused of a draft, an autosave and a publication alike', async () => {
    const { id } = await freshPage()
    const { doc: read } = await send(editor, 'GET', `pages/${id}?draft=true`)
    const saved = await send(other, 'PATCH', `pages/${id}?draft=true&autosave=true`, {
      summary: 'Brouillon de l’une.',
      _status: 'draft',
      updatedAt: read.updatedAt,
    })
    expect(saved.status).toBe(200)
    for (const [query, status] of [
      ['?draft=true&autosave=true', 'draft'],
      ['?draft=true', 'draft'],
      ['', 'published'],
    ] as const)
      expect(
        await send(editor, 'PATCH', `pages/${id}${query}`, { title: 'X', _status: status, updatedAt: read.updatedAt }),
      ).toMatchObject({ status: 409, code: 'stale' })
    const { doc: draft } = await send(editor, 'GET', `pages/${id}?draft=true`)
    expect(draft).toMatchObject({ title: 'Une page', summary: 'Brouillon de l’une.' })
    for (const query of ['?draft=true&autosave=true', '?draft=true&autosave=true', '']) {
      const { doc: present } = await send(editor, 'GET', `pages/${id}?draft=true`)
      const status = query === '' ? 'published' : 'draft'
      expect(
        await send(editor, 'PATCH', `pages/${id}${query}`, {
          title: `Avec ${query}`,
          _status: status,
          updatedAt: present.updatedAt,
        }),
      ).toMatchObject({ status: 200 })
    }
  })

  it('is refused in every collection that people write', async () => {
    const publication = await makePublication(app.payload, { title: 'Note', slug: 'note', kind: 'watch' })
    const event = await makeEvent(app.payload, { title: 'Rencontre', slug: 'rencontre' })
    const person = await makePerson(app.payload)
    const member = await makeMember(app.payload)
    for (const [path, who, change] of [
      [`publications/${publication.id}`, editor, { abstract: 'Autrement.' }],
      [`events/${event.id}`, editor, { title: 'Autrement' }],
      [`people/${person.id}`, secretary, {}],
      [`members/${member.id}`, secretary, { directory: { city: 'Blois' } }],
    ] as const) {
      const { doc: read } = await send(who, 'GET', `${path}?draft=true`)
      expect(await send(who, 'PATCH', path, { ...change, updatedAt: '2020-01-01T00:00:00.000Z' })).toMatchObject({
        status: 409,
        code: 'stale',
      })
      expect(await send(who, 'PATCH', path, { ...change, updatedAt: read.updatedAt })).toMatchObject({ status: 200 })
      expect(await send(who, 'PATCH', path, { ...change, updatedAt: read.updatedAt })).toMatchObject({ status: 409 })
    }
  })

  it('is refused of a global, whose versions are kept', async () => {
    expect((await send(editor, 'POST', 'globals/identity', { legalName: 'Un' })).status).toBe(200)
    const { doc: read } = await send(editor, 'GET', 'globals/identity')
    expect((await send(other, 'POST', 'globals/identity', { phone: '02', updatedAt: read.updatedAt })).status).toBe(200)
    expect(
      await send(editor, 'POST', 'globals/identity', { legalName: 'Deux', updatedAt: read.updatedAt }),
    ).toMatchObject({ status: 409, code: 'stale', changedBy: await nameOf(other) })
    const { docs } = await app.payload.findGlobalVersions({ slug: 'identity', sort: 'createdAt' })
    expect(docs.map(({ version }) => [version.legalName, version.phone ?? null, version.changedBy])).toEqual([
      ['Un', null, await nameOf(editor)],
      ['Un', '02', await nameOf(other)],
    ])
  })

  it('may be said by If-Match, with a moment or a revision', async () => {
    const { id } = await freshPage()
    const { doc: read } = await send(editor, 'GET', `pages/${id}`)
    const patch = (tag: string) => send(editor, 'PATCH', `pages/${id}`, { summary: tag }, { 'If-Match': tag })
    expect(await patch('"2020-01-01T00:00:00.000Z"')).toMatchObject({ status: 409, code: 'stale' })
    expect(await patch('n’importe quoi'.replace('’', ''))).toMatchObject({ status: 400 })
    expect(await patch('*')).toMatchObject({ status: 200 })
    expect(await patch(`"${read.updatedAt}"`)).toMatchObject({ status: 409, code: 'stale' })
    const { doc: now } = await send(editor, 'GET', `pages/${id}`)
    expect(await patch(`"${now.updatedAt}"`)).toMatchObject({ status: 200 })
    const person = await makePerson(app.payload)
    const rev = (tag: string) => send(secretary, 'PATCH', `people/${person.id}`, {}, { 'If-Match': tag })
    expect(await rev('"7"')).toMatchObject({ status: 409, code: 'stale' })
    expect(await rev(`"${person.rev ?? 0}"`)).toMatchObject({ status: 200 })
  })

  it('goes through once of those that are sent at once', async () => {
    const { id } = await freshPage()
    const { doc: read } = await send(editor, 'GET', `pages/${id}`)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        send(index % 2 === 0 ? editor : other, 'PATCH', `pages/${id}`, {
          summary: `À la fois ${index}`,
          updatedAt: read.updatedAt,
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)])
  })

  it('is written as before where nothing is said of a state', async () => {
    const { id } = await freshPage()
    for (const summary of ['Un', 'Deux'])
      expect(await send(editor, 'PATCH', `pages/${id}`, { summary })).toMatchObject({ status: 200, doc: { summary } })
  })
})

describe('a form of the panel', () => {
  const form = async (path: string, document: object, method = 'PATCH') => {
    const sent = new FormData()
    sent.set('_payload', JSON.stringify(document))
    const response = await fetch(`${door.url}/api/${path}`, {
      method,
      headers: { Cookie: `payload-token=${editor.token}`, Origin: app.config.serverURL },
      body: sent,
    })
    return { status: response.status, text: await response.text() }
  }

  it('says on what it was filled in', async () => {
    const { id, updatedAt } = await freshPage()
    expect(await form(`pages/${id}`, { summary: 'Sans rien dire.' })).toMatchObject({ status: 428 })
    expect(await form(`pages/${id}`, { summary: 'Sur ceci.', updatedAt })).toMatchObject({ status: 200 })
    expect(await form(`pages/${id}`, { summary: 'Sur ceci encore.', updatedAt })).toMatchObject({ status: 409 })
  })

  it('of a global says so too', async () => {
    const { doc: read } = await send(editor, 'POST', 'globals/header', { links: [] })
    const save = (document: object) => form('globals/header', { links: [], ...document }, 'POST')
    expect(await save({})).toMatchObject({ status: 428 })
    expect(await save({ updatedAt: '2020-01-01T00:00:00.000Z' })).toMatchObject({ status: 409 })
    const { doc: present } = read.updatedAt ? { doc: read } : await send(editor, 'GET', 'globals/header')
    expect(await save({ updatedAt: present.updatedAt })).toMatchObject({ status: 200 })
    const never = await send(editor, 'GET', 'globals/footer')
    expect([never.doc.updatedAt ?? null, (await form('globals/footer', { links: [] }, 'POST')).status]).toEqual([
      null,
      200,
    ])
  })
})

describe('who changed a record', () => {
  it('is told to the staff alone, and is nobody’s to write', async () => {
    const { id } = await freshPage()
    const { doc } = await send(editor, 'PATCH', `pages/${id}`, { summary: 'Qui ?', changedBy: 'Une autre' })
    expect(doc.changedBy).toBe(await nameOf(editor))
    const seen = (await (await fetch(`${door.url}/api/pages/${id}`)).json()) as object
    expect(Object.keys(seen)).not.toContain('changedBy')
    const asked = await fetch(`${door.url}/api/pages?where[changedBy][equals]=x`)
    expect(asked.status).toBe(400)
  })
})

it('keeps every version that was published, and the fifty newest drafts', async () => {
  const { id } = await freshPage()
  const save = (data: object, draft: boolean) =>
    app.payload.update({ collection: 'pages', id, data, draft, overrideAccess: true })
  await save({ summary: 'Publiée', _status: 'published' }, false)
  for (let index = 0; index < 55; index += 1) await save({ summary: `Brouillon ${index}`, _status: 'draft' }, true)
  const { docs } = await app.payload.findVersions({
    collection: 'pages',
    where: { parent: { equals: id } },
    sort: 'updatedAt',
    pagination: false,
    limit: 0,
  })
  const summaries = docs.map(({ version }) => version.summary)
  expect(summaries.slice(0, 2)).toEqual(['Avant.', 'Publiée'])
  expect(summaries.slice(2)).toEqual(Array.from({ length: 50 }, (_, index) => `Brouillon ${index + 5}`))
})
