import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { draftPage, publishedPage } from '../support/pages.ts'
import { makeEvent, makePublication } from '../support/publishing.ts'
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

const soon = { timeout: 5_000, interval: 100 }
const status = async (path: string) => (await site.get(path)).status

describe('an address whose page was taken back', () => {
  it('says so in the dress of the site, in the language of the address, and what to do', async () => {
    const { id } = await publishedPage(app.payload, { slug: 'saison', title: 'La saison' })
    await expect.poll(() => status('/saison'), soon).toBe(200)
    await app.payload.update({ collection: 'pages', id, data: { _status: 'draft' }, depth: 0 })
    await expect.poll(() => status('/saison'), soon).toBe(410)
    const { text, headers } = await site.get('/saison')
    expect(text).toContain('Cette page a été retirée')
    expect(text).toContain('Aller à l’accueil')
    expect(headers.get('cache-control')).toBe('no-store')
    const english = await site.get('/en/saison')
    expect(english.status).toBe(410)
    expect(english.text).toContain('This page was removed')
    await app.payload.update({ collection: 'pages', id, data: { _status: 'published' }, depth: 0 })
    await expect.poll(() => status('/saison'), soon).toBe(200)
  })

  it('is never that of a draft, whose address says nothing', async () => {
    const { id } = await draftPage(app.payload, { slug: 'projet', title: 'Projet' })
    await app.payload.delete({ collection: 'pages', id })
    expect(await status('/projet')).toBe(404)
  })
})

describe.each([
  [
    'publications',
    '/publications',
    (slug: string, data: object) => makePublication(app.payload, { title: slug, slug, ...data }),
  ],
  ['events', '/evenements', (slug: string, data: object) => makeEvent(app.payload, { title: slug, slug, ...data })],
] as const)('an address of %s', (collection, at, make) => {
  const change = (id: string, data: object, draft = false) =>
    app.payload.update({ collection, id, data, draft, depth: 0 })

  it('leads to the new one, by whatever it was called before', async () => {
    const { id } = await make('un', {})
    await change(id, { slug: 'deux' }, true)
    expect(await status(`${at}/un`)).toBe(200)
    await change(id, { slug: 'deux', _status: 'published' })
    await change(id, { slug: 'trois', _status: 'published' })
    for (const old of ['un', 'deux'])
      await expect.poll(() => site.get(`${at}/${old}`), soon).toMatchObject({ status: 301, location: `${at}/trois` })
    await change(id, { slug: 'un', _status: 'published' })
    await expect.poll(() => status(`${at}/un`), soon).toBe(200)
    await expect.poll(() => site.get(`${at}/trois`), soon).toMatchObject({ status: 301, location: `${at}/un` })
  })

  it('is gone when it was taken back or deleted, and comes back', async () => {
    const { id } = await make('retire', {})
    expect(await status(`${at}/retire`)).toBe(200)
    await change(id, { _status: 'draft' })
    await expect.poll(() => status(`${at}/retire`), soon).toBe(410)
    await change(id, { _status: 'published' })
    await expect.poll(() => status(`${at}/retire`), soon).toBe(200)
    await app.payload.delete({ collection, id })
    await expect.poll(() => status(`${at}/retire`), soon).toBe(410)
  })

  it('was never one while it was a draft', async () => {
    const { id } = await make('brouillon', { _status: 'draft' })
    await app.payload.delete({ collection, id })
    expect(await status(`${at}/brouillon`)).toBe(404)
  })
})

describe('a publication under embargo', () => {
  it('leaves nothing that tells that it was there', async () => {
    const { id } = await makePublication(app.payload, {
      title: 'Plus tard',
      slug: 'plus-tard',
      embargoUntil: '2999-01-01T00:00:00.000Z',
    })
    await app.payload.update({
      collection: 'publications',
      id,
      data: { slug: 'bien-plus-tard', _status: 'published' },
      depth: 0,
    })
    await app.payload.delete({ collection: 'publications', id })
    for (const slug of ['plus-tard', 'bien-plus-tard']) expect(await status(`/publications/${slug}`)).toBe(404)
  })
})
