import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addDays, parisDay, startOfParisDay } from '../../src/lib/dates.ts'
import { setClock } from '../../src/lib/clock.ts'
import { searchKeyOf } from '../../src/membership/search-key.ts'
import type { Member } from '../../src/payload-types.ts'
import { memberHref } from '../../src/site/kinds/members/kind.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { adoptCharter } from '../support/factories.ts'
import { makeBody, makeCharter, makeMandate, makeMember, makePerson, richText } from '../support/governance.ts'
import { shadow } from '../../src/lib/shadow.ts'
import { readEnv } from '../../src/env.ts'
import { PRESENTATIONS } from '../../src/site/kinds/index.ts'
import { openSite } from '../../src/site/routes.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

const SECRET = 'Chrysanthème'
const today = parisDay(new Date())

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>
let school: Member

const member = (legalName: string, data: Partial<Member> = {}): Promise<Member> =>
  makeMember(app.payload, { legalName, searchKey: searchKeyOf(legalName, data.acronym), ...data })

beforeAll(async () => {
  app = await startApp()
  school = await member('École buissonnière', {
    acronym: 'ÉB',
    directory: {
      listed: true,
      city: 'Limoges',
      region: '75',
      description: 'Des formations <b>rurales</b>.',
      website: 'https://ecole.example/',
    },
  })
  await member('Cœur d’Élan', { kind: 'partner', directory: { listed: true, city: 'Brest', region: '53' } })
  await member(`${SECRET} hors annuaire`, { directory: { listed: false, city: SECRET, region: '53' } })
  await member(`${SECRET} non confirmé`, { confirmed: false, directory: { listed: true, city: SECRET, region: '53' } })
  await member(`${SECRET} parti`, {
    status: 'resigned',
    endedOn: '2025-01-01',
    directory: { listed: true, city: SECRET, region: '53' },
  })
  door = await openSiteDoor(app)
  site = visitor(door)
})

afterEach(() => setClock(null))
afterAll(async () => {
  await door.close()
  await app.stop()
})

describe('the directory', () => {
  it('shows every listed member, and a word of no other', async () => {
    const { status, text, html } = await site.get('/membres')
    expect(status).toBe(200)
    expect(text).toContain('2 membres')
    expect(html).toContain(`href="${memberHref(school)}"`)
    for (const path of [
      '/membres',
      `/membres?q=${encodeURIComponent(SECRET)}`,
      '/regions/bretagne',
      '/membres?region=53',
    ]) {
      const page = await site.get(path)
      expect(page.status).toBe(200)
      expect(page.html.replace(/value="[^"]*"/g, '')).not.toContain(SECRET)
    }
  })

  it.each([
    ['q=ecole', 'École buissonnière', 'Cœur d’Élan'],
    ['q=BUISSONNIÈRE%20école', 'École buissonnière', 'Cœur d’Élan'],
    ['q=coeur', 'Cœur d’Élan', 'École buissonnière'],
    ['q=éb', 'École buissonnière', 'Cœur d’Élan'],
    ['region=53', 'Cœur d’Élan', 'École buissonnière'],
    ['qualite=member', 'École buissonnière', 'Cœur d’Élan'],
    ['q=&region=&qualite=partner', 'Cœur d’Élan', 'École buissonnière'],
  ])('finds by %s', async (query, found, other) => {
    const { status, text } = await site.get(`/membres?${query}`)
    expect(status).toBe(200)
    expect(text).toContain('Un membre')
    expect(text).toContain(found)
    expect(text).not.toContain(other)
  })

  it('names the network of a member and finds by it, as long as both are listed', async () => {
    const network = await member('Réseau des jardins', {
      acronym: 'RJ',
      directory: { listed: true, city: 'Nantes', region: '52' },
    })
    const inside = await member('Jardin du Nord', {
      network: network.id,
      directory: { listed: true, city: 'Lille', region: '32' },
    })
    const secret = await member(`${SECRET} réseau`, { directory: { listed: false } })
    const alone = await member('Jardin du Sud', {
      network: secret.id,
      directory: { listed: true, city: 'Nice', region: '93' },
    })
    const address = memberHref(network).split('/').at(-1) ?? ''
    await expect
      .poll(async () => (await site.get('/membres')).html, { timeout: 5_000 })
      .toContain(`<option value="${address}">RJ</option>`)
    const found = await site.get(`/membres?reseau=${address}`)
    expect(found.text).toContain('Un membre')
    expect(found.text).toContain('Jardin du Nord')
    expect(found.html).toContain(`<option value="${address}" selected="">RJ</option>`)
    expect((await site.get(memberHref(inside))).html).toContain(
      `<a href="${memberHref(network)}">Réseau des jardins</a>`,
    )
    expect((await site.get(memberHref(network))).text).toMatch(/Les membres de ce réseau Jardin du Nord/)
    for (const path of ['/membres', memberHref(alone), `/membres?reseau=${memberHref(secret).split('/').at(-1)}`])
      expect((await site.get(path)).html).not.toContain(SECRET)
    expect((await site.get('/api/members?where[network][exists]=true')).status).toBe(400)
    for (const { id } of [alone, secret, inside, network])
      await app.payload.delete({ collection: 'members', id, overrideAccess: true })
  })

  it('forgives a search that is none', async () => {
    for (const query of ['region=99&qualite=x', 'q=%00', 'q[]=a', `q=${'x'.repeat(5000)}`, 'q=.*', 'q=%25']) {
      const { status } = await site.get(`/membres?${query}`)
      expect({ query: query.slice(0, 20), status }).toEqual({ query: query.slice(0, 20), status: 200 })
    }
    expect((await site.get('/membres?q=.*')).text).toContain('Aucun membre')
  })

  it('shows 24 on a page, and leads to the others with what was asked for', async () => {
    const many: Member[] = []
    for (let each = 10; each < 40; each += 1)
      many.push(await member(`Maison ${each}`, { directory: { listed: true, city: 'Metz', region: '44' } }))
    try {
      const first = await site.get('/membres?q=maison')
      expect(first.html.match(/href="\/membres\/maison-/g)).toHaveLength(24)
      expect(first.text).toContain('30 membres')
      expect(first.html).toContain('<a href="/membres?q=maison&amp;page=2" rel="next">')
      const second = await site.get('/membres?q=maison&page=2')
      expect(second.html.match(/href="\/membres\/maison-/g)).toHaveLength(6)
      expect(second.html).toContain('<a href="/membres?q=maison" rel="prev">')
      for (const page of ['0', '-1', 'x', '99999999', '9'])
        expect((await site.get(`/membres?q=maison&page=${page}`)).status).toBe(200)
    } finally {
      for (const { id } of many) await app.payload.delete({ collection: 'members', id, overrideAccess: true })
    }
  })

  it('has a page of all regions', async () => {
    const { status, html } = await site.get('/regions')
    expect(status).toBe(200)
    expect(html).toContain('href="/regions/bretagne"')
  })

  it('stands in for no kind of public page that a collection says it is and the site does not show', async () => {
    const presentations = PRESENTATIONS.filter(({ kind }) => kind.collection !== 'members')
    await expect(openSite({ payload: app.payload, env: readEnv(process.env), presentations })).rejects.toThrow(
      'members stands at /membres and the site shows no page of it',
    )
  })

  it('stands in for no kind of public page whose editors could delete it for good alone', async () => {
    const { events } = app.payload.collections
    const final = { ...events, config: { ...events.config, trash: false } }
    const payload = shadow(app.payload, { collections: { ...app.payload.collections, events: final } })
    await expect(openSite({ payload, env: readEnv(process.env) })).rejects.toThrow(
      'events is published by editors and has no trash',
    )
  })

  it('counts the members of each region, on the map and in its table', async () => {
    const { html } = await site.get('/membres')
    expect(html).toContain('aria-label="BRE 1, Bretagne, un membre"')
    expect(html).toContain('aria-label="COR 0, Corse, aucun membre"')
  })
})

describe('the search over everything public', () => {
  const found = async (words: string): Promise<string> => {
    const { status, text } = await site.get(`/recherche?q=${encodeURIComponent(words)}`)
    expect(status).toBe(200)
    return text
  }

  it('finds members, bodies, pages and the charter by their words', async () => {
    await adoptCharter(app.payload, { text: '# Charte\n\nNous cultivons la **persévérance**.\n' })
    await makeBody(app.payload, { name: 'Comité du jardin', slug: 'jardin', mission: 'Arroser les dahlias.' })
    const content = richText('Le règlement intérieur des orchidées.')
    await app.payload.create({
      collection: 'pages',
      data: {
        title: 'Le règlement',
        slug: 'reglement',
        layout: [{ blockType: 'richText', content }],
        _status: 'published',
      },
      locale: 'fr',
    })
    await expect.poll(() => found('orchidees'), { timeout: 5_000 }).toContain('Le règlement Page')
    expect(await found('PERSEVERANCE')).toContain('Charte')
    expect(await found('dahlias')).toContain('Comité du jardin Instance')
    expect(await found('rurales')).toContain('École buissonnière (ÉB) Membre')
  })

  it.each(['adhérer', 'adhésion', 'devenir membre', 'rejoindre', 'cotisation'])(
    'leads to the form by « %s »',
    async (words) => {
      const { html } = await site.get(`/recherche?q=${encodeURIComponent(words)}`)
      expect(html.slice(html.indexOf('<main'))).toMatch(
        /<ul class="entries one" role="list"><li><a href="\/nous-rejoindre">/,
      )
    },
  )

  it('finds the lists of each kind and the forms by what people call them, and members by their region', async () => {
    for (const [words, href] of [
      ['membres', '/membres'],
      ['gouvernance', '/gouvernance'],
      ['lien perdu', '/adhesion/lien-perdu'],
      ['agenda', '/evenements'],
      ['contact', '/contact'],
      ['limoges', memberHref(school)],
    ] as const)
      expect((await site.get(`/recherche?q=${encodeURIComponent(words)}`)).html, words).toContain(
        `<li><a href="${href}">`,
      )
  })

  it('marks what it found, finds nothing inside words, and suggests what is near', async () => {
    const html = async (words: string) => (await site.get(`/recherche?q=${encodeURIComponent(words)}`)).html
    expect(await html('« rurale », formation ?')).toContain('<mark>rurales</mark>')
    expect(await found('tion')).toContain('Rien ne correspond')
    expect(await html('buissonnierre')).toContain('<a href="/recherche?q=buissonni%C3%A8re">buissonnière</a>')
  })

  it('says in a sentence that too much is asked for, on its page as long as the address can be read', async () => {
    const { status, text } = await site.get(`/recherche?q=${'formation '.repeat(2_000)}`)
    expect([status, text.includes('Votre recherche est trop longue')]).toEqual([200, true])
    const beyond = await site.get(`/recherche?q=${'x'.repeat(40_000)}`)
    expect(beyond.status).toBe(431)
    expect(beyond.text).toContain('Cette adresse est trop longue pour être lue')
  })

  it('finds nothing of what is hidden, not even by chance', async () => {
    await app.payload.create({
      collection: 'pages',
      data: { title: `${SECRET} en projet`, slug: 'projet', _status: 'draft' },
      locale: 'fr',
      draft: true,
    })
    await makeCharter(app.payload, { status: 'draft', adoptedAt: null, title: SECRET, canonicalText: SECRET })
    await expect.poll(() => found('dahlias'), { timeout: 5_000 }).toContain('Un résultat')
    expect(await found(SECRET)).toContain('Rien ne correspond')
    expect((await site.get('/recherche?q=%00')).status).toBe(200)
    expect((await site.get('/recherche?q=%3Cscript%3E')).html).not.toContain('<script>')
  })
})

describe('a member’s page', () => {
  it('shows the organisation and nothing of its people', async () => {
    const { status, text, html } = await site.get(memberHref(school))
    expect(status).toBe(200)
    for (const words of ['École buissonnière (ÉB)', 'Limoges', 'Nouvelle-Aquitaine', 'ecole.example'])
      expect(text).toContain(words)
    expect(html).toContain('&lt;b&gt;rurales')
    expect(html).not.toContain(school.identifierKey)
  })

  it('is found under an old name, and is none for who is not listed', async () => {
    const tail = school.id.slice(-8)
    expect(await site.get(`/membres/ancien-nom-${tail}`)).toMatchObject({ status: 301, location: memberHref(school) })
    const { docs } = await app.payload.find({
      collection: 'members',
      where: { legalName: { contains: SECRET } },
      overrideAccess: true,
    })
    expect(docs).toHaveLength(3)
    for (const hidden of docs) expect((await site.get(memberHref(hidden))).status).toBe(404)
    expect((await site.get('/membres/rien')).status).toBe(404)
    expect((await site.get('/regions/atlantide')).status).toBe(404)
  })
})

describe('what search engines are told', () => {
  it('is every public address, and each of them answers', async () => {
    await app.payload.create({
      collection: 'pages',
      data: { title: 'Nos missions', slug: 'nos-missions', _status: 'published' },
      locale: 'fr',
    })
    await app.payload.create({
      collection: 'pages',
      data: { title: SECRET, slug: 'brouillon', _status: 'draft' },
      locale: 'fr',
      draft: true,
    })
    const { html, headers } = await site.get('/sitemap.xml')
    expect(headers.get('content-type')).toContain('application/xml')
    const addresses = [...html.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address ?? '').pathname)
    expect(addresses).toEqual(
      expect.arrayContaining([
        '/nos-missions',
        '/nous-rejoindre',
        '/membres',
        '/gouvernance',
        '/regions/corse',
        memberHref(school),
      ]),
    )
    expect(addresses.join()).not.toMatch(/brouillon|chrysantheme/i)
    for (const address of addresses)
      expect({ address, status: (await site.get(address)).status }).toEqual({ address, status: 200 })
  })

  it('keeps out what is behind links and for the team', async () => {
    const { html } = await site.get('/robots.txt')
    for (const path of ['/adhesion/', '/admin', '/api/']) expect(html).toContain(`Disallow: ${path}\n`)
    expect(html).toMatch(/^Sitemap: http.+\/sitemap\.xml$/m)
  })
})

describe('a body’s page', () => {
  it('shows who sits there today, who left within a year, and nobody else', async () => {
    const body = await makeBody(app.payload, {
      name: 'Comité des fêtes',
      slug: 'comite',
      kind: 'working-group',
      joinableBy: ['member'],
    })
    const seat = async (lastName: string, data: Parameters<typeof makeMandate>[3] = {}) => {
      const person = await makePerson(app.payload, {
        firstName: 'Ada',
        lastName,
        email: `${lastName}@people.example`.toLowerCase(),
      })
      await makeMandate(app.payload, person.id, body.id, data)
    }
    await seat('Presente', { role: 'chair', lastDay: today })
    await seat('Ancienne', { firstDay: addDays(today, -500), lastDay: addDays(today, -30) })
    await seat('Oubliee', { firstDay: addDays(today, -900), lastDay: addDays(today, -400) })
    await seat('Future', { firstDay: addDays(today, 1) })
    await seat('Proposee', { confirmed: false })
    const { text } = await site.get('/gouvernance/comite')
    const [now = '', former = ''] = text.split('Mandats achevés')
    expect(now).toContain('Ada Presente Présidence')
    expect(former).toContain('Ada Ancienne')
    for (const name of ['Oubliee', 'Future', 'Proposee']) expect(text).not.toContain(name)
    await expect.poll(async () => (await site.get('/gouvernance')).text, { timeout: 5_000 }).toContain('Ada Presente')
    expect((await site.get('/gouvernance')).html).not.toContain('presente@people.example')

    setClock(() => startOfParisDay(addDays(today, 1)))
    await expect
      .poll(async () => (await site.get('/gouvernance/comite')).text.split('Mandats achevés')[0], { timeout: 5_000 })
      .toContain('Ada Future')
    expect((await site.get('/gouvernance/comite')).text.split('Mandats achevés')[1]).toContain('Ada Presente')
    expect((await site.get('/gouvernance/inconnue')).status).toBe(404)
  })
})
