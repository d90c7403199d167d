import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '../../src/payload-types.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { PASSWORD, staffUser } from '../support/factories.ts'
import { linkTo, draftPage, publishedPage } from '../support/pages.ts'
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
const change = (id: string, data: Partial<Page>) =>
  app.payload.update({
    collection: 'pages',
    id,
    data: { _status: 'published', ...data },
    locale: 'fr',
    depth: 0,
    overrideAccess: true,
  })

async function asEditor() {
  const { email } = await staffUser(app.payload, { roles: ['editor'] })
  const { token } = await app.payload.login({ collection: 'users', data: { email, password: PASSWORD } })
  return { Authorization: `JWT ${token ?? ''}` }
}

describe('a page below another', () => {
  it('has the address of both, says where it stands, and is listed above', async () => {
    const top = await publishedPage(app.payload, { slug: 'qui-sommes-nous', title: 'Qui sommes-nous' })
    const history = await publishedPage(app.payload, { slug: 'histoire', title: 'Notre histoire', parent: top.id })
    await publishedPage(app.payload, { slug: 'fondation', title: 'La fondation', parent: history.id })
    const { html } = await site.get('/qui-sommes-nous/histoire/fondation')
    expect(html).toContain('<nav class="crumbs" aria-label="Fil d’Ariane">')
    const crumbs = /<nav class="crumbs"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? ''
    expect(
      [...crumbs.matchAll(/<a itemProp="item" href="([^"]+)"><span itemProp="name">([^<]+)/gi)].map(
        ([, href, name]) => [href, name],
      ),
    ).toEqual([
      ['/', 'Accueil'],
      ['/qui-sommes-nous', 'Qui sommes-nous'],
      ['/qui-sommes-nous/histoire', 'Notre histoire'],
    ])
    expect(crumbs).toContain('<li aria-current="page">La fondation</li>')
    expect(html).toContain('<link rel="canonical" href="http://localhost:3000/qui-sommes-nous/histoire/fondation"/>')
    await expect
      .poll(async () => (await site.get('/qui-sommes-nous')).html, soon)
      .toContain('<a href="/qui-sommes-nous/histoire">Notre histoire</a>')
    for (const path of [
      '/histoire',
      '/fondation',
      '/histoire/fondation',
      '/histoire/qui-sommes-nous',
      '/qui-sommes-nous/rien',
    ])
      expect([path, await status(path)]).toEqual([path, 404])
    expect(await status('/qui-sommes-nous//histoire')).toBe(400)
    expect((await site.get('/')).html).not.toMatch(/<header[\s\S]*Notre histoire[\s\S]*<\/header>/)
    expect((await site.get('/sitemap.xml')).html).toContain(
      '<loc>http://localhost:3000/qui-sommes-nous/histoire/fondation</loc>',
    )
    await expect
      .poll(async () => (await site.get('/recherche?q=fondation')).html, soon)
      .toContain('href="/qui-sommes-nous/histoire/fondation"')
  })

  it('is read under /en at the same place', async () => {
    const { docs } = await app.payload.find({
      collection: 'pages',
      where: { slug: { equals: 'histoire' } },
      overrideAccess: true,
    })
    await app.payload.update({
      collection: 'pages',
      id: docs[0]?.id ?? '',
      locale: 'en',
      data: { title: 'Our history', translated: true, _status: 'published' },
      overrideAccess: true,
    })
    await expect
      .poll(async () => (await site.get('/en/qui-sommes-nous/histoire')).text, soon)
      .toContain('Home Qui sommes-nous Our history')
  })
})

describe('a page that moves', () => {
  it('is found under its old addresses, with all that stands below it, in both languages', async () => {
    const section = await publishedPage(app.payload, { slug: 'travaux', title: 'Travaux' })
    const notes = await publishedPage(app.payload, { slug: 'notes', title: 'Notes', parent: section.id })
    await publishedPage(app.payload, { slug: 'note-une', title: 'Note une', parent: notes.id })
    await publishedPage(app.payload, {
      slug: 'sommaire',
      title: 'Sommaire',
      layout: [{ blockType: 'richText', content: linkTo(notes.id, 'les notes') }],
    })
    expect((await site.get('/sommaire')).html).toContain('<a href="/travaux/notes">les notes</a>')

    await change(section.id, { slug: 'nos-travaux' })
    await expect
      .poll(() => site.get('/travaux/notes/note-une'), soon)
      .toMatchObject({ status: 301, location: '/nos-travaux/notes/note-une' })
    expect(await site.get('/travaux')).toMatchObject({ status: 301, location: '/nos-travaux' })
    expect(await site.get('/en/travaux/notes')).toMatchObject({ status: 301, location: '/en/nos-travaux/notes' })
    expect((await site.get('/travaux')).headers.get('cache-control')).toBe('no-cache')
    await change(notes.id, { parent: null })
    await expect.poll(() => site.get('/travaux/notes'), soon).toMatchObject({ status: 301, location: '/notes' })
    expect(await site.get('/nos-travaux/notes/note-une')).toMatchObject({ status: 301, location: '/notes/note-une' })
    await expect.poll(async () => (await site.get('/sommaire')).html, soon).toContain('<a href="/notes">les notes</a>')
    expect(await status('/notes/note-une')).toBe(200)
  })

  it('leaves its address to a page that takes it, and to nobody while it is a draft', async () => {
    const moving = await publishedPage(app.payload, { slug: 'agenda', title: 'Agenda' })
    await app.payload.update({
      collection: 'pages',
      id: moving.id,
      data: { slug: 'calendrier' },
      draft: true,
      depth: 0,
      overrideAccess: true,
    })
    expect(await status('/agenda')).toBe(200)
    expect(await status('/calendrier')).toBe(404)
    await change(moving.id, { slug: 'calendrier' })
    await expect.poll(() => site.get('/agenda'), soon).toMatchObject({ status: 301, location: '/calendrier' })
    await publishedPage(app.payload, { slug: 'agenda', title: 'Le nouvel agenda' })
    await expect.poll(() => status('/agenda'), soon).toBe(200)
    await change(moving.id, { _status: 'draft' })
    await expect.poll(() => status('/calendrier'), soon).toBe(410)
  })

  it('has its old addresses read by editors, and kept: what it left nobody deletes', async () => {
    const editor = await asEditor()
    const read = async (headers = {}) => (await fetch(`${door.url}/api/redirects`, { headers })).status
    expect([await read(), await read(editor)]).toEqual([401, 200])
    const moving = await publishedPage(app.payload, { slug: 'demenage', title: 'Déménage' })
    await change(moving.id, { slug: 'demenagee' })
    const left = `${door.url}/api/redirects?where[from][equals]=demenage`
    expect((await fetch(left, { method: 'DELETE', headers: editor })).status).toBe(200)
    expect(await (await fetch(left, { headers: editor })).json()).toMatchObject({ totalDocs: 1 })
  })

  it('says at all its addresses that it is gone when it is deleted, until another page takes one', async () => {
    const page = await publishedPage(app.payload, { slug: 'passage', title: 'Passage' })
    await change(page.id, { slug: 'passages' })
    await expect.poll(() => status('/passage'), soon).toBe(301)
    await app.payload.delete({ collection: 'pages', id: page.id, overrideAccess: true })
    await expect.poll(() => status('/passages'), soon).toBe(410)
    const { status: old, text } = await site.get('/passage')
    expect(old).toBe(410)
    expect(text).toContain('Cette page a été retirée')
    await publishedPage(app.payload, { slug: 'passage', title: 'Un autre passage' })
    await expect.poll(() => status('/passage'), soon).toBe(200)
  })
})

describe('a redirect that an editor writes', () => {
  let editor: { Authorization: string }
  beforeAll(async () => {
    editor = await asEditor()
  })

  type Answer = {
    doc?: { id: string; from: string; to: string }
    errors?: { data?: { errors: { path: string; code: string }[] } }[]
  }
  const send = async (method: string, path: string, data: object, headers = editor as Record<string, string>) => {
    const sent = await fetch(`${door.url}/api/redirects${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(data),
    })
    const { doc, errors } = (await sent.json()) as Answer
    const wrong = errors?.[0]?.data?.errors.map(({ path: at, code }) => `${at} ${code}`)
    return { status: sent.status, doc, wrong }
  }
  const write = (from: string, to: string, more = {}) => send('POST', '', { from, to, ...more })

  it('leads at once, follows what moves, and gives way to what is published there', async () => {
    expect((await send('POST', '', { from: '/x', to: '/y' }, {})).status).toBe(401)
    const goal = await publishedPage(app.payload, { slug: 'but', title: 'But' })
    expect(await status('/court')).toBe(404)
    const { status: made, doc } = await write('/court/', 'http://localhost:3000/but')
    expect([made, doc]).toMatchObject([201, { from: 'court', to: '/but' }])
    await expect.poll(() => site.get('/court'), soon).toMatchObject({ status: 301, location: '/but' })
    expect((await write('/2019/05/Bulletin.html', '/but?a=b#c')).status).toBe(201)
    await expect.poll(() => site.get('/2019/05/Bulletin.html'), soon).toMatchObject({ location: '/but?a=b#c' })
    await change(goal.id, { slug: 'nouveau-but' })
    await expect.poll(() => site.get('/court'), soon).toMatchObject({ location: '/nouveau-but' })
    await publishedPage(app.payload, { slug: 'court', title: 'Court' })
    await expect.poll(() => status('/court'), soon).toBe(200)
    const deleted = await fetch(`${door.url}/api/redirects/${doc?.id}`, { method: 'DELETE', headers: editor })
    expect(deleted.status).toBe(200)
  })

  it('leads to another site once that is confirmed', async () => {
    expect(await write('/salon', 'https://salon.example/stand')).toMatchObject({
      status: 400,
      wrong: ['elsewhere elsewhere-unconfirmed'],
    })
    expect((await write('/salon', 'https://salon.example/stand', { elsewhere: true })).status).toBe(201)
    await expect.poll(() => site.get('/salon'), soon).toMatchObject({ location: 'https://salon.example/stand' })
  })

  it('is refused with its field where it would lead in a circle, by a detour, astray, or from what is shown', async () => {
    await publishedPage(app.payload, { slug: 'montree', title: 'Montrée', englishSlug: 'shown' })
    const first = await write('/etape-1', '/etape-2')
    expect(first.status).toBe(201)
    const refused: [string, string, string][] = [
      ['/cercle', '/cercle', 'to redirect-loop'],
      ['/cercle', '/en/cercle', 'to redirect-loop'],
      ['/etape-0', '/etape-1?x=1', 'to redirect-chain'],
      ['/etape-2', '/ailleurs', 'from redirect-before'],
      ['/etape-1', '/ailleurs', 'from redirect-known'],
      ['/x', '//evil.example', 'to not-a-target'],
      ['/x', '/\\evil.example', 'to not-a-target'],
      ['/x', '/%2F/evil.example', 'to not-a-target'],
      ['/x', 'javascript:alert(1)', 'to not-a-target'],
      ['//evil.example', '/ailleurs', 'from not-a-former-address'],
      ...['montree', 'en/montree', 'en/shown', 'membres', 'contact', 'api/pages', 'robots.txt', 'adhesion/suivi/x'].map(
        (shown): [string, string, string] => [`/${shown}`, '/ailleurs', 'from address-in-use'],
      ),
    ]
    for (const [from, to, wrong] of refused)
      expect([from, to, await write(from, to)]).toMatchObject([from, to, { status: 400, wrong: [wrong] }])
    expect(await write('/x', '/y', { byHand: true })).toMatchObject({ status: 403 })
    expect(await write('/x', '/y', { couleur: 'bleu' })).toMatchObject({
      status: 400,
      wrong: ['couleur unknown-field'],
    })
  })

  it('comes from a file too, line by line', async () => {
    await publishedPage(app.payload, { slug: 'occupee', title: 'Occupée' })
    const form = new FormData()
    const lines = [
      'from;to;elsewhere',
      '/import-1;/membres;',
      '/occupee;/membres;',
      ';/membres;',
      '/import-2;https://a.example/;oui',
    ]
    form.set('file', new File([lines.join('\r\n')], 'adresses.csv', { type: 'text/csv' }))
    const sent = () => fetch(`${door.url}/api/redirects/import`, { method: 'POST', headers: editor, body: form })
    const read = async () =>
      ((await (await sent()).json()) as { results: { line: number; status: number }[] }).results.map((each) => [
        each.line,
        each.status,
      ])
    expect(await read()).toEqual([
      [2, 201],
      [3, 400],
      [4, 400],
      [5, 201],
    ])
    expect(await read()).toEqual([
      [2, 200],
      [3, 400],
      [4, 400],
      [5, 200],
    ])
    await expect.poll(() => site.get('/import-2'), soon).toMatchObject({ location: 'https://a.example/' })
  })
})

describe('a place where no page can stand', () => {
  it('is below itself, below a page that is not published, deeper than four, or below the front', async () => {
    const { payload } = app
    const one = await publishedPage(payload, { slug: 'un', title: 'Un' })
    const two = await publishedPage(payload, { slug: 'deux', title: 'Deux', parent: one.id })
    const three = await publishedPage(payload, { slug: 'trois', title: 'Trois', parent: two.id })
    const four = await publishedPage(payload, { slug: 'quatre', title: 'Quatre', parent: three.id })
    const front = await publishedPage(payload, { slug: 'accueil', title: 'Accueil' })
    const draft = await draftPage(payload, { slug: 'projet', title: 'Projet' })
    await expect(publishedPage(payload, { slug: 'membres', title: 'Membres' })).rejects.toMatchObject({
      code: 'address-taken',
    })
    await expect(change(one.id, { parent: one.id })).rejects.toMatchObject({ code: 'below-itself' })
    await expect(change(one.id, { parent: four.id })).rejects.toMatchObject({ code: 'below-itself' })
    await expect(publishedPage(payload, { slug: 'cinq', title: 'Cinq', parent: four.id })).rejects.toMatchObject({
      code: 'too-deep',
    })
    const other = await publishedPage(payload, { slug: 'autre', title: 'Autre' })
    await expect(change(one.id, { parent: other.id })).rejects.toMatchObject({ code: 'too-deep' })
    await expect(publishedPage(payload, { slug: 'cache', title: 'Caché', parent: draft.id })).rejects.toMatchObject({
      code: 'parent-unpublished',
    })
    await expect(
      publishedPage(payload, { slug: 'sous-accueil', title: 'Sous', parent: front.id }),
    ).rejects.toMatchObject({ code: 'home-stands-alone' })
    await expect(payload.delete({ collection: 'pages', id: two.id, overrideAccess: true })).rejects.toMatchObject({
      code: 'has-pages-below',
    })
    expect(await status('/un/deux/trois/quatre')).toBe(200)
  })

  it('is below a page that was taken back: what hangs on it is not found, and says nothing of it', async () => {
    const above = await publishedPage(app.payload, { slug: 'dossier-secret', title: 'Dossier secret' })
    await publishedPage(app.payload, { slug: 'piece', title: 'Une pièce', parent: above.id })
    expect(await status('/dossier-secret/piece')).toBe(200)
    await expect(change(above.id, { _status: 'draft' })).rejects.toMatchObject({ code: 'in-use' })
    expect(await status('/dossier-secret/piece')).toBe(200)
    // Past every hook, as a database that was restored or written by an earlier release may stand.
    await app.payload.db.updateOne({ collection: 'pages', id: above.id, data: { _status: 'draft' } })
    await expect.poll(() => status('/dossier-secret/piece'), soon).toBe(404)
    expect(await status('/piece')).toBe(404)
    expect((await site.get('/sitemap.xml')).html).not.toMatch(/piece|dossier-secret/)
    const asked = await fetch(`${door.url}/api/pages?where[parent.slug][equals]=dossier-secret`)
    expect(asked.status).toBe(400)
  })
})
