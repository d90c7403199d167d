import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchKeyOf } from '../../src/membership/search-key.ts'
import type { Member } from '../../src/payload-types.ts'
import { memberHref } from '../../src/site/kinds/members/kind.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { adoptCharter } from '../support/factories.ts'
import {
  makeAdhesion,
  makeBody,
  makeCharter,
  makeMandate,
  makeMember,
  makePerson,
  richText,
} from '../support/governance.ts'
import { draftPage, linksTo, publishedPage } from '../support/pages.ts'
import { publicPages } from '../support/public-addresses.ts'
import { makeEvent, makePdf, makePublication } from '../support/publishing.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

/** A word for each thing that nobody may read yet, any more, or at all; no two of them share one. */
const SECRETS = {
  draftPage: 'zabrouillon',
  laterPage: 'zaretouche',
  englishPage: 'zanglais',
  pageBelowDraft: 'zadessous',
  draftPublication: 'zaposition',
  embargoed: 'zaembargo',
  laterPublication: 'zarevue',
  draftEvent: 'zaveillee',
  laterEvent: 'zareport',
  membersDocument: 'zacercle',
  bodyDocument: 'zahuisclos',
  unlisted: 'zadiscret',
  unconfirmed: 'zaenattente',
  resigned: 'zaparti',
  people: 'zapersonne',
  draftCharter: 'zaprojetdecharte',
  unconfirmedHolder: 'zacandidat',
  application: 'zademande',
} as const
const WORDS = Object.values(SECRETS)
const OPEN = 'zapublic'

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>
/** Where what is hidden would stand if it were not. */
const hidden: string[] = []

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  await pagesOf()
  await publicationsOf()
  await eventsOf()
  const body = await makeBody(payload, { name: `Bureau ${OPEN}`, slug: 'bureau' })
  await documentsOf(body.id)
  await membersOf()
  const holder = await makePerson(payload, { lastName: SECRETS.unconfirmedHolder })
  await makeMandate(payload, holder.id, body.id, { confirmed: false })
  const charter = await adoptCharter(payload, { text: `La charte ${OPEN}.` })
  await makeCharter(payload, {
    number: 7,
    status: 'draft',
    adoptedAt: null,
    title: SECRETS.draftCharter,
    content: richText(SECRETS.draftCharter),
    canonicalText: SECRETS.draftCharter,
  })
  await makeAdhesion(payload, charter.id, { motivation: SECRETS.application })
  hidden.push('/charte/7', '/charte/7.md', '/charte/7/changements')
  door = await openSiteDoor(app)
  site = visitor(door)
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

const text = (words: string) => [{ blockType: 'richText' as const, content: richText(words) }]

async function pagesOf(): Promise<void> {
  const { payload } = app
  const named = (word: string) => ({ title: word, slug: word, summary: word, layout: text(word) })
  const draft = await draftPage(payload, named(SECRETS.draftPage))
  await publishedPage(payload, {
    ...named(OPEN),
    slug: 'accueil',
    layout: [
      { blockType: 'latestPublications' },
      { blockType: 'comingEvents' },
      { blockType: 'members' },
      { blockType: 'governance' },
      { blockType: 'figures' },
    ],
  })
  const shown = await publishedPage(payload, {
    ...named(OPEN),
    slug: 'page',
    layout: [{ blockType: 'richText', content: linksTo([['pages', draft.id, 'ici']]) }],
  })
  const later = named(SECRETS.laterPage)
  await payload.update({
    collection: 'pages',
    id: shown.id,
    data: { title: later.title, summary: later.summary, layout: later.layout },
    draft: true,
    locale: 'fr',
    depth: 0,
  })
  await payload.update({
    collection: 'pages',
    id: shown.id,
    data: { title: SECRETS.englishPage, layout: text(SECRETS.englishPage) },
    draft: true,
    locale: 'en',
    depth: 0,
  })
  await draftPage(payload, { ...named(SECRETS.pageBelowDraft), parent: draft.id })
  hidden.push(`/${SECRETS.draftPage}`, `/${SECRETS.draftPage}/${SECRETS.pageBelowDraft}`, `/en/${SECRETS.draftPage}`)
}

async function publicationsOf(): Promise<void> {
  const { payload } = app
  const saying = async (word: string) => ({
    title: word,
    slug: word,
    abstract: word,
    body: richText(word),
    authors: [word],
    pdf: (await makePdf(payload, word)).id,
  })
  const draft = await makePublication(payload, { ...(await saying(SECRETS.draftPublication)), _status: 'draft' })
  const embargoed = await makePublication(payload, {
    ...(await saying(SECRETS.embargoed)),
    embargoUntil: '2999-01-01T00:00:00.000Z',
  })
  const shown = await makePublication(payload, {
    ...(await saying(OPEN)),
    body: linksTo([
      ['publications', draft.id, 'un'],
      ['publications', embargoed.id, 'deux'],
    ]),
  })
  const { title, abstract, body, authors, pdf } = await saying(SECRETS.laterPublication)
  await payload.update({
    collection: 'publications',
    id: shown.id,
    data: { title, abstract, body, authors, pdf },
    draft: true,
    depth: 0,
  })
  for (const word of [SECRETS.draftPublication, SECRETS.embargoed, SECRETS.laterPublication])
    hidden.push(`/publications/${word}`, `/publications/${word}/v1`, `/api/files/file/${word}.pdf`)
}

async function eventsOf(): Promise<void> {
  const { payload } = app
  const saying = (word: string) => ({
    title: word,
    slug: word,
    summary: word,
    place: word,
    programme: richText(word),
    speakers: [{ name: word }],
  })
  const draft = await makeEvent(payload, { ...saying(SECRETS.draftEvent), _status: 'draft' })
  const shown = await makeEvent(payload, {
    ...saying(OPEN),
    programme: linksTo([['events', draft.id, 'là']]),
    startsAt: '2999-05-05T08:00:00.000Z',
    endsAt: '2999-05-05T10:00:00.000Z',
  })
  const { title, summary, place, programme } = saying(SECRETS.laterEvent)
  await payload.update({
    collection: 'events',
    id: shown.id,
    data: { title, summary, place, programme },
    draft: true,
    depth: 0,
  })
  hidden.push(
    `/evenements/${SECRETS.draftEvent}`,
    `/evenements/${SECRETS.draftEvent}.ics`,
    `/evenements/${SECRETS.laterEvent}`,
  )
}

async function documentsOf(body: string): Promise<void> {
  const { payload } = app
  const document = async (title: string, visibility: 'public' | 'members' | 'body') =>
    payload.create({
      collection: 'documents',
      data: {
        title,
        kind: 'report',
        day: '2026-01-01',
        file: (await makePdf(payload, `document-${title}`)).id,
        visibility,
        ...(visibility === 'body' ? { body } : {}),
      },
      depth: 0,
    })
  await document(OPEN, 'public')
  await document(SECRETS.membersDocument, 'members')
  await document(SECRETS.bodyDocument, 'body')
  hidden.push(
    `/api/files/file/document-${SECRETS.membersDocument}.pdf`,
    `/api/files/file/document-${SECRETS.bodyDocument}.pdf`,
  )
}

async function membersOf(): Promise<void> {
  const member = (word: string, data: Partial<Member> = {}) =>
    makeMember(app.payload, {
      legalName: word,
      searchKey: searchKeyOf(word, null),
      directory: { listed: true, city: word, description: word, region: '53' },
      ...data,
    })
  const person = { firstName: SECRETS.people, lastName: SECRETS.people, email: `${SECRETS.people}@tanneurs.example` }
  const unlisted = await member(SECRETS.unlisted, {
    directory: { listed: false, city: SECRETS.unlisted, description: SECRETS.unlisted, region: '53' },
  })
  const shown = await member(OPEN, { representative: person, contact: person, network: unlisted.id })
  const unconfirmed = await member(SECRETS.unconfirmed, { confirmed: false, network: shown.id })
  const resigned = await member(SECRETS.resigned, { status: 'resigned', endedOn: '2025-01-01' })
  hidden.push(...[unlisted, unconfirmed, resigned].map(memberHref))
}

/** The words that an answer tells, of those that were not asked for themselves. */
const told = (answer: string, asked = ''): string[] =>
  WORDS.filter((word) => answer.includes(word) && !asked.includes(word))

/** Follows an address and says what it tells that it may not, with its headers. */
async function leaksAt(address: string): Promise<string[]> {
  const { html, headers } = await site.get(address)
  return told(`${JSON.stringify([...headers])}\n${html}`, decodeURIComponent(address)).map(
    (word) => `${address}: ${word}`,
  )
}

async function leaksAmong(addresses: readonly string[]): Promise<string[]> {
  return (await Promise.all(addresses.map(leaksAt))).flat()
}

const OTHER_FORMATS = [
  '/publications.atom',
  '/evenements.atom',
  `/evenements/${OPEN}.ics`,
  '/charte/1.md',
  '/sitemap.xml',
  '/robots.txt',
  `/api/files/file/${OPEN}.pdf`,
]

describe('what nobody may read', () => {
  it('stands on no public page, in no feed, calendar or sitemap, whatever is added to the address', async () => {
    const addresses = [...(await publicPages(door)).map(([address]) => address), ...OTHER_FORMATS]
    expect(addresses).toContain(`/publications/${OPEN}`)
    const asked = (address: string, query: string) => `${address}${address.includes('?') ? '&' : '?'}${query}`
    const all = addresses.flatMap((address) => [
      address,
      asked(address, 'draft=true'),
      asked(address, 'preview=true&locale=en&depth=5'),
    ])
    expect(await leaksAmong(all)).toEqual([])
  })

  it('is found by no search, while what is public is', async () => {
    expect((await site.get(`/recherche?q=${OPEN}`)).text).toContain('8 résultats')
    expect((await site.get(`/membres?q=${OPEN}`)).text).toContain('Un membre')
    for (const word of WORDS) {
      expect((await site.get(`/recherche?q=${word}`)).text, word).toContain('Rien ne correspond')
      expect((await site.get(`/membres?q=${word}`)).text, word).toContain('Aucun membre')
    }
  })

  it('has no address that answers, nor a redirect that betrays one', async () => {
    for (const address of hidden) {
      const { status, html, location } = await site.get(address)
      expect({ address, status, location }).toEqual({ address, status: 404, location: null })
      expect(told(html, address), address).toEqual([])
    }
  })

  it('is listed, counted and told by no list of the API', async () => {
    const { collections } = app.config
    const wrong: string[] = []
    for (const { slug } of collections) {
      for (const query of [
        'limit=100&depth=5',
        'limit=100&depth=3&draft=true',
        'limit=100&draft=true&locale=all',
        'limit=100&trash=true&locale=en&fallback-locale=fr',
      ])
        wrong.push(...(await leaksAt(`/api/${slug}?${query}`)))
      wrong.push(...(await leaksAt(`/api/${slug}/versions?limit=100&depth=2`)))
    }
    for (const slug of ['identity', 'privacy-notice', 'header', 'footer'])
      wrong.push(...(await leaksAt(`/api/globals/${slug}?depth=5&draft=true`)))
    expect(wrong).toEqual([])
    expect((await site.get('/api/publications?limit=100')).html).toContain(OPEN)
  })

  it('is guessed by no condition of a list', async () => {
    const oracles: [slug: string, field: string, word: string][] = [
      ['pages', 'title', SECRETS.draftPage],
      ['pages', 'title', SECRETS.laterPage],
      ['publications', 'title', SECRETS.embargoed],
      ['publications', 'abstract', SECRETS.laterPublication],
      ['events', 'place', SECRETS.draftEvent],
      ['documents', 'title', SECRETS.membersDocument],
      ['members', 'legalName', SECRETS.unlisted],
      ['members', 'searchKey', SECRETS.resigned],
      ['members', 'network.legalName', SECRETS.unlisted],
      ['members', 'representative.email', SECRETS.people],
      ['people', 'lastName', SECRETS.unconfirmedHolder],
      ['files', 'filename', SECRETS.embargoed],
    ]
    for (const [slug, field, word] of oracles) {
      for (const more of ['', '&draft=true']) {
        const { status, html } = await site.get(`/api/${slug}?where[${field}][contains]=${word}${more}`)
        const total = status === 200 ? (JSON.parse(html) as { totalDocs: number }).totalDocs : 0
        expect({ slug, field, more, total }).toEqual({ slug, field, more, total: 0 })
      }
    }
  })
})
