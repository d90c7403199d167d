import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '../../src/lib/clock.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { makeUser, richText } from '../support/governance.ts'
import { makePdf, makePublication, PDF } from '../support/publishing.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

/** Words that stand in what nobody may read yet, and nowhere else. */
const SECRETS = ['Chrysanthème', 'Hellébore', 'Orchidée'] as const
const [DRAFT, EMBARGOED, REVISED] = SECRETS

/** When the embargo ends. */
const FREE = new Date(Date.now() + 10 * 24 * 3_600_000)

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>

const everywhere = (word: string) => ({
  title: `${word} du titre`,
  abstract: `${word} du résumé`,
  authors: [`${word} Auteur`],
  source: word,
  body: richText(`${word} du texte`),
  errata: [{ day: '2026-04-01', text: `${word} corrigé` }],
})

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  await makePublication(payload, {
    title: 'Former & transmettre',
    slug: 'former-et-transmettre',
    kind: 'position',
    publishedOn: '2026-03-02',
    themes: ['funding', 'access'],
    regions: ['53'],
    authors: ['Ada Martin', 'Jean Dupré'],
    abstract: 'Ce que nous <b>proposons</b>.',
    body: richText('Le texte parle des tournesols.'),
    pdf: (await makePdf(payload, 'former')).id,
    errata: [{ day: '2026-04-01', text: 'La page 3 a été corrigée.' }],
  })
  await makePublication(payload, {
    title: 'Un décret attendu',
    slug: 'un-decret',
    kind: 'watch',
    publishedOn: '2025-05-05',
    source: 'https://journal.example/decret',
    deadline: '2026-12-31',
    themes: ['quality'],
    regions: ['84'],
  })
  await makePublication(payload, {
    ...everywhere(DRAFT),
    slug: 'en-projet',
    _status: 'draft',
    pdf: (await makePdf(payload, 'chrysantheme')).id,
  })
  await makePublication(payload, {
    ...everywhere(EMBARGOED),
    slug: 'sous-embargo',
    embargoUntil: FREE.toISOString(),
    pdf: (await makePdf(payload, 'hellebore')).id,
  })
  const revised = await makePublication(payload, { title: 'Revue', slug: 'revue' })
  await payload.update({
    collection: 'publications',
    id: revised.id,
    data: { ...everywhere(REVISED), _status: 'draft', pdf: (await makePdf(payload, 'orchidee')).id },
    draft: true,
  })
  door = await openSiteDoor(app)
  site = visitor(door)
})

afterEach(() => setClock(null))
afterAll(async () => {
  await door.close()
  await app.stop()
})

/** Whether a text names something that nobody may read yet, in full or as an address writes it. */
const leaks = (text: string): string[] =>
  SECRETS.filter(
    (word) =>
      text.includes(word) || text.toLowerCase().includes(word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()),
  )

describe('what is not released', () => {
  it('has not a word on any page, in the feed, the sitemap or the search', async () => {
    for (const path of [
      '/',
      '/publications',
      '/publications?nature=statement',
      '/publications?annee=2026',
      '/publications.atom',
      '/sitemap.xml',
      '/publications/revue',
      '/regions/bretagne',
    ]) {
      const { status, html } = await site.get(path)
      expect({ path, status: path === '/' ? 200 : status, leaks: leaks(html) }).toEqual({
        path,
        status: 200,
        leaks: [],
      })
    }
    for (const slug of ['en-projet', 'sous-embargo']) {
      const { status, html } = await site.get(`/publications/${slug}`)
      expect({ slug, status, leaks: leaks(html) }).toEqual({ slug, status: 404, leaks: [] })
    }
    for (const word of SECRETS)
      expect((await site.get(`/recherche?q=${encodeURIComponent(word)}`)).text).toContain('Rien ne correspond')
  })

  it('comes by no way of the API', async () => {
    const ids = (
      await app.payload.find({ collection: 'publications', pagination: false, overrideAccess: true })
    ).docs.map(({ id }) => id)
    const files = (await app.payload.find({ collection: 'files', pagination: false, overrideAccess: true })).docs.map(
      ({ id }) => id,
    )
    expect({ ids: ids.length, files: files.length }).toEqual({ ids: 5, files: 4 })
    const queries = [
      '',
      '?draft=true',
      '?depth=2',
      '?draft=true&depth=2&overrideAccess=true&showHiddenFields=true',
      '?trash=true',
      '?locale=all',
      '?where[_status][equals]=draft&draft=true',
      '?where[slug][equals]=en-projet',
      '?where[slug][equals]=sous-embargo',
      '?sort=-embargoUntil&limit=100',
    ]
    const paths = [
      ...queries.map((query) => `publications${query}`),
      ...ids.flatMap((id) => [
        `publications/${id}`,
        `publications/${id}?draft=true`,
        `publications/${id}?draft=true&depth=2`,
      ]),
      'publications/versions',
      'publications/versions?depth=2',
      ...ids.map((id) => `publications/versions?where[parent][equals]=${id}`),
      'files',
      'files?depth=2&limit=100',
      ...files.map((id) => `files/${id}`),
    ]
    for (const path of paths) {
      const { status, html } = await site.get(`/api/${path}`)
      expect({ path, known: [200, 400, 401, 403, 404].includes(status), leaks: leaks(html) }).toEqual({
        path,
        known: true,
        leaks: [],
      })
    }
    // What is released is found by such questions: they can tell.
    for (const question of ['where[title][like]=Former', 'where[pdf.filename][like]=former'])
      expect((await site.get(`/api/publications/count?${question}`)).html).toContain('"totalDocs":1')
    for (const word of SECRETS) {
      for (const field of ['title', 'abstract', 'authors', 'source', 'errata.text', 'pdf.filename']) {
        for (const draft of ['', '&draft=true']) {
          const path = `/api/publications/count?where[${field}][like]=${encodeURIComponent(field === 'pdf.filename' ? word.slice(0, 3).toLowerCase() : word)}${draft}`
          expect({ path, found: /"totalDocs":[1-9]/.test((await site.get(path)).html) }).toEqual({ path, found: false })
        }
      }
    }
  })

  it('keeps its PDF to itself', async () => {
    for (const name of ['chrysantheme', 'hellebore', 'orchidee']) {
      const { status } = await site.get(`/api/files/file/${name}.pdf`)
      expect({ name, closed: [401, 403, 404].includes(status) }).toEqual({ name, closed: true })
    }
    const open = await fetch(`${door.url}/api/files/file/former.pdf`)
    expect(open.status).toBe(200)
    expect(Buffer.from(await open.arrayBuffer())).toEqual(PDF)
  })

  it('is read by everybody from the moment at which its embargo ends', async () => {
    setClock(() => new Date(FREE.getTime() - 1))
    expect((await site.get('/api/publications?where[slug][equals]=sous-embargo')).html).toContain('"totalDocs":0')
    setClock(() => FREE)
    expect((await site.get('/api/publications?where[slug][equals]=sous-embargo')).html).toContain(EMBARGOED)
    await expect
      .poll(async () => (await site.get('/publications/sous-embargo')).text, { timeout: 5_000 })
      .toContain(EMBARGOED)
    const { html } = await site.get('/publications.atom')
    expect(html).toContain(`<published>${FREE.toISOString()}</published>`)
    expect((await site.get('/api/files/file/hellebore.pdf')).status).toBe(200)
    setClock(null)
    await expect.poll(async () => (await site.get('/publications/sous-embargo')).status, { timeout: 5_000 }).toBe(404)
  })
})

describe('the publications', () => {
  it.each([
    ['nature=position', ['Former'], ['décret', 'Revue']],
    ['theme=quality', ['décret'], ['Former']],
    ['annee=2025', ['décret'], ['Former']],
    // What names no region concerns all of them.
    ['region=53', ['Former', 'Revue'], ['décret']],
    ['nature=&theme=&region=&annee=', ['Former', 'décret', 'Revue'], []],
    ['nature=x&theme=y&region=99&annee=0000', ['Former', 'décret', 'Revue'], []],
    ['nature=constructor&annee[]=2025', ['Former', 'décret', 'Revue'], []],
  ])('are chosen by %s', async (query, found, others) => {
    const { status, text } = await site.get(`/publications?${query}`)
    const list = text.slice(text.indexOf('Afficher'))
    expect(status).toBe(200)
    for (const word of found) expect(list).toContain(word)
    for (const word of others) expect(list).not.toContain(word)
  })

  it('each have a page that says who, when, about what, and what was corrected', async () => {
    const { status, text, html } = await site.get('/publications/former-et-transmettre')
    expect(status).toBe(200)
    for (const words of [
      'Note de position',
      'Former & transmettre',
      '2 mars 2026',
      'Ada Martin, Jean Dupré',
      'Financement, Accès et inclusion',
      'Bretagne',
      'tournesols',
      'Corrigé le 1er avril 2026 : La page 3 a été corrigée.',
    ])
      expect(text).toContain(words)
    expect(html).toContain('href="/api/files/file/former.pdf"')
    expect(html).toContain('&lt;b&gt;proposons')
    const watch = await site.get('/publications/un-decret')
    expect(watch.html).toContain('href="https://journal.example/decret"')
    expect(watch.text).toContain('31 décembre 2026')
    for (const path of ['/publications/rien', '/publications/%00', '/publications/%E0%A4%A'])
      expect([400, 404]).toContain((await site.get(path)).status)
  })

  it('are shown by the region that they are about', async () => {
    expect((await site.get('/regions/bretagne')).text).toContain('À lire sur la région Former & transmettre')
    expect((await site.get('/regions/corse')).text).not.toContain('À lire')
  })

  it('are found by the search, and named to search engines', async () => {
    expect((await site.get('/recherche?q=tournesols')).text).toContain('Former & transmettre Publication')
    expect((await site.get('/sitemap.xml')).html).toContain('/publications/former-et-transmettre</loc>')
  })

  it('are followed by a feed that a reader of feeds reads', async () => {
    const { status, html, headers } = await site.get('/publications.atom')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('application/atom+xml')
    expect([...html.matchAll(/<entry>[\s\S]*?<title>([^<]*)</g)].map(([, title]) => title)).toEqual([
      'Former &amp; transmettre',
      'Revue',
      'Un décret attendu',
    ])
    expect(html).toContain('<summary>Ce que nous &lt;b&gt;proposons&lt;/b&gt;.</summary>')
    expect((await site.get('/publications')).html).toContain(
      '<link rel="alternate" type="application/atom+xml" href="/publications.atom"',
    )
  })
})

describe('a file', () => {
  it('is a PDF by its content, whatever it is called', async () => {
    const editor = await makeUser(app.payload, ['editor'])
    const upload = (data: Buffer) =>
      app.payload.create({
        collection: 'files',
        data: {},
        file: { data, name: 'note.pdf', mimetype: 'application/pdf', size: data.length },
        user: editor,
        overrideAccess: false,
      })
    for (const content of ['<html><script>alert(1)</script></html>', '%PDF-1.4 cut short', ''])
      await expect(upload(Buffer.from(content))).rejects.toThrow()
    await expect(upload(PDF)).resolves.toMatchObject({ mimeType: 'application/pdf' })
  })
})

it('a publication does not appear under a day that has not come, but for that of the end of its embargo', async () => {
  const make = (slug: string, embargoUntil: string | null) =>
    makePublication(app.payload, { title: slug, slug, kind: 'watch', publishedOn: '2999-05-02', embargoUntil })
  await expect(make('demain', null)).rejects.toMatchObject({ code: 'day-in-future' })
  await expect(make('apres-l-embargo', '2999-05-01T08:00:00.000Z')).rejects.toMatchObject({ code: 'day-in-future' })
  expect(await make('a-la-fin-de-l-embargo', '2999-05-02T08:00:00.000Z')).toMatchObject({ _status: 'published' })
})
