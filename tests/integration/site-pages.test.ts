import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sha256 } from '../../src/lib/hash.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { rawRequest, type TestDoor } from '../support/door.ts'
import { adoptCharter } from '../support/factories.ts'
import { makeMember, richText } from '../support/governance.ts'
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

type Words = { title: string; lead: string }

async function page(slug: string, { title, lead }: Words, status: 'published' | 'draft' = 'published') {
  return app.payload.create({
    collection: 'pages',
    data: { slug, title, summary: lead, layout: [{ blockType: 'opening', title, lead }], _status: status },
    locale: 'fr',
    depth: 0,
    overrideAccess: true,
  })
}

/** The head of a page. */
const headOf = (html: string) => /<header class="masthead">[\s\S]*?<\/header>/.exec(html)?.[0] ?? ''
const linksOf = (html: string) => [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = '']) => href)

describe('the head and the foot of a page', () => {
  const OWN = [
    '/',
    '/gouvernance',
    '/membres',
    '/publications',
    '/evenements',
    '/charte',
    '/recherche',
    '/nous-rejoindre',
  ]

  it('grow by nothing that is published', async () => {
    const before = await site.get('/gouvernance')
    expect(linksOf(headOf(before.html))).toEqual(OWN)
    for (let each = 0; each < 30; each += 1)
      await page(`longue-${each}`, {
        title: `${'Une page au titre fort long '.repeat(5)}${each}`.slice(-125),
        lead: 'Texte.',
      })
    const after = await site.get('/gouvernance')
    expect(linksOf(after.html)).toEqual(linksOf(before.html))
    expect(after.html).toContain('<a href="/gouvernance" aria-current="page">')
  })

  it('hold at most five links that editors chose, and the way to joining once', async () => {
    const links = ['/a', '/b', '/nous-rejoindre', '/c', '/d'].map((href) => ({ href, label: `Vers ${href}` }))
    const choose = (chosen: typeof links) =>
      app.payload.updateGlobal({ slug: 'header', data: { links: chosen }, depth: 0, overrideAccess: true })
    await choose(links)
    expect(linksOf(headOf((await site.get('/gouvernance')).html))).toEqual([
      ...['/', '/a', '/b', '/c', '/d', '/recherche', '/nous-rejoindre'],
    ])
    await expect(choose([...links, { href: '/e', label: 'E' }])).rejects.toThrow()
    await choose([])
  })

  it('sign the page with who publishes it and who founded it', async () => {
    await app.payload.updateGlobal({
      slug: 'identity',
      data: {
        legalName: 'Conférence',
        seat: '2 place du Marché\n75001 Paris',
        phone: '01 02 03 04 05',
        email: 'a@cpof.example',
      },
      depth: 0,
      overrideAccess: true,
    })
    await makeMember(app.payload, { legalName: 'Fondatrice', origin: 'founder' })
    await makeMember(app.payload, { legalName: 'Arrivée ensuite' })
    await makeMember(app.payload, { legalName: 'Hors annuaire', origin: 'founder', directory: { listed: false } })
    const { html } = await site.get('/gouvernance')
    const foot = html.slice(html.indexOf('<footer class="colophon">'))
    for (const words of ['2 place du Marché<br/>75001 Paris', 'href="tel:0102030405"', 'href="mailto:a@cpof.example"'])
      expect(foot).toContain(words)
    const founders = foot.slice(foot.indexOf('id="pied-fondateurs"'))
    expect([...founders.matchAll(/<a [^>]*>([^<]*)/g)].map(([, name]) => name)).toEqual(['Fondatrice'])
  })
})

describe('a page', () => {
  it('is shown at its address once it is published', async () => {
    await page('nos-missions', { title: 'Nos missions', lead: 'Porter la voix de ceux qui forment.' })
    const shown = await site.get('/nos-missions')
    expect(shown.status).toBe(200)
    expect(shown.html).toContain('<h1>Nos missions</h1>')
    expect(shown.html).toContain('<link rel="canonical" href="http://localhost:3000/nos-missions"/>')
    expect(shown.headers.get('cache-control')).toBe('no-cache')
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'")
    // By hand: with such a header `fetch` asks for a fresh copy as well.
    expect(
      (await rawRequest(door.port, '/nos-missions', { headers: { 'If-None-Match': shown.headers.get('etag') ?? '' } }))
        .status,
    ).toBe(304)
  })

  it('is not found while it is a draft, whatever the address asks for', async () => {
    await page('brouillon', { title: 'Un secret', lead: 'Pas encore.' }, 'draft')
    for (const path of ['/brouillon', '/brouillon?draft=true', '/en/brouillon']) {
      const shown = await site.get(path)
      expect(shown.status).toBe(404)
      expect(shown.text).not.toContain('Un secret')
    }
  })

  it('is soon gone from its address when it is taken back', async () => {
    const { id } = await page('ephemere', { title: 'Éphémère', lead: 'Pour un temps.' })
    expect((await site.get('/ephemere')).status).toBe(200)
    await app.payload.update({ collection: 'pages', id, data: { _status: 'draft' }, depth: 0, overrideAccess: true })
    await vi.waitFor(async () => expect((await site.get('/ephemere')).status).toBe(410), {
      timeout: 10_000,
      interval: 100,
    })
  })

  it('is read in English where it is translated, and offered in French before', async () => {
    const { id } = await page('qui-nous-sommes', { title: 'Qui nous sommes', lead: 'Des organismes.' })
    const offered = await site.get('/en/qui-nous-sommes')
    expect(offered.status).toBe(200)
    expect(offered.text).toContain('This page has not been translated yet.')
    expect(offered.html).toMatch(
      /<main [^>]*lang="fr"><div lang="en">.*<a href="[^"]*\/qui-nous-sommes" lang="fr" hrefLang="fr">.*<section class="opening">/,
    )
    expect(offered.html).toContain('<link rel="canonical" href="http://localhost:3000/qui-nous-sommes"/>')
    expect(offered.html).toContain('noindex')
    await app.payload.update({
      collection: 'pages',
      id,
      locale: 'en',
      depth: 0,
      overrideAccess: true,
      data: {
        translated: true,
        title: 'Who we are',
        layout: [{ blockType: 'opening', title: 'Who we are', lead: 'Training bodies.' }],
        _status: 'published',
      },
    })
    await vi.waitFor(async () => expect((await site.get('/en/qui-nous-sommes')).text).toContain('Training bodies.'), {
      timeout: 10_000,
      interval: 100,
    })
    const english = await site.get('/en/qui-nous-sommes')
    expect(english.html).toContain('<html lang="en">')
    expect(english.html).toContain('<h1>Who we are</h1>')
    const french = await site.get('/qui-nous-sommes')
    expect(french.html).toContain('<h1>Qui nous sommes</h1>')
    for (const { html } of [french, english]) {
      expect(html).toContain('<link rel="alternate" hrefLang="fr" href="http://localhost:3000/qui-nous-sommes"/>')
      expect(html).toContain('<link rel="alternate" hrefLang="en" href="http://localhost:3000/en/qui-nous-sommes"/>')
    }
    expect(french.text).toContain('Read this page in English')
    expect(english.text).toContain('Lire cette page en français')
  })

  it('links to pages that its reader may open, and to no others', async () => {
    const open = await page('ouverte', { title: 'Ouverte', lead: 'Oui.' })
    const shut = await page('fermee', { title: 'Fermée', lead: 'Non.' }, 'draft')
    const text = richText('Voir')
    const linkTo = (id: string, words: string) => ({
      type: 'link',
      version: 3,
      id: words,
      format: '',
      indent: 0,
      direction: 'ltr',
      fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'pages', value: id } },
      children: [{ type: 'text', version: 1, text: words, detail: 0, format: 0, mode: 'normal', style: '' }],
    })
    text.root.children = [
      {
        type: 'paragraph',
        version: 1,
        children: [linkTo(open.id, 'la page ouverte'), linkTo(shut.id, 'la page fermée')],
      },
    ] as never
    await app.payload.create({
      collection: 'pages',
      locale: 'fr',
      depth: 0,
      overrideAccess: true,
      data: {
        slug: 'sommaire',
        title: 'Sommaire',
        layout: [{ blockType: 'richText', content: text }],
        _status: 'published',
      },
    })
    const { html } = await site.get('/sommaire')
    expect(html).toContain('<a href="/ouverte">la page ouverte</a>')
    expect(html).toContain('la page fermée')
    expect(html).not.toContain('/fermee')
  })
})

describe('the front of the site', () => {
  it('greets even before an editor has written anything', async () => {
    const shown = await site.get('/')
    expect(shown.status).toBe(200)
    expect(shown.html).toContain('<h1 class="page-title">Conférence Permanente des Organismes de Formation</h1>')
    expect((await site.get('/en')).status).toBe(404)
  })

  it('is the page named accueil, which has no other address', async () => {
    await page('accueil', { title: 'Former, c’est émanciper', lead: 'Ensemble.' })
    await vi.waitFor(async () => expect((await site.get('/')).html).toContain('<h1>Former, c’est émanciper</h1>'), {
      timeout: 10_000,
      interval: 100,
    })
    expect(await site.get('/accueil')).toMatchObject({ status: 301, location: '/' })
  })
})

describe('the files of the look', () => {
  it('are kept for good by browsers, under addresses that change with them', async () => {
    const { html } = await site.get('/')
    const paths = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
    expect(paths.map((path) => path.split('.').at(-1)).sort()).toEqual(['css', 'svg', 'woff2'])
    for (const path of paths) {
      const { status, headers } = await site.get(path)
      expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'public, max-age=31536000, immutable'])
    }
    expect((await site.get('/assets/site.000000000000.css')).status).toBe(404)
  })
})

describe('an error', () => {
  it('is a page in the site’s dress that says what to do', async () => {
    const shown = await site.get('/rien-ici')
    expect(shown.status).toBe(404)
    expect(shown.text).toContain('Cette page n’existe pas')
    expect(shown.html).toContain('class="masthead"')
    expect(shown.html).toContain('<meta name="robots" content="noindex, nofollow"/>')
  })

  it('speaks English to who asks for it', async () => {
    expect((await site.get('/rien-ici', { 'Accept-Language': 'en' })).text).toContain('This page does not exist')
  })

  it('is told of an address that cannot be read', async () => {
    const shown = await site.get('/%E0%A4%A')
    expect(shown.status).toBe(400)
    expect(shown.text).toContain('Cette demande ne peut pas être lue')
  })
})

describe('the charter', () => {
  it('is awaited while none is in force', async () => {
    expect((await site.get('/charte')).text).toContain('Aucune charte n’est en vigueur')
  })

  it('is read as the text in force, with its SHA-256 and the very bytes that it is of', async () => {
    const first = await adoptCharter(app.payload, { number: 1, text: '# Charte\n\nLa première\u00a0: « former ».\n' })
    await vi.waitFor(async () => expect((await site.get('/charte')).text).toContain('La première'), {
      timeout: 10_000,
      interval: 100,
    })
    const shown = await site.get('/charte')
    expect(shown.text).toContain(first.sha256)
    const bytes = await fetch(`${door.url}/charte/1.md`)
    expect(bytes.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(sha256(Buffer.from(await bytes.arrayBuffer()))).toBe(first.sha256)
  })

  it('keeps the versions that were replaced, and shows those that are to come as such', async () => {
    await adoptCharter(app.payload, { number: 2, text: '# Charte\n\nLa deuxième.\n' })
    await adoptCharter(app.payload, { number: 3, effectiveOn: '2999-01-01', text: '# Charte\n\nLa troisième.\n' })
    await vi.waitFor(async () => expect((await site.get('/charte')).text).toContain('La deuxième'), {
      timeout: 10_000,
      interval: 100,
    })
    await vi.waitFor(
      async () =>
        expect((await site.get('/charte/1')).text).toContain('Cette version a été remplacée par la version 2.'),
      { timeout: 10_000, interval: 100 },
    )
    await vi.waitFor(
      async () => expect((await site.get('/charte/2')).text).toContain('Ce qui a changé depuis la version 1'),
      { timeout: 10_000, interval: 100 },
    )
    const changes = await site.get('/charte/2/changements')
    expect(changes.status).toBe(200)
    expect(changes.html).toMatch(/<ins>[^<]*deuxième[^<]*<\/ins>/)
    expect(changes.html).toMatch(/<del>[^<]*première[^<]*<\/del>/)
    for (const path of ['/charte/1/changements', '/charte/9/changements', '/charte/x/changements'])
      expect((await site.get(path)).status).toBe(404)
    expect((await site.get('/charte/3')).text).toContain('Entre en vigueur le 1er janvier 2999')
    for (const path of ['/charte/4', '/charte/4.md', '/charte/01', '/charte/x'])
      expect((await site.get(path)).status).toBe(404)
  })
})
