import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as clock from '../../src/lib/clock.ts'
import type * as previews from '../../src/content/pages/preview-href.ts'
import type { TestApp } from '../support/app.ts'
import type * as apps from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { richText } from '../support/governance.ts'
import { copyWithNewKind } from '../support/new-kind.ts'
import type * as publishing from '../support/publishing.ts'
import type * as sites from '../support/site.ts'

/** A record of a collection that only the copy knows. */
type Entry = { id: string; slug: string }

let folder: string
let app: TestApp
let door: TestDoor
let site: ReturnType<typeof sites.visitor>
let create: (data: Record<string, unknown>) => Promise<Entry>
let update: (id: string, data: Record<string, unknown>) => Promise<Entry>

const listed = async () => (await site.get('/sitemap.xml')).html

const fromCopy = <Module>(file: string): Promise<Module> =>
  import(/* @vite-ignore */ path.join(folder, file)) as Promise<Module>

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cpof-kind-'))
  copyWithNewKind(folder)
  if (process.env['TEST_DATABASE'] !== 'mongo')
    execFileSync(process.execPath, ['scripts/migration.mjs', 'add-initiatives'], { cwd: folder, encoding: 'utf8' })
  app = await (await fromCopy<typeof apps>('tests/support/app.ts')).startApp()
  const { openSiteDoor, visitor } = await fromCopy<typeof sites>('tests/support/site.ts')
  door = await openSiteDoor(app)
  site = visitor(door)
  // The types of the project do not know the collection.
  const untyped: object = app.payload
  const payload = untyped as Record<'create' | 'update', (asked: object) => Promise<Entry>>
  create = (data) => payload.create({ collection: 'initiatives', depth: 0, draft: data['_status'] === 'draft', data })
  update = (id, data) => payload.update({ collection: 'initiatives', depth: 0, id, data })
}, 240_000)

afterAll(async () => {
  await door.close()
  await app.stop()
  rmSync(folder, { recursive: true })
})

describe('a kind of public page that was added by its folder and its collection', () => {
  it('is read, listed, searched, followed and found in the menu', async () => {
    await create({ title: 'Un verger commun', body: richText('Vingt pommiers.'), slug: 'verger', _status: 'published' })
    expect((await site.get('/initiatives/verger')).text).toContain('Vingt pommiers.')
    expect(await listed()).toContain('/initiatives/verger</loc>')
    const { text, html } = await site.get('/recherche?q=pommiers')
    expect(text).toContain('Un verger commun')
    expect(text).toContain('Initiative – Vingt pommiers.')
    expect(html).toContain('href="/initiatives"')
    const feed = await site.get('/initiatives.atom')
    expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(feed.html).toMatch(/<id>tag:localhost,2026:initiatives\/[\w-]+<\/id>/)
    expect(feed.html).toContain('/initiatives/verger')
  })

  it('is nowhere before it is published, but behind a preview', async () => {
    const { id } = await create({ title: 'En projet', body: richText('Capucines.'), slug: 'projet', _status: 'draft' })
    expect((await site.get('/initiatives/projet')).status).toBe(404)
    expect(await listed()).not.toContain('/initiatives/projet')
    expect((await site.get('/recherche?q=capucines')).text).not.toContain('En projet')
    expect((await site.get('/initiatives.atom')).html).not.toContain('En projet')
    const { previewHref } = await fromCopy<typeof previews>('src/content/pages/preview-href.ts')
    const draft = { collection: 'initiatives' as 'events', id, lang: 'fr' as const }
    const { status, text } = await site.get(previewHref(process.env['TOKEN_SECRET'] ?? '', draft, new Date()))
    expect(status).toBe(200)
    expect(text).toContain('Capucines.')
  })

  it('leads from an address that it has left, and says that it is gone', async () => {
    const { id } = await create({ title: 'Une serre', slug: 'serre', _status: 'published' })
    await update(id, { slug: 'grande-serre', _status: 'published' })
    const moved = await site.get('/initiatives/serre')
    expect([moved.status, moved.location]).toEqual([301, '/initiatives/grande-serre'])
    await update(id, { _status: 'draft' })
    expect((await site.get('/initiatives/grande-serre')).status).toBe(410)
  })

  it('is given an address by its title, which no page of the editors’ takes from it', async () => {
    const { slug } = await create({ title: 'Un four à pain', _status: 'published' })
    expect(slug).toBe('un-four-a-pain')
    const page = app.payload.create({
      collection: 'pages',
      data: { title: 'Initiatives', slug: 'initiatives', parent: null, _status: 'published' },
    })
    await expect(page).rejects.toMatchObject({ code: 'address-taken' })
  })

  it('is linked to from texts, and opens the files that hang on it', async () => {
    const { makePdf, makeEvent } = await fromCopy<typeof publishing>('tests/support/publishing.ts')
    const { id: file, filename } = await makePdf(app.payload, 'plan-du-rucher')
    const open = () => fetch(`${door.url}/api/files/file/${filename}`)
    expect((await open()).status).not.toBe(200)
    const rucher = await create({ title: 'Un rucher', slug: 'rucher', paper: file, _status: 'published' })
    expect((await open()).status).toBe(200)
    await makeEvent(app.payload, { title: 'Fête', slug: 'fete', programme: linkTo(rucher.id) as never })
    expect((await site.get('/evenements/fete')).html).toContain('href="/initiatives/rucher"')
  })

  it('is shown otherwise from its own moment on', async () => {
    await create({
      title: 'Une haie',
      slug: 'haie',
      endsAt: '2031-05-05T10:00:00.000Z',
      endsAt_tz: 'Europe/Paris',
      _status: 'published',
    })
    const { setClock } = await fromCopy<typeof clock>('src/lib/clock.ts')
    try {
      setClock(() => new Date('2031-05-05T09:59:59.000Z'))
      expect((await site.get('/initiatives/haie')).text).not.toContain('close')
      setClock(() => new Date('2031-05-05T10:00:00.000Z'))
      expect((await site.get('/initiatives/haie')).text).toContain('Cette initiative est close.')
    } finally {
      setClock(null)
    }
  })

  it('is published at a moment that an editor chose', async () => {
    const { config } = app as { config: { collections: Payload['config']['collections'] } }
    const paths = config.collections.find(({ slug }) => slug === ('initiatives' as string))?.endpoints
    expect((paths || []).map(({ path: each }) => each)).toEqual(
      expect.arrayContaining(['/:id/schedule', '/:id/unschedule']),
    )
  })
})

/** A text that links to an initiative. */
function linkTo(id: string): unknown {
  const { root: body } = richText('Voir')
  const [paragraph] = body.children
  const link = {
    type: 'link',
    version: 3,
    fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'initiatives', value: id } },
    children: [{ type: 'text', version: 1, text: 'le rucher', format: 0, detail: 0, mode: 'normal', style: '' }],
    format: '',
    indent: 0,
    direction: 'ltr',
  }
  return { root: { ...body, children: [{ ...paragraph, children: [link] }] } }
}
