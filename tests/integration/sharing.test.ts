import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { linksTo, picture, publishedPage } from '../support/pages.ts'
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

const soon = { timeout: 5_000, interval: 100 }
const told = (html: string, property: string) =>
  new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1]
const dataIn = (html: string): unknown =>
  JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? 'null')

describe('a page that is shared', () => {
  it('is shown by its title, its summary and the mark, which is there', async () => {
    await publishedPage(app.payload, { slug: 'simple', title: 'Simple', summary: 'En quelques mots.' })
    const { html } = await site.get('/simple')
    expect([
      told(html, 'og:title'),
      told(html, 'og:description'),
      told(html, 'og:image'),
      told(html, 'og:locale'),
    ]).toEqual(['Simple', 'En quelques mots.', 'http://localhost:3000/partage.png', 'fr_FR'])
    const mark = await fetch(`${door.url}/partage.png`)
    expect([mark.status, mark.headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  it('is shown as its editors want it elsewhere, and under its own title on the site', async () => {
    const { id } = await picture(app.payload, 'partage-de-page')
    await publishedPage(app.payload, {
      slug: 'choisie',
      title: 'Titre long',
      summary: 'Résumé',
      metaTitle: 'Titre court',
      metaDescription: 'Pour ailleurs',
      image: id,
    })
    const { html, text } = await site.get('/choisie')
    expect([told(html, 'og:title'), told(html, 'og:description'), told(html, 'og:image')]).toEqual([
      'Titre court',
      'Pour ailleurs',
      expect.stringMatching(/^http:\/\/localhost:3000\/api\/media\/file\/partage-de-page-1x1-[0-9a-f]{8}\.webp$/),
    ])
    expect(html).toContain('<title>Titre court – CPOF</title>')
    expect(text).toContain('Titre long')
  })
})

describe('what search engines are told', () => {
  it('is the association on the front page, an event, a report, an article', async () => {
    await publishedPage(app.payload, { slug: 'accueil', title: 'Accueil' })
    await makeEvent(app.payload, {
      title: 'Rencontre',
      slug: 'rencontre',
      place: 'Salle des fêtes\n29200 Brest',
      link: 'https://visio.example/a',
    })
    await makePublication(app.payload, { title: 'Rapport', slug: 'rapport', kind: 'report', authors: ['Ada Martin'] })
    await makePublication(app.payload, { title: 'Communiqué', slug: 'communique' })
    expect(dataIn((await site.get('/')).html)).toMatchObject({
      '@type': 'Organization',
      alternateName: 'CPOF',
      url: 'http://localhost:3000/',
    })
    expect(dataIn((await site.get('/evenements/rencontre')).html)).toMatchObject({
      '@type': 'Event',
      name: 'Rencontre',
      location: [{ '@type': 'Place', name: 'Salle des fêtes', address: 'Salle des fêtes, 29200 Brest' }],
    })
    expect(dataIn((await site.get('/publications/rapport')).html)).toMatchObject({
      '@type': 'Report',
      headline: 'Rapport',
      author: [{ '@type': 'Person', name: 'Ada Martin' }],
    })
    expect(dataIn((await site.get('/publications/communique')).html)).toMatchObject({
      '@type': 'Article',
      author: { '@type': 'Organization' },
    })
  })
})

describe('a link of a text', () => {
  it('leads to publications, events, documents and files, and follows what is renamed', async () => {
    const { payload } = app
    const publication = await makePublication(payload, { title: 'Une note', slug: 'une-note' })
    const event = await makeEvent(payload, { title: 'Une soirée', slug: 'une-soiree' })
    const file = await makePdf(payload, 'reglement')
    const document = await payload.create({
      collection: 'documents',
      data: { title: 'Règlement', kind: 'rules', day: '2026-01-01', file: file.id, visibility: 'public' },
      depth: 0,
    })
    const content = linksTo([
      ['publications', publication.id, 'la note'],
      ['events', event.id, 'la soirée'],
      ['documents', document.id, 'le règlement'],
      ['files', file.id, 'le fichier'],
    ])
    await publishedPage(payload, { slug: 'renvois', title: 'Renvois', layout: [{ blockType: 'richText', content }] })
    const links = async () =>
      [
        ...(await site.get('/renvois')).html.matchAll(
          /<a href="([^"]+)">(la note|la soirée|le règlement|le fichier)</g,
        ),
      ].map(([, href]) => href)
    expect(await links()).toEqual([
      '/publications/une-note',
      '/evenements/une-soiree',
      '/documents',
      '/api/files/file/reglement.pdf',
    ])
    await payload.update({
      collection: 'publications',
      id: publication.id,
      data: { slug: 'la-note', _status: 'published' },
      depth: 0,
    })
    await expect.poll(links, soon).toContain('/publications/la-note')
    await expect(
      payload.update({ collection: 'events', id: event.id, data: { _status: 'draft' }, depth: 0 }),
    ).rejects.toMatchObject({ code: 'in-use' })
    await payload.db.updateOne({ collection: 'events', id: event.id, data: { _status: 'draft' } })
    await expect.poll(links, soon).toHaveLength(3)
  })

  it('says of a file in a text what it is and how large', async () => {
    const { payload } = app
    const data = Buffer.concat([
      Buffer.from('%PDF-1.4\n'),
      Buffer.alloc(40_000, ' '),
      Buffer.from('\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n'),
    ])
    const { id } = await payload.create({
      collection: 'media',
      data: { title: 'Le dépliant' },
      file: { data, name: 'depliant.pdf', mimetype: 'application/pdf', size: data.length },
      locale: 'fr',
      depth: 0,
    })
    const upload = { type: 'upload', version: 3, id: 'u', format: '', relationTo: 'media', value: id, fields: {} }
    const { root } = linksTo([])
    await publishedPage(payload, {
      slug: 'avec-fichier',
      title: 'Avec fichier',
      layout: [{ blockType: 'richText', content: { root: { ...root, children: [upload] } } }],
    })
    expect((await site.get('/avec-fichier')).html).toMatch(
      /<a href="http:\/\/localhost:3000\/api\/media\/file\/depliant\.pdf" type="application\/pdf">Le dépliant \(PDF, 40\u00a0ko\)<\/a>/,
    )
  })
})
