import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '../../src/payload-types.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { makeColleague } from '../support/governance.ts'
import { draftPage, linkTo, picture, publishedPage } from '../support/pages.ts'
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

const soon = { timeout: 5_000 }
const inEnglish = (id: string, data: Partial<Page>) =>
  app.payload.update({
    collection: 'pages',
    id,
    locale: 'en',
    data: { ...data, _status: 'published' },
    depth: 0,
    overrideAccess: true,
  })
const inFrench = (id: string, data: Partial<Page>) =>
  app.payload.update({
    collection: 'pages',
    id,
    locale: 'fr',
    data: { ...data, _status: 'published' },
    depth: 0,
    overrideAccess: true,
  })
const rest = async (query: string) => {
  const answer = await fetch(`${door.url}/api/pages?${query}`)
  return { status: answer.status, text: await answer.text() }
}

it('a picture that is described in French alone is so on an English page, in French for who hears it', async () => {
  const image = (await picture(app.payload, 'atelier.png', { alt: 'Deux personnes à un établi' })).id
  const layout = [{ blockType: 'imageWithText' as const, image, caption: 'A workshop' }]
  const { id } = await publishedPage(app.payload, { slug: 'atelier-en-image', title: 'Un atelier', layout })
  await inEnglish(id, { title: 'A workshop', translated: true, layout })
  const { html } = await site.get('/en/atelier-en-image')
  expect(html).toMatch(/<img [^>]*alt="Deux personnes à un établi" lang="fr"/)
  expect((await site.get('/atelier-en-image')).html).not.toContain('lang="fr" width')
})

describe('an English version that nobody has published', () => {
  const WORDS = 'periwinkle'
  let id: string

  beforeAll(async () => {
    id = (await publishedPage(app.payload, { slug: 'brouillon-anglais', title: 'Une page' })).id
    await inEnglish(id, {
      title: `Half a ${WORDS}`,
      summary: WORDS,
      layout: [{ blockType: 'opening', title: WORDS, lead: WORDS }],
    })
  })

  it('is read at no address, while its French is', async () => {
    expect((await site.get('/brouillon-anglais')).text).toContain('Une page')
    const offered = await site.get('/en/brouillon-anglais')
    expect(offered.text).toContain('This page has not been translated yet.')
    for (const path of ['/en/brouillon-anglais', '/brouillon-anglais', '/en', '/sitemap.xml', `/recherche?q=${WORDS}`])
      expect([
        path,
        (await site.get(path)).html
          .replaceAll(`q=${WORDS}`, '')
          .replaceAll(`value="${WORDS}"`, '')
          .includes(`a ${WORDS}`),
      ]).toEqual([path, false])
    expect((await site.get('/sitemap.xml')).html).not.toContain('/en/brouillon-anglais')
  })

  it('is told by no question to the API', async () => {
    const questions = [
      'locale=en',
      'locale=en&fallback-locale=fr',
      'locale=fr&fallback-locale=en',
      'locale=all',
      'depth=3',
      `locale=en&where[title][contains]=${WORDS}`,
      `where[title.en][contains]=${WORDS}`,
      'locale=en&sort=title&draft=true',
    ]
    for (const question of questions)
      expect([
        question,
        (await rest(`where[slug][equals]=brouillon-anglais&${question}`)).text.includes(`Half a ${WORDS}`),
      ]).toEqual([question, false])
    expect((await rest(`locale=en&where[title][contains]=${WORDS}`)).text).toContain('"docs":[]')
    expect((await rest('locale=all')).status).toBe(401)
    for (const question of ['locale=en', 'locale=all', 'fallback-locale=en', 'locale=en&draft=true']) {
      expect([
        question,
        (await (await fetch(`${door.url}/api/pages/${id}?${question}`)).text()).includes(WORDS),
      ]).toEqual([question, false])
    }
  })

  it('is read once its box is ticked, and no more once it is not', async () => {
    await inEnglish(id, { translated: true })
    await expect.poll(async () => (await site.get('/en/brouillon-anglais')).text, soon).toContain(WORDS)
    expect((await rest(`locale=en&where[title][contains]=${WORDS}`)).text).toContain(`Half a ${WORDS}`)
    await inEnglish(id, { translated: false })
    await expect.poll(async () => (await site.get('/en/brouillon-anglais')).text, soon).not.toContain(WORDS)
  })
})

describe('an English address', () => {
  it('is the page’s own, at every storey, and both languages name each other', async () => {
    const { payload } = app
    const above = await publishedPage(payload, { slug: 'nos-actions', title: 'Nos actions' })
    const below = await publishedPage(payload, {
      slug: 'plaidoyer',
      title: 'Plaidoyer',
      parent: above.id,
      layout: [{ blockType: 'richText', content: linkTo(above.id, 'les actions') }],
    })
    await inEnglish(above.id, { title: 'What we do', translated: true, englishSlug: 'what-we-do' })
    await inEnglish(below.id, {
      title: 'Advocacy',
      translated: true,
      englishSlug: 'advocacy',
      layout: [{ blockType: 'richText', content: linkTo(above.id, 'our actions') }],
    })
    await expect.poll(async () => (await site.get('/en/what-we-do/advocacy')).status, soon).toBe(200)
    const english = await site.get('/en/what-we-do/advocacy')
    expect(english.html).toContain(
      '<link rel="alternate" hrefLang="fr" href="http://localhost:3000/nos-actions/plaidoyer"/>',
    )
    expect(english.html).toContain('<link rel="canonical" href="http://localhost:3000/en/what-we-do/advocacy"/>')
    expect(english.html).toContain('<a href="/en/what-we-do">our actions</a>')
    await expect
      .poll(async () => (await site.get('/nos-actions/plaidoyer')).html, soon)
      .toContain('hrefLang="en" href="http://localhost:3000/en/what-we-do/advocacy"')
    expect((await site.get('/sitemap.xml')).html).toContain('<loc>http://localhost:3000/en/what-we-do/advocacy</loc>')
    expect(await site.get('/en/nos-actions/plaidoyer')).toMatchObject({
      status: 301,
      location: '/en/what-we-do/advocacy',
    })
    expect((await site.get('/what-we-do')).status).toBe(404)
  })

  it('leads on when it changes, and goes with the French one while nobody wrote another', async () => {
    const { id } = await publishedPage(app.payload, { slug: 'rencontres', title: 'Rencontres' })
    await inFrench(id, { slug: 'nos-rencontres' })
    expect(await app.payload.findByID({ collection: 'pages', id, overrideAccess: true })).toMatchObject({
      englishSlug: 'nos-rencontres',
    })
    await inEnglish(id, { title: 'Meetings', translated: true, englishSlug: 'meetings' })
    await inEnglish(id, { englishSlug: 'our-meetings' })
    await expect.poll(() => site.get('/en/meetings'), soon).toMatchObject({ status: 301, location: '/en/our-meetings' })
    expect(await site.get('/en/rencontres')).toMatchObject({ status: 301, location: '/en/our-meetings' })
    expect(await site.get('/rencontres')).toMatchObject({ status: 301, location: '/nos-rencontres' })
  })

  it('is that of no other page, and none of the site’s own', async () => {
    await publishedPage(app.payload, { slug: 'partenaires', title: 'Partenaires', englishSlug: 'partners' })
    await expect(publishedPage(app.payload, { slug: 'partners', title: 'Autre' })).rejects.toThrow()
    await expect(
      publishedPage(app.payload, { slug: 'les-membres', title: 'Membres', englishSlug: 'membres' }),
    ).rejects.toMatchObject({ code: 'address-taken' })
  })
})

describe('what is in French alone', () => {
  it('is offered in French under /en, and says so where one is led to it', async () => {
    for (const path of [
      '/membres?q=atelier',
      '/gouvernance',
      '/publications',
      '/evenements',
      '/charte/1',
      '/nous-rejoindre',
    ])
      expect(await site.get(`/en${path}`)).toMatchObject({ status: 302, location: path })
    const { html } = await site.get('/en/nothing-here')
    for (const path of ['/membres', '/gouvernance', '/publications', '/charte'])
      expect(html).toMatch(new RegExp(`<a href="${path}">[^<]+ \\(in French\\)</a>`))
    expect((await site.get('/en//mal.example')).location).toBeNull()
  })
})

describe('one language', () => {
  let token: string

  beforeAll(async () => {
    token = (await makeColleague(app.payload, ['editor'])).token
  })

  const write = async (id: string, query: string, data: object): Promise<Page> => {
    const answer = await fetch(`${door.url}/api/pages/${id}?${query}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', Authorization: `JWT ${token}` },
      body: JSON.stringify(data),
    })
    const { doc, ...refused } = (await answer.json()) as { doc?: Page }
    if (!doc) throw new Error(`${answer.status} ${JSON.stringify(refused)}`)
    return doc
  }
  const stored = (id: string, locale: 'fr' | 'en', draft = false) =>
    app.payload.findByID({ collection: 'pages', id, locale, fallbackLocale: false, draft, depth: 0 })

  it('is published alone: the other keeps its unfinished draft, which the next write is made on', async () => {
    const { id } = await publishedPage(app.payload, { slug: 'engagements', title: 'Engagements' })
    await inEnglish(id, { title: 'Commitments', translated: true })
    await write(id, 'locale=en&draft=true', { title: 'HALF WRITTEN' })
    const { updatedAt } = await write(id, 'locale=fr', { summary: 'Neuf', _status: 'published' })
    expect([await stored(id, 'fr'), await stored(id, 'en')]).toMatchObject([
      { title: 'Engagements', summary: 'Neuf', _status: 'published' },
      { title: 'Commitments', translated: true },
    ])
    expect([await stored(id, 'fr', true), await stored(id, 'en', true)]).toMatchObject([
      { title: 'Engagements', summary: 'Neuf' },
      { title: 'HALF WRITTEN', _status: 'draft' },
    ])
    await write(id, 'locale=en', { _status: 'published', updatedAt })
    expect(await stored(id, 'en')).toMatchObject({ title: 'HALF WRITTEN', translated: true })
    expect(await stored(id, 'en', true)).toMatchObject({ _status: 'published' })
  })

  it('is published alone when the page is published first, and both where that is said', async () => {
    const { id } = await draftPage(app.payload, { slug: 'premiere', title: 'Première' })
    await write(id, 'locale=en&draft=true', { title: 'HALF', translated: true })
    await write(id, 'locale=fr', { _status: 'published' })
    expect(await stored(id, 'fr')).toMatchObject({ title: 'Première', _status: 'published' })
    expect((await stored(id, 'en')).title ?? null).toBeNull()
    expect(await stored(id, 'en', true)).toMatchObject({ title: 'HALF', translated: true })
    await write(id, 'locale=fr&publishAllLocales=true', { _status: 'published' })
    expect(await stored(id, 'en')).toMatchObject({ title: 'HALF', translated: true })
  })

  it('is copied into the draft of the other, which stays on the site as it was', async () => {
    const { id } = await publishedPage(app.payload, { slug: 'copiee', title: 'Copiée' })
    await inEnglish(id, { title: 'As it was', translated: true })
    // As the panel's own copying does.
    const copied = await stored(id, 'fr', true)
    await app.payload.update({ collection: 'pages', id, locale: 'en', draft: true, data: copied, overrideAccess: true })
    expect(await stored(id, 'en')).toMatchObject({ title: 'As it was', translated: true })
    expect(await stored(id, 'en', true)).toMatchObject({ title: 'Copiée', translated: true, _status: 'draft' })
  })
})
