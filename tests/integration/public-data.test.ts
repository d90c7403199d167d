import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member, Publication } from '../../src/payload-types.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { validSiren } from '../support/factories.ts'
import { makeColleague, makeMember } from '../support/governance.ts'
import { makePublication } from '../support/publishing.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

let app: TestApp
let door: TestDoor
let federation: Member
let lin: Member
let trader: Member
let publication: Publication

const ORIGIN = 'http://localhost:3000'
const sirens = { federation: validSiren(), lin: validSiren(), trader: validSiren() }

beforeAll(async () => {
  app = await startApp()
  door = await openSiteDoor(app)
  federation = await makeMember(app.payload, {
    legalName: 'Fédération de l’Est',
    organisation: { legalName: 'Fédération de l’Est', siren: sirens.federation, legalForm: 'association' },
    directory: { listed: true, city: 'Nancy', region: '44' },
  })
  lin = await makeMember(app.payload, {
    legalName: 'Atelier "du lin", Paris',
    acronym: '=SOMME(A1)',
    kind: 'partner',
    network: federation.id,
    organisation: { legalName: 'Atelier du lin', siren: sirens.lin },
    directory: { listed: true, city: 'Paris', region: '11', website: 'https://lin.example', description: 'Une\nligne' },
  })
  trader = await makeMember(app.payload, {
    legalName: 'Zoé Petit',
    organisation: { legalName: 'Zoé Petit', siren: sirens.trader, legalForm: 'entreprise-individuelle' },
    directory: { listed: true, city: 'Saint-Barthélemy', region: 'outre-mer' },
  })
  const hidden = await makeMember(app.payload, { legalName: 'Réseau caché', directory: { listed: false } })
  await makeMember(app.payload, { legalName: 'Dans l’ombre', network: hidden.id })
  publication = await makePublication(app.payload, { title: 'Note', slug: 'une-note', kind: 'watch' })
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

type Told = {
  id: string
  legalName: string
  siren: string | null
  slug: string
  url: string
  kind: string
  kindLabel?: string
  region: { code: string | null; name: string } | null
  network: { id: string; legalName: string; siren: string | null; slug: string; url: string } | null
}

async function read<Body>(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${door.url}/api${path}`, { headers })
  const text = await response.text()
  const body: Body = JSON.parse(text === '' ? '{}' : text)
  return { status: response.status, headers: response.headers, text, body }
}

describe('a member, as anybody reads it by the API', () => {
  it('says who it is, where its page is, and which network it belongs to', async () => {
    const { body } = await read<{ docs: Told[] }>('/members')
    const told = body.docs.find(({ id }) => id === lin.id)
    expect(told).toMatchObject({
      siren: sirens.lin,
      kind: 'partner',
      slug: `atelier-du-lin-paris-${lin.id.slice(-8)}`,
      url: `${ORIGIN}/membres/atelier-du-lin-paris-${lin.id.slice(-8)}`,
      region: { code: '11', name: 'Île-de-France' },
      network: {
        id: federation.id,
        legalName: 'Fédération de l’Est',
        siren: sirens.federation,
        url: `${ORIGIN}/membres/federation-de-l-est-${federation.id.slice(-8)}`,
      },
    })
    expect((await read<Told>(`/members/${lin.id}`)).body).toMatchObject({
      siren: sirens.lin,
      network: { id: federation.id },
    })
    expect((await visitor(door).get(`/membres/${told?.slug ?? ''}`)).status).toBe(200)
  })

  it('is not known by its number where it is a person, nor by a region where there is none', async () => {
    const { body } = await read<Told>(`/members/${trader.id}`)
    expect(body).toMatchObject({ siren: null, region: { code: null, name: 'Outre-mer (hors régions)' }, network: null })
    expect(JSON.stringify(body)).not.toContain(sirens.trader)
  })

  it('names no network that is not in the directory', async () => {
    const { body, text } = await read<{ docs: Told[] }>('/members')
    expect(body.docs.find(({ legalName }) => legalName === 'Dans l’ombre')?.network).toBeNull()
    expect(text).not.toContain('Réseau caché')
  })

  it('is as it was chosen where fields are chosen, and follows what changes', async () => {
    const { body } = await read<{ docs: object[] }>('/members?select[legalName]=true')
    expect(Object.keys(body.docs[0] ?? {}).sort()).toEqual(['id', 'legalName'])
    const before = await read('/members')
    await app.payload.update({
      collection: 'members',
      id: federation.id,
      data: { acronym: 'FE' },
      overrideAccess: true,
    })
    const after = await read<{ docs: { acronym?: string }[] }>('/members')
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
    expect(after.body.docs.some(({ acronym }) => acronym === 'FE')).toBe(true)
  })
})

describe('a publication, as anybody reads it by the API', () => {
  it('has its text as HTML and as Markdown beside the tree of the editor', async () => {
    const { body } = await read<{ body: unknown; bodyHtml: string; bodyMarkdown: string }>(
      `/publications/${publication.id}`,
    )
    expect(body.body).toMatchObject({ root: expect.anything() })
    expect(body.bodyHtml).toMatch(/^<p>.+<\/p>$/s)
    expect(body.bodyMarkdown).toMatch(/^\S.*\n$/s)
    const list = await read<{ docs: { bodyHtml: string }[] }>('/publications')
    expect(list.body.docs[0]?.bodyHtml).toBe(body.bodyHtml)
  })
})

describe('a public reading', () => {
  it.each(['/members', '/publications', '/pages', '/members/count', '/events'])(
    'of %s is known again by its tag, and may be read by pages of other sites',
    async (path) => {
      const first = await read(path)
      const etag = first.headers.get('etag') ?? ''
      expect(first.status).toBe(200)
      expect(etag).toMatch(/^W\/"[0-9a-f]{32}"$/)
      expect(first.headers.get('cache-control')).toBe('public, no-cache')
      expect(first.headers.get('vary')).toContain('Authorization, Cookie, Accept-Language')
      expect(first.headers.get('access-control-allow-origin')).toBe('*')
      expect(first.headers.get('access-control-expose-headers')).toContain('ETag')
      expect(first.headers.get('access-control-allow-methods')).toBeNull()
      const again = await read(path, { 'If-None-Match': etag })
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
      expect((await read(path, { 'If-None-Match': '"another"' })).status).toBe(200)
    },
  )

  it('says before it is made that it may be, and that nothing else may', async () => {
    const asked = (path: string) =>
      fetch(`${door.url}/api${path}`, {
        method: 'OPTIONS',
        headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET' },
      })
    const { status, headers } = await asked('/members')
    expect([status, headers.get('access-control-allow-origin'), headers.get('access-control-allow-methods')]).toEqual([
      204,
      '*',
      'GET, HEAD',
    ])
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    expect((await asked('/adhesions/sign')).headers.get('access-control-allow-origin')).toBeNull()
  })

  it('is for who asked where they say who they are: kept by nobody, read by no other site', async () => {
    const { token } = await makeColleague(app.payload, ['secretariat'])
    const { headers, status } = await read('/members', { Authorization: `JWT ${token}` })
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    const sent = await fetch(`${door.url}/api/adhesions`, { method: 'POST' })
    expect(sent.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('the open directory', () => {
  it('is one JSON document with its licence, codes and French labels', async () => {
    const { status, headers, body } = await read<{ licence: object; totalDocs: number; docs: Told[] }>(
      '/directory.json',
    )
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('application/json')
    expect(body.licence).toEqual({
      name: 'Licence Ouverte 2.0',
      url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    })
    expect(body.totalDocs).toBe(4)
    expect(body.docs.map(({ legalName }) => legalName)).not.toContain('Réseau caché')
    expect(body.docs.find(({ id }) => id === lin.id)).toMatchObject({
      siren: sirens.lin,
      kind: 'partner',
      kindLabel: 'Partenaire',
      region: { code: '11', name: 'Île-de-France' },
      network: { siren: sirens.federation },
    })
    expect(JSON.stringify(body)).not.toContain(sirens.trader)
  })

  it('is a CSV of the same, in which nothing is reckoned', async () => {
    const response = await fetch(`${door.url}/api/directory.csv`)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="cpof-annuaire.csv"')
    const text = await response.text()
    const [names = '', ...lines] = text.split('\r\n')
    expect(names.split(',').slice(0, 7)).toEqual(['id', 'siren', 'slug', 'url', 'legal_name', 'acronym', 'kind'])
    expect(lines.filter(Boolean)).toHaveLength(4)
    expect(text).toContain(`"Atelier ""du lin"", Paris",'=SOMME(A1),partner,Partenaire,`)
    expect(text).toContain('"Une\nligne"')
  })

  it.each(['/directory.json', '/directory.csv'])('of %s is kept and read by whoever likes', async (path) => {
    const response = await fetch(`${door.url}/api${path}`)
    await response.arrayBuffer()
    const etag = response.headers.get('etag') ?? ''
    expect(etag).not.toBe('')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cache-control')).toContain('no-cache')
    const again = await fetch(`${door.url}/api${path}`, {
      headers: { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' },
    })
    expect(again.status).toBe(304)
    const posted = await fetch(`${door.url}/api${path}`, { method: 'POST' })
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect((await fetch(`${door.url}/api${path}`, { method: 'OPTIONS' })).status).toBe(204)
    expect((await fetch(`${door.url}/api${path}`, { method: 'HEAD' })).status).toBe(200)
  })

  it('is told of by a page of the site that names its licence and leads to its files', async () => {
    const page = await visitor(door).get('/donnees-ouvertes')
    expect(page.status).toBe(200)
    expect(page.html).toContain('href="/api/directory.csv"')
    expect(page.html).toContain('href="/api/directory.json"')
    expect(page.text).toContain('Licence Ouverte 2.0')
    expect((await visitor(door).get('/membres')).html).toContain('href="/donnees-ouvertes"')
  })
})
