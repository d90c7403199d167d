import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { foldContentEpoch, readContentEpoch } from '../../src/db/epoch/read-content-epoch.ts'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { setClock } from '../../src/lib/clock.ts'
import { contentEpochOf } from '../../src/site/kept/content-epoch.ts'
import { readOnce } from '../../src/site/kept/read-once.ts'
import { renderedPages } from '../../src/site/kept/rendered-pages.ts'
import { anotherInstance } from '../support/another-instance.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { rawRequest, type TestDoor } from '../support/door.ts'
import { makeBody, makeMandate, makePerson } from '../support/governance.ts'
import { publishedPage } from '../support/pages.ts'
import { makeEvent, makePublication } from '../support/publishing.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

let app: TestApp
let payload: Payload
let door: TestDoor
let site: ReturnType<typeof visitor>

beforeAll(async () => {
  app = await startApp()
  ;({ payload } = app)
  door = await openSiteDoor(app)
  site = visitor(door)
})

afterEach(() => setClock(null))

afterAll(async () => {
  await door.close()
  await app.stop()
})

/** Whether something changes the epoch as the database holds it. */
async function moves(change: () => Promise<unknown>): Promise<boolean> {
  const before = await rows()
  await change()
  return (await rows()).join() !== before.join()
}

/** The rows of the epoch, each area's in the order of their ids. */
const rows = async (): Promise<string[]> =>
  [...(await readContentEpoch(payload)).values()].flatMap((ids) => ids.trim().split(' '))

describe('the content epoch', () => {
  it('is another one after each change of what is public', async () => {
    const { id } = await publishedPage(payload, { slug: 'epoque', title: 'Époque' })
    const publish = (data: object) => payload.update({ collection: 'pages', id, data, locale: 'fr', depth: 0 })
    expect(await moves(() => publish({ title: 'Une autre', _status: 'published' }))).toBe(true)
    expect(await moves(() => publish({ _status: 'draft' }))).toBe(true)
    expect(await moves(() => payload.delete({ collection: 'pages', id, depth: 0 }))).toBe(true)
    expect(
      await moves(() => payload.updateGlobal({ slug: 'identity', data: { legalName: 'Une association' }, depth: 0 })),
    ).toBe(true)
    expect(
      await moves(() =>
        payload.create({ collection: 'redirects', data: { from: 'autrefois' }, depth: 0, overrideAccess: true }),
      ),
    ).toBe(true)
  })

  it('is another one after a write that no hook sees, in a transaction or in none', async () => {
    const { id } = await makePublication(payload, { slug: 'sans-crochet', title: 'Sans crochet' })
    const data = { title: 'Autrement' }
    expect(await moves(() => payload.db.updateOne({ collection: 'publications', id, data, returning: false }))).toBe(
      true,
    )
    expect(
      await moves(() =>
        unitOfWork(payload, ({ req }) =>
          payload.db.updateOne({ collection: 'publications', id, data, req, returning: false }),
        ),
      ),
    ).toBe(true)
  })

  it('stays as it is while drafts are saved, and for what nobody sees', async () => {
    const { id } = await publishedPage(payload, { slug: 'en-ligne', title: 'En ligne' })
    expect(
      await moves(() =>
        payload.update({ collection: 'pages', id, data: { title: 'À l’étude' }, draft: true, locale: 'fr', depth: 0 }),
      ),
    ).toBe(false)
    expect(
      await moves(() =>
        payload.update({
          collection: 'pages',
          id,
          data: { title: 'Encore' },
          draft: true,
          autosave: true,
          locale: 'fr',
          depth: 0,
        }),
      ),
    ).toBe(false)
    expect(
      await moves(() =>
        payload.create({
          collection: 'pages',
          data: { slug: 'projet', title: 'Projet', _status: 'draft' },
          draft: true,
          locale: 'fr',
          depth: 0,
        }),
      ),
    ).toBe(false)
    expect(
      await moves(() =>
        payload.db.create({ collection: 'leases', data: { key: 'k', holder: 'h', until: new Date().toISOString() } }),
      ),
    ).toBe(false)
  })

  it('stays as it is when a transaction is rolled back', async () => {
    const { id } = await publishedPage(payload, { slug: 'reprise', title: 'Reprise' })
    const failing = unitOfWork(payload, async ({ req }) => {
      await payload.update({
        collection: 'pages',
        id,
        data: { title: 'Jamais', _status: 'published' },
        locale: 'fr',
        depth: 0,
        req,
      })
      throw new Error('Not this time')
    })
    expect(await moves(() => expect(failing).rejects.toThrow('Not this time'))).toBe(false)
  })

  it('says it once for a transaction, and lets none of them wait for another', async () => {
    const ids = await Promise.all(
      ['a', 'b', 'c', 'd'].map(
        async (slug) => (await makePublication(payload, { slug: `ensemble-${slug}`, title: slug })).id,
      ),
    )
    const before = (await rows()).length
    let attempts = 0
    await Promise.all(
      ids.map((id) =>
        unitOfWork(payload, async ({ req }) => {
          attempts += 1
          for (const title of ['Un', 'Deux'])
            await payload.db.updateOne({ collection: 'publications', id, data: { title }, req, returning: false })
        }),
      ),
    )
    expect(attempts).toBe(ids.length)
    expect(await rows()).toHaveLength(before + ids.length)
  })

  it('is another one once its rows are put together, which are then one', async () => {
    const { id } = await makePublication(payload, { slug: 'souvent', title: 'Souvent' })
    for (let time = 0; time < 101; time += 1)
      await payload.db.updateOne({ collection: 'publications', id, data: { title: `Fois ${time}` }, returning: false })
    expect(await moves(() => foldContentEpoch(payload))).toBe(true)
    expect(await rows()).toHaveLength(1)
    expect(await moves(() => foldContentEpoch(payload))).toBe(false)
  })
})

/** What one waits at until another opens it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open: () => open() }
}

describe('a rendering', () => {
  const text = (words: string) => ({ type: 'text/plain', text: words })
  const at = (address: string, passing = false) => ({ route: '/*path', address, passing })

  it('is made once for all who ask meanwhile, and kept until something changes', async () => {
    const { of } = renderedPages(contentEpochOf(payload))
    let made = 0
    const make = async () => text(`Fois ${(made += 1)}`)
    await Promise.all([of(at('/ici'), make), of(at('/ici'), make), of(at('/ici'), make)])
    await of(at('/ici'), make)
    expect(made).toBe(1)
    await makePublication(payload, { slug: 'du-nouveau', title: 'Du nouveau' })
    await of(at('/ici'), make)
    expect(made).toBe(2)
  })

  it('that was under way while a publication was committed is not kept under the new epoch, nor told to who asks after', async () => {
    const { of, known } = renderedPages(contentEpochOf(payload))
    const [begun, goOn] = [gate(), gate()]
    const old = of(at('/la'), async () => {
      begun.open()
      await goOn.opened
      return text('avant')
    })
    await begun.opened
    await makePublication(payload, { slug: 'entre-temps', title: 'Entre-temps' })
    const fresh = of(at('/la'), async () => text('après'))
    expect(await fresh).toMatchObject({ bytes: Buffer.from('après') })
    goOn.open()
    await old
    expect(known('/la')).not.toMatchObject({ bytes: Buffer.from('avant') })
    expect(await of(at('/la'), async () => text('après'))).toMatchObject({ bytes: Buffer.from('après') })
  })

  it('is bounded in number: addresses without end leave the pages where they are', async () => {
    const { of, known } = renderedPages(contentEpochOf(payload))
    await of(at('/page'), async () => text('Une page'))
    let looked = 0
    const nothing = async () => {
      looked += 1
      return null
    }
    for (let each = 0; each < 3_000; each += 1) await of(at(`/rien-${each}`), nothing)
    for (let each = 0; each < 3_000; each += 1)
      await of(at(`/recherche?q=${each}`, true), async () => text('x'.repeat(2_000)))
    await of(at('/rien-2999'), nothing)
    expect(looked).toBe(3_000)
    await of(at('/rien-0'), nothing)
    expect(looked).toBe(3_001)
    expect(known('/page')).not.toBeNull()
    expect(known('/recherche?q=0')).toBeNull()
    expect(known('/recherche?q=2999')).not.toBeNull()
  })

  it('is that of one route: what another finds at the address, or that it finds nothing, says nothing of it', async () => {
    const { of, known } = renderedPages(contentEpochOf(payload))
    expect(await of({ route: '/*path', address: '/charte' }, async () => null)).toMatchObject({ kind: 'nothing' })
    expect(known('/charte'), 'nothing is never known without its route').toBeNull()
    expect(await of({ route: '/charte', address: '/charte' }, async () => text('La charte'))).toMatchObject({
      bytes: Buffer.from('La charte'),
    })
    expect(await of({ route: '/*path', address: '/charte' }, async () => text('Une page'))).toMatchObject({
      kind: 'nothing',
    })
    expect(known('/charte')).toMatchObject({ bytes: Buffer.from('La charte') })
  })
})

describe('what anybody may read', () => {
  it('is read again when it or something it leads to has changed, and not for anything else', async () => {
    const reading = readOnce(payload, contentEpochOf(payload))
    const body = await makeBody(payload, { slug: 'groupe', name: 'Groupe' })
    const person = await makePerson(payload, { firstName: 'Avant', lastName: 'Elle' })
    await makeMandate(payload, person.id, body.id)
    const find = async () =>
      (
        await reading.find({
          collection: 'mandates',
          where: { body: { equals: body.id } },
          depth: 1,
          pagination: false,
          overrideAccess: false,
        })
      ).docs
    const first = await find()
    expect(first).toMatchObject([{ person: { firstName: 'Avant' } }])
    await makePublication(payload, { slug: 'sans-rapport', title: 'Sans rapport' })
    expect(await find()).toBe(first)
    await payload.db.updateOne({ collection: 'people', id: person.id, data: { firstName: 'Après' }, returning: false })
    expect(await find()).toMatchObject([{ person: { firstName: 'Après' } }])
    const last = await find()
    await payload.db.deleteMany({ collection: 'mandates', where: { body: { equals: body.id } } })
    expect(last).toHaveLength(1)
    expect(await find()).toEqual([])
  })

  it('is not what somebody else may read', async () => {
    const reading = readOnce(payload, contentEpochOf(payload))
    const { id } = await makePublication(payload, { slug: 'a-venir', title: 'À venir', _status: 'draft' })
    const asked = { collection: 'publications', where: { id: { equals: id } }, depth: 0, pagination: false } as const
    expect((await reading.find({ ...asked, overrideAccess: false })).docs).toEqual([])
    expect((await reading.find({ ...asked, overrideAccess: true })).docs).toMatchObject([{ id }])
    expect((await reading.find({ ...asked, overrideAccess: false })).docs).toEqual([])
  })
})

describe('what time brings', () => {
  const at = (moment: string) => setClock(() => new Date(moment))

  it('a publication is read from the very end of its embargo', async () => {
    at('2026-06-10T09:59:59.000Z')
    await makePublication(payload, {
      slug: 'sous-embargo',
      title: 'Un rapport attendu',
      publishedOn: '2026-06-10',
      embargoUntil: '2026-06-10T10:00:00.000Z',
    })
    expect((await site.get('/publications')).text).not.toContain('Un rapport attendu')
    expect((await site.get('/publications/sous-embargo')).status).toBe(404)
    expect((await site.get('/publications.atom')).html).not.toContain('Un rapport attendu')
    at('2026-06-10T10:00:00.000Z')
    expect((await site.get('/publications')).text).toContain('Un rapport attendu')
    expect((await site.get('/publications/sous-embargo')).status).toBe(200)
    expect((await site.get('/publications.atom')).html).toContain('Un rapport attendu')
  })

  it('an event is over when it ends', async () => {
    at('2026-06-11T09:59:59.000Z')
    await makeEvent(payload, {
      slug: 'un-webinaire',
      title: 'Un webinaire',
      startsAt: '2026-06-11T08:00:00.000Z',
      endsAt: '2026-06-11T10:00:00.000Z',
    })
    const before = (await site.get('/evenements/un-webinaire')).text
    at('2026-06-11T10:00:00.000Z')
    expect((await site.get('/evenements/un-webinaire')).text).not.toBe(before)
  })

  it('a mandate begins with its day in Paris', async () => {
    at('2026-06-30T21:59:59.000Z')
    const body = await makeBody(payload, { slug: 'comite', name: 'Comité' })
    const person = await makePerson(payload, { firstName: 'Prune', lastName: 'Demain' })
    await makeMandate(payload, person.id, body.id, { firstDay: '2026-07-01' })
    expect((await site.get('/gouvernance/comite')).text).not.toContain('Prune Demain')
    at('2026-06-30T22:00:00.000Z')
    expect((await site.get('/gouvernance/comite')).text).toContain('Prune Demain')
  })
})

describe('an answer', () => {
  it('is not sent again to who has it, and packed for who unpacks it', async () => {
    const { id } = await publishedPage(payload, {
      slug: 'gardee',
      title: 'Gardée',
      layout: [{ blockType: 'opening', title: 'Gardée', lead: 'Un texte. '.repeat(30) }],
    })
    const first = await fetch(`${door.url}/gardee`, { headers: { 'accept-encoding': 'identity' } })
    const whole = await first.text()
    expect(first.headers.get('content-encoding')).toBeNull()
    for (const packing of ['br', 'gzip']) {
      const packed = await fetch(`${door.url}/gardee`, { headers: { 'accept-encoding': packing } })
      expect(packed.headers.get('content-encoding')).toBe(packing)
      expect(Number(packed.headers.get('content-length'))).toBeLessThan(whole.length / 2)
      expect(await packed.text()).toBe(whole)
      expect(packed.headers.get('etag')).toBe(first.headers.get('etag'))
    }
    // By hand: with such a header `fetch` asks for a fresh copy as well.
    const again = () =>
      rawRequest(door.port, '/gardee', { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } })
    expect(await again()).toMatchObject({ status: 304, body: '' })
    await payload.update({
      collection: 'pages',
      id,
      data: { title: 'Changée', _status: 'published' },
      locale: 'fr',
      depth: 0,
    })
    expect((await again()).status).toBe(200)
  })

  it('without a body is the same for a HEAD', async () => {
    const [get, head] = [await fetch(`${door.url}/charte`), await fetch(`${door.url}/charte`, { method: 'HEAD' })]
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
    expect(await head.text()).toBe('')
  })

  it('goes into the log under its route, also when no route was looked for', async () => {
    await site.get('/membres')
    door.lines.length = 0
    await site.get('/membres')
    await vi.waitFor(() =>
      expect(door.lines.filter(({ msg }) => msg === 'request').map(({ route }) => route)).toEqual(['/membres']),
    )
  })
})

describe('another instance', () => {
  it('shows within a second what was published here, and shows it no more when it is taken back', async () => {
    const other = await anotherInstance(app)
    const there = visitor(other)
    try {
      const isShown = (words: string, is: boolean) =>
        vi.waitFor(async () => expect((await there.get('/publications')).text.includes(words)).toBe(is), {
          timeout: 1_500,
          interval: 20,
        })
      expect((await there.get('/publications')).status).toBe(200)
      expect((await there.get('/publications/ailleurs')).status).toBe(404)
      const { id } = await makePublication(payload, { slug: 'ailleurs', title: 'Lue ailleurs' })
      await isShown('Lue ailleurs', true)
      expect((await there.get('/publications/ailleurs')).status).toBe(200)
      await payload.update({ collection: 'publications', id, data: { _status: 'draft' }, depth: 0 })
      await isShown('Lue ailleurs', false)
    } finally {
      await other.end()
    }
  })
})
