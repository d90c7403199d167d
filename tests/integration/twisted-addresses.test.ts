import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { rawRequest, type TestDoor } from '../support/door.ts'
import { adoptCharter } from '../support/factories.ts'
import { makeBody, makeMember, richText } from '../support/governance.ts'
import { publishedPage } from '../support/pages.ts'
import { publicPages } from '../support/public-addresses.ts'
import { makeEvent, makePublication } from '../support/publishing.ts'
import { openSiteDoor } from '../support/site.ts'

let app: TestApp
/** Every public address, with the status that it answers when nobody has asked for anything before. */
let pages: (readonly [address: string, status: number])[]

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  const layout = [{ blockType: 'richText' as const, content: richText('Des mots.') }]
  await publishedPage(payload, { slug: 'accueil', title: 'Accueil', layout })
  const above = await publishedPage(payload, { slug: 'missions', title: 'Missions', layout })
  await publishedPage(payload, { slug: 'former', title: 'Former', layout, parent: above.id })
  await payload.update({
    collection: 'pages',
    id: above.id,
    locale: 'en',
    depth: 0,
    data: { translated: true, title: 'Missions', layout, _status: 'published' },
  })
  await makePublication(payload, { slug: 'une-position', title: 'Une position' })
  await makeEvent(payload, { slug: 'un-webinaire', title: 'Un webinaire' })
  await makeBody(payload, { slug: 'bureau', name: 'Bureau' })
  await makeMember(payload)
  await adoptCharter(payload, { text: 'La charte.' })
  const listing = await openSiteDoor(app)
  pages = [
    ...(await publicPages(listing)),
    ['/charte/1.md', 200],
    ['/publications/une-position/v1', 200],
    ['/evenements/un-webinaire.ics', 200],
    ['/publications.atom', 200],
    ['/evenements.atom', 200],
  ]
  await listing.close()
})

afterAll(() => app.stop())

const escape = (sign: string) => `%${sign.charCodeAt(0).toString(16)}`

/** A spelling of an address that means the same: which characters of the path are written as escapes. */
const written = (address: string, which: RegExp): string => {
  const [path = '', query] = address.split('?', 2)
  return path.replace(which, escape) + (query === undefined ? '' : `?${query}`)
}

const inPath = (address: string, change: (path: string) => string): string => {
  const [path = '', query] = address.split('?', 2)
  return change(path) + (query === undefined ? '' : `?${query}`)
}

/** The same address in other spellings, each of which is led to the plain one. */
const same = (address: string): string[] => {
  const bare = address.split('?')[0]
  if (bare === '/') return []
  return [
    written(address, /(?<=\/)[a-z0-9]/),
    written(address, /[a-z0-9.-]/g),
    written(address, /[a-z0-9](?=[^/]*$)/),
    inPath(address, (path) => `${path}/`),
  ].filter((each) => each !== address)
}

/** Spellings that are no address of ours. */
const refused = (address: string): string[] => [
  inPath(address, (path) => `/${path}`),
  inPath(address, (path) => `/.${path}`),
  inPath(address, (path) => `/%2e${path}`),
  inPath(address, (path) => `/x/..${path}`),
  inPath(address, (path) => `/x/%2E%2e${path}`),
  inPath(address, (path) => `${path}//`),
  inPath(address, (path) => `${path}/.`),
  inPath(address, (path) => `${path}%00`),
  inPath(address, (path) => `${path}%0d%0aX-Forged:%20yes`),
  inPath(address, (path) => path.replace(/(?<=.)\//g, '%2F').replace(/^\//, '/%2f')),
  inPath(address, (path) => path.replace(/(?<=.)\//g, '%5c').replace(/^\//, '/%5C')),
  inPath(address, (path) => path.replace(/^\//, '/\\')),
]

/** Other addresses, that nobody may mistake for it. */
const others = (address: string): string[] =>
  [
    inPath(address, (path) => path.toUpperCase()),
    inPath(address, (path) => `${path}%3F`),
    inPath(address, (path) => `${path}%252e`),
    inPath(address, (path) => `${path};a=b`),
  ].filter((each) => each !== address)

const status = async ({ port }: TestDoor, address: string): Promise<number> =>
  (await rawRequest(port, address, { headers: { accept: 'text/html' } })).status

describe('every public address', () => {
  it('is asked for first in twisted spellings, and then answers plainly what it answers to the first who asks', async () => {
    const door = await openSiteDoor(app)
    const wrong: unknown[] = []
    for (const [address, right] of pages) {
      for (const each of [...same(address), ...refused(address), ...others(address)])
        if ((await status(door, each)) >= 500) wrong.push([each, 'failed'])
      const plain = await status(door, address)
      if (plain !== right) wrong.push([address, plain])
    }
    await door.close()
    expect(wrong).toEqual([])
    expect(pages.length).toBeGreaterThan(40)
  })

  it('is where its other spellings lead, on this site', async () => {
    const door = await openSiteDoor(app)
    for (const [address] of pages) {
      for (const each of same(address)) {
        for (const method of ['GET', 'HEAD']) {
          const { status: led, headers } = await rawRequest(door.port, each, { method })
          expect([each, led, headers.location, headers['cache-control']]).toEqual([each, 308, address, 'no-store'])
        }
      }
    }
    await door.close()
  })

  it('is refused where a separator, a dot segment or a control character hides in it, and never led elsewhere', async () => {
    const door = await openSiteDoor(app)
    for (const [address] of pages) {
      for (const each of refused(address)) {
        const answer = await rawRequest(door.port, each)
        expect([each, answer.status, answer.headers.location]).toEqual([each, 400, undefined])
      }
    }
    for (const each of [
      '/.///evil.example/../../../en/membres',
      '//evil.example',
      '/en//evil.example',
      '/en/%2Fevil.example/membres',
      '/\\evil.example',
      '/en/membres//evil.example',
    ]) {
      const answer = await rawRequest(door.port, each)
      expect([each, answer.status, answer.headers.location]).toEqual([each, 400, undefined])
    }
    await door.close()
  })

  it('answers the same to whoever adds a question that it does not know, and is another one in capitals', async () => {
    const door = await openSiteDoor(app)
    for (const [address, right] of pages.filter(([each]) => !each.includes('?')))
      expect([address, await status(door, `${address}?utm_source=x&a[]=1`)]).toEqual([address, right])
    for (const address of [
      '/CHARTE',
      '/Membres',
      '/Nous-Rejoindre',
      '/EN',
      '/En/missions',
      '/Publications/une-position',
      '/ADHESION/lien-perdu',
    ])
      expect([address, await status(door, address)]).toEqual([address, 404])
    await door.close()
  })
})

describe('what is written to an address in another spelling', () => {
  it('is what is written to the plain one', async () => {
    const door = await openSiteDoor(app)
    for (const each of ['/contact', '/%63ontact', '/contact/'])
      expect([each, (await rawRequest(door.port, each, { method: 'POST' })).status]).toEqual([each, 400])
    expect((await rawRequest(door.port, '/CONTACT', { method: 'POST' })).status).toBe(404)
    await door.close()
  })
})
