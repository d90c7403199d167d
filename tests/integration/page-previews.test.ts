import { createLocalReq } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { previewHref } from '../../src/content/pages/preview-href.ts'
import { PREVIEW_DAYS } from '../../src/content/pages/preview-token.ts'
import { settingsOf } from '../../src/lib/settings.ts'
import type { Page, User } from '../../src/payload-types.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { PASSWORD, staffUser } from '../support/factories.ts'
import { draftPage, linksTo, publishedPage } from '../support/pages.ts'
import { approveDraft, makeEvent, makePublication, reviewing } from '../support/publishing.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>
let editor: string

beforeAll(async () => {
  app = await startApp()
  door = await openSiteDoor(app)
  site = visitor(door)
  const { email } = await staffUser(app.payload, { name: 'Rédaction', roles: ['editor'] })
  const { token } = await app.payload.login({ collection: 'users', data: { email, password: PASSWORD } })
  editor = token ?? ''
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

const SECRET = 'chrysanthème'
const linkTo = (id: string, at = new Date(), collection: 'pages' | 'publications' | 'events' = 'pages') =>
  previewHref(settingsOf(app.payload).TOKEN_SECRET, { collection, id, lang: 'fr' }, at)

/** What the panel sends two seconds after a key was pressed. */
const autosave = (id: string, data: object) =>
  fetch(`${door.url}/api/pages/${id}?draft=true&autosave=true`, {
    method: 'PATCH',
    headers: { Authorization: `JWT ${editor}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...data, _status: 'draft' }),
  })

const opening = (lead: string): Page['layout'] => [{ blockType: 'opening', title: 'Nos travaux', lead }]

describe('what an editor is typing', () => {
  it('is saved as one version, changes nothing published, and can be given back', async () => {
    const { id } = await publishedPage(app.payload, {
      slug: 'travaux',
      title: 'Nos travaux',
      layout: opening('Le premier état.'),
    })
    for (const words of ['Un', 'Un deux', `Un deux ${SECRET}`])
      expect((await autosave(id, { layout: opening(words) })).status).toBe(200)
    const { docs } = await app.payload.findVersions({
      collection: 'pages',
      where: { parent: { equals: id } },
      sort: '-updatedAt',
      overrideAccess: true,
    })
    expect(docs.map((version) => 'autosave' in version && version.autosave === true)).toEqual([true, false])
    expect((await site.get('/travaux')).text).toContain('Le premier état.')
    await app.payload.restoreVersion({ collection: 'pages', id: docs[1]?.id ?? '', overrideAccess: true })
    expect(
      (await app.payload.findByID({ collection: 'pages', id, draft: true, locale: 'fr', overrideAccess: true })).layout,
    ).toMatchObject([{ lead: 'Le premier état.' }])
  })

  it('may have no address yet, as often as one likes', async () => {
    for (const title of ['Une', 'Deux']) {
      const { id } = await draftPage(app.payload, { slug: title.toLowerCase(), title })
      expect((await autosave(id, { slug: '' })).status).toBe(200)
      expect((await app.payload.findByID({ collection: 'pages', id, draft: true, overrideAccess: true })).slug).toMatch(
        /^brouillon-[0-9a-f]{8}$/,
      )
    }
  })

  it('is published under an address made of its title where nobody wrote one', async () => {
    const publishedAt = async (slug: string) => {
      const { id } = await draftPage(app.payload, { slug, title: 'L’été à l’atelier' })
      expect((await autosave(id, { slug: '' })).status).toBe(200)
      return (
        await app.payload.update({
          collection: 'pages',
          id,
          data: { _status: 'published' },
          locale: 'fr',
          depth: 0,
          overrideAccess: true,
        })
      ).slug
    }
    expect([await publishedAt('atelier-un'), await publishedAt('atelier-deux')]).toEqual([
      'l-ete-a-l-atelier',
      'l-ete-a-l-atelier-2',
    ])
    const { id } = await publishedPage(app.payload, { slug: 'choisie', title: 'L’été à l’atelier' })
    expect(
      (
        await app.payload.update({
          collection: 'pages',
          id,
          data: { _status: 'published', title: 'Autrement' },
          locale: 'fr',
          depth: 0,
          overrideAccess: true,
        })
      ).slug,
    ).toBe('choisie')
  })
})

describe('a preview', () => {
  it('shows the newest draft to whoever holds its link, as a draft, and nobody keeps it', async () => {
    const { id } = await draftPage(app.payload, { slug: 'projet', title: 'Un projet', layout: opening('Premier jet.') })
    await autosave(id, { layout: opening(`Le ${SECRET} du jour.`) })
    const shown = await site.get(linkTo(id))
    expect(shown.status).toBe(200)
    expect(shown.text).toContain(`Le ${SECRET} du jour.`)
    expect(shown.text).toContain('Aperçu d’un brouillon')
    expect(shown.html).toContain('<meta name="robots" content="noindex, nofollow"/>')
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    })
    await app.payload.delete({ collection: 'pages', id, overrideAccess: true })
    expect((await site.get(linkTo(id))).status).toBe(404)
  })

  it('shows the front of the site in its own dress', async () => {
    const { id } = await draftPage(app.payload, { slug: 'accueil', title: 'Accueil', layout: opening('Bientôt.') })
    expect((await site.get(linkTo(id))).text).toMatch(/Aperçu d’un brouillon.*Bientôt\..*Comment nous rejoindre/)
    expect((await site.get('/')).text).not.toContain('Bientôt.')
  })

  it('shows publications and events as well, in the dress of theirs, as soon as they can be', async () => {
    const { payload } = app
    const draft = { _status: 'draft', title: 'Une note en cours', slug: 'note-en-cours' } as const
    const note = await payload.create({
      collection: 'publications',
      draft: true,
      overrideAccess: true,
      data: { ...draft, kind: 'position', publishedOn: '2026-11-01' },
    })
    const event = await payload.create({
      collection: 'events',
      draft: true,
      overrideAccess: true,
      data: { ...draft, kind: 'webinar', startsAt: '2027-01-01T09:00:00.000Z', endsAt: '2027-01-01T10:00:00.000Z' },
    })
    for (const [collection, id, seen] of [
      ['publications', note.id, 'Note de position'],
      ['events', event.id, 'Webinaire'],
    ] as const) {
      const shown = await site.get(linkTo(id, new Date(), collection))
      expect([shown.status, shown.text.includes('Aperçu d’un brouillon'), shown.text.includes(seen)]).toEqual([
        200,
        true,
        true,
      ])
      expect(shown.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
      expect((await site.get(linkTo(id, new Date(), 'pages'))).status).toBe(404)
      expect((await fetch(`${door.url}/api/${collection}/${id}?draft=true`)).status).toBe(404)
    }
    const early = await payload.create({
      collection: 'publications',
      draft: true,
      overrideAccess: true,
      data: { _status: 'draft', slug: 'a-peine' } as never,
    })
    expect((await site.get(linkTo(early.id, new Date(), 'publications'))).text).toContain(
      'dès que la nature est choisie',
    )
  })

  it('shows of a publication how what stands there now was adopted, and nothing of what stood there before', async () => {
    const { payload } = app
    const { id } = await makePublication(payload, {
      title: 'Une note jugée',
      slug: 'note-jugee',
      kind: 'report',
      _status: 'draft',
    })
    const shown = async () => (await site.get(linkTo(id, new Date(), 'publications'))).text
    expect(await shown()).not.toContain('Adoption')
    await approveDraft(payload, id)
    expect(await shown()).toMatch(/Adoption Assemblée.*Sans avis/)
    await payload.update({ collection: 'publications', id, data: { abstract: 'Un mot de plus.' }, draft: true })
    expect(await shown()).toContain('Un mot de plus.')
    expect(await shown()).not.toContain('Adoption')
  })

  it('tells the address of nothing else that is not to be read', async () => {
    const { payload } = app
    const held = await makePublication(payload, {
      title: 'Retenue',
      slug: 'encore-retenue',
      kind: 'practice',
      embargoUntil: '2999-01-01T00:00:00.000Z',
    })
    const unsaid = await makeEvent(payload, { title: 'Tue', slug: 'encore-tue', _status: 'draft' })
    const open = await makePublication(payload, { title: 'Lisible', slug: 'lisible', kind: 'practice' })
    const content = linksTo([
      ['publications', held.id, 'un'],
      ['events', unsaid.id, 'deux'],
      ['publications', open.id, 'trois'],
    ])
    const { id } = await draftPage(payload, {
      slug: 'liens',
      title: 'Des liens',
      layout: [{ blockType: 'richText', content }],
    })
    const { html } = await site.get(linkTo(id))
    expect(html).toContain('<a href="/publications/lisible">trois</a>')
    expect(html).not.toMatch(/encore-/)
  })

  it('ends after seven days, and is none with a signature that is not ours', async () => {
    const { id } = await draftPage(app.payload, { slug: 'essai', title: `Essai ${SECRET}` })
    const old = await site.get(linkTo(id, new Date(Date.now() - PREVIEW_DAYS * 86_400_000 - 1_000)))
    expect(old.status).toBe(410)
    expect(old.text).toContain('Demandez un nouveau lien')
    expect(old.html).not.toContain(SECRET)
    const forged = linkTo(id).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    for (const path of [
      forged,
      previewHref('another secret of thirty-two characters', { collection: 'pages', id, lang: 'fr' }, new Date()),
      '/apercu',
      '/apercu/x',
      `/apercu/${id}`,
    ]) {
      const answer = await site.get(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.html).not.toContain(SECRET)
    }
  })

  it('is offered by the panel’s own button and beside the form, to who may read drafts and to nobody else of the staff', async () => {
    const { payload } = app
    const page = await draftPage(payload, { slug: 'a-montrer', title: 'À montrer' })
    const note = await makePublication(payload, { slug: 'note-a-montrer', title: 'À montrer', _status: 'draft' })
    const event = await makeEvent(payload, { slug: 'rencontre-a-montrer', title: 'À montrer', _status: 'draft' })
    const { adopter, reviewer } = await reviewing(payload)
    const editorial = await staffUser(payload, { roles: ['editor'] })
    const offered = async (user: User): Promise<string[]> => {
      const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
      const hrefs = await Promise.all(
        [
          ['pages', page.id],
          ['publications', note.id],
          ['events', event.id],
        ].map(async ([slug, id]) => {
          const admin = app.config.collections.find((each) => each.slug === slug)?.admin
          const url = admin?.livePreview?.url
          const beside =
            typeof url === 'function'
              ? await url({ data: { id }, locale: { code: 'fr', label: '' }, payload, req })
              : null
          const button = await admin?.preview?.({ id }, { locale: 'fr', req, token: null })
          expect(Boolean(beside)).toBe(Boolean(button))
          if (button) expect((await site.get(button)).text).toContain('À montrer')
          return button ? [slug ?? ''] : []
        }),
      )
      return hrefs.flat()
    }
    expect(await offered(editorial)).toEqual(['pages', 'publications', 'events'])
    for (const { user } of [adopter, reviewer]) expect(await offered(user)).toEqual(['publications'])
    for (const roles of [['secretariat'], ['admin'], []] as const)
      expect(await offered(await staffUser(payload, { roles: [...roles] }))).toEqual([])
  })
})

describe('the words of a draft', () => {
  const addresses: string[] = []

  afterEach(() => {
    addresses.length = 0
  })

  it('stand at no public address, wherever they are looked for', async () => {
    const { payload } = app
    const front = await publishedPage(payload, { slug: 'rubrique', title: 'Rubrique' })
    const drafted = await draftPage(payload, {
      slug: `${SECRET.replace('è', 'e')}-1`,
      title: `Titre ${SECRET}`,
      summary: SECRET,
      parent: front.id,
      layout: opening(SECRET),
    })
    await autosave(front.id, { title: `Rubrique ${SECRET}`, summary: SECRET, layout: opening(SECRET) })
    await payload.updateGlobal({
      slug: 'header',
      data: { links: [{ page: drafted.id }, { page: front.id }] },
      locale: 'fr',
      overrideAccess: true,
    })
    const { html } = await site.get('/sitemap.xml')
    addresses.push(...[...html.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address ?? '').pathname))
    expect(addresses).toContain('/rubrique')
    const slug = drafted.slug
    addresses.push(
      '/sitemap.xml',
      '/recherche?q=titre',
      `/${slug}`,
      `/rubrique/${slug}`,
      `/en/rubrique/${slug}`,
      `/rubrique/${slug}?draft=true`,
      `/rubrique?draft=true&preview=1`,
    )
    addresses.push(
      `/api/pages?draft=true&limit=100`,
      `/api/pages/${drafted.id}?draft=true`,
      `/api/pages/${front.id}?draft=true&depth=2`,
      '/api/pages/versions',
      '/api/globals/header?depth=2&draft=true',
    )
    for (const path of addresses) {
      const answer = await fetch(door.url + path, { redirect: 'manual' })
      const text = await answer.text()
      expect({ path, leaks: /chrysanth[eè]me/i.test(text) }).toEqual({ path, leaks: false })
    }
  })
})
