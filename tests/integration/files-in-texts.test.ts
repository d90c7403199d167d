import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { richText } from '../support/governance.ts'
import { draftPage, linksTo, publishedPage } from '../support/pages.ts'
import { makeEvent, makePdf, makePublication } from '../support/publishing.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>

beforeAll(async () => {
  app = await startApp()
  door = await openSiteDoor(app)
  site = visitor(door)
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

const showing = (file: string) => ({
  root: {
    ...richText('').root,
    children: [
      { type: 'upload', version: 3, format: '' as const, id: 'a', relationTo: 'files', value: file, fields: null },
    ],
  },
})
const block = (file: string) => [{ blockType: 'richText' as const, content: showing(file) }]
const fileOf = async (name: string) => (await makePdf(app.payload, name)).id
const status = async (name: string) => (await site.get(`/api/files/file/${name}.pdf`)).status

it('a PDF that stands in a text is read by who reads the text, whatever it belongs to', async () => {
  const { payload } = app
  const page = await publishedPage(payload, {
    slug: 'texte',
    title: 'Un texte',
    layout: block(await fileOf('de-la-page')),
  })
  await payload.update({
    collection: 'pages',
    id: page.id,
    data: { title: 'A text', layout: block(await fileOf('de-l-anglais')), translated: true, _status: 'published' },
    locale: 'en',
  })
  await makeEvent(payload, { title: 'Rencontre', slug: 'rencontre', programme: showing(await fileOf('du-programme')) })
  await makePublication(payload, { title: 'Note', slug: 'note', body: showing(await fileOf('de-la-note')) })
  for (const [path, name] of [
    ['/texte', 'de-la-page'],
    ['/en/texte', 'de-l-anglais'],
    ['/evenements/rencontre', 'du-programme'],
    ['/publications/note', 'de-la-note'],
    ['/publications/note/v1', 'de-la-note'],
  ] as const) {
    expect((await site.get(path)).html).toMatch(new RegExp(`<a href="[^"]*/api/files/file/${name}\\.pdf"`))
    expect({ name, status: await status(name) }).toEqual({ name, status: 200 })
  }
})

it('a PDF that stands in nothing but drafts, or is linked to alone, is read by nobody else than editors', async () => {
  const { payload } = app
  await draftPage(payload, { slug: 'projet', title: 'Un projet', layout: block(await fileOf('du-projet')) })
  const page = await publishedPage(payload, {
    slug: 'change',
    title: 'Une page',
    layout: [{ blockType: 'richText', content: linksTo([['files', await fileOf('relie'), 'ici']]) }],
  })
  await payload.update({
    collection: 'pages',
    id: page.id,
    data: { layout: block(await fileOf('a-venir')) },
    draft: true,
    locale: 'fr',
  })
  await payload.update({
    collection: 'pages',
    id: page.id,
    data: { title: 'A page', layout: block(await fileOf('pas-traduit')) },
    locale: 'en',
  })
  await makePublication(payload, {
    title: 'Plus tard',
    slug: 'plus-tard',
    kind: 'practice',
    body: showing(await fileOf('sous-embargo')),
    embargoUntil: '2999-01-01T00:00:00.000Z',
  })
  await makeEvent(payload, {
    title: 'À venir',
    slug: 'a-venir',
    programme: showing(await fileOf('de-l-evenement')),
    _status: 'draft',
  })
  for (const name of ['du-projet', 'relie', 'a-venir', 'pas-traduit', 'sous-embargo', 'de-l-evenement'])
    expect([403, 404], name).toContain(await status(name))
  expect((await site.get('/change')).html).not.toContain('relie.pdf')
})
