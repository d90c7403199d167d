import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '../../src/lib/clock.ts'
import { formatDay, parisDay } from '../../src/lib/dates.ts'
import { sha256 } from '../../src/lib/hash.ts'
import { approve } from '../../src/publications/approve.ts'
import { giveOpinion } from '../../src/publications/give-opinion.ts'
import { readDraft } from '../../src/publications/stored.ts'
import type { Publication } from '../../src/payload-types.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { makeUser, richText } from '../support/governance.ts'
import { linksTo } from '../support/pages.ts'
import { approveDraft, makePdf, makePublication, publish, reviewing } from '../support/publishing.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>

beforeAll(async () => {
  app = await startApp()
  door = await openSiteDoor(app)
  site = visitor(door)
})

afterEach(() => setClock(null))
afterAll(async () => {
  await door.close()
  await app.stop()
})

const TODAY = formatDay(parisDay(new Date()))

async function hashOf(id: string): Promise<string> {
  const draft = await readDraft({ payload: app.payload }, id)
  if (!draft) throw new Error('There is no such publication')
  return draft.hash
}

/** Changes what is written, has it approved and publishes it. */
async function republish(id: string, data: Partial<Publication>): Promise<void> {
  await app.payload.update({
    collection: 'publications',
    id,
    data: { ...data, _status: 'draft' },
    draft: true,
    depth: 0,
  })
  await approveDraft(app.payload, id)
  await publish(app.payload, id)
}

const editions = async (id: string) =>
  (
    await app.payload.find({
      collection: 'publication-editions',
      where: { publication: { equals: id } },
      sort: 'number',
      pagination: false,
      depth: 0,
    })
  ).docs

describe('a publication', () => {
  it('says who adopted it, and each opinion of the committee with its comments', async () => {
    const { payload } = app
    const { adopter, reviewer } = await reviewing(payload)
    const { id } = await makePublication(payload, { title: 'Jugée', slug: 'jugee', kind: 'position', _status: 'draft' })
    const contentHash = await hashOf(id)
    await giveOpinion(payload, {
      id,
      user: reviewer.user,
      contentHash,
      opinion: 'unfavourable',
      comments: 'Rien ne l’étaie.\nVoir la page 3.',
    })
    await approve(payload, { id, user: adopter.user, contentHash, withoutOpinion: false })
    await publish(payload, id)
    const { status, text } = await site.get('/publications/jugee')
    expect(status).toBe(200)
    for (const words of [
      `Adoption Assemblée, le ${TODAY}`,
      `Avis du comité scientifique Avis défavorable, le ${TODAY}`,
      `Avis défavorable, rendu le ${TODAY} Rien ne l’étaie. Voir la page 3.`,
    ])
      expect(text).toContain(words)
    // Bodies speak, not people.
    for (const { person } of [adopter, reviewer]) expect(text).not.toContain(person.lastName)
  })

  it('says that it went without an opinion, and a statement says nothing of one', async () => {
    await makePublication(app.payload, { title: 'Pressée', slug: 'pressee', kind: 'report' })
    expect((await site.get('/publications/pressee')).text).toContain(
      'Sans avis : cette publication a été adoptée sans que le comité scientifique se prononce.',
    )
    await makePublication(app.payload, { title: 'Communiquée', slug: 'communiquee' })
    const { text } = await site.get('/publications/communiquee')
    expect(text).toContain('Adoption Assemblée')
    expect(text).not.toContain('comité scientifique')
  })

  it('names the address that stands for good, with the hash of what is read', async () => {
    const { id } = await makePublication(app.payload, { title: 'Citée', slug: 'citee' })
    const { text, html } = await site.get('/publications/citee')
    expect(text).toContain(`Pour citer cette version CPOF, « Citée », version 1, ${TODAY}.`)
    expect(html).toContain('href="http://localhost:3000/publications/citee/v1"')
    expect(text).toContain(await hashOf(id))
    const [edition] = await editions(id)
    expect(edition).toMatchObject({ number: 1, contentHash: await hashOf(id) })
    expect(sha256(edition?.content ?? '')).toBe(edition?.contentHash)
  })
})

describe('an edition', () => {
  it('shows for good what appeared, whatever comes after', async () => {
    const { payload } = app
    const first = await makePdf(payload, 'premiere')
    const second = await makePdf(payload, 'seconde')
    const { id } = await makePublication(payload, {
      title: 'Avant',
      slug: 'durable',
      body: richText('Des tournesols.'),
      abstract: 'Résumé d’avant.',
      authors: ['Ada Martin'],
      themes: ['funding'],
      regions: ['53'],
      pdf: first.id,
    })
    await payload.update({
      collection: 'publications',
      id,
      data: { errata: [{ day: '2026-04-01', text: 'Page 3.' }] },
      depth: 0,
    })
    expect(await editions(id)).toHaveLength(1)
    await republish(id, {
      title: 'Après',
      body: richText('Des pivoines.'),
      abstract: 'Résumé d’après.',
      authors: [],
      themes: [],
      regions: [],
      pdf: second.id,
    })
    await payload.update({
      collection: 'publications',
      id,
      data: { title: 'Pas encore', _status: 'draft' },
      draft: true,
    })
    // Payload keeps so many versions and no more.
    await payload.db.deleteVersions({ collection: 'publications', where: { parent: { equals: id } } })
    const old = await site.get('/publications/durable/v1')
    expect(old.status).toBe(200)
    for (const words of [
      'Vous lisez la version 1 : une plus récente a paru depuis',
      'Avant',
      'Résumé d’avant.',
      'Des tournesols.',
      'Ada Martin',
      'Financement',
      'Bretagne',
      `Version 2, ${TODAY}`,
    ])
      expect(old.text).toContain(words)
    expect(old.html).toContain('/api/files/file/premiere.pdf')
    expect(old.html).toContain('<meta name="robots" content="noindex, nofollow"/>')
    for (const words of ['pivoines', 'Pas encore', 'Page 3.']) expect(old.text).not.toContain(words)
    const newest = await site.get('/publications/durable/v2')
    expect(newest.text).toContain('Vous lisez la version 2, telle qu’elle a paru')
    for (const { text } of [newest, await site.get('/publications/durable')]) {
      for (const words of ['Après', 'Des pivoines.', `Version 1, ${TODAY}`]) expect(text).toContain(words)
      expect(text).not.toContain('Pas encore')
    }
    expect((await site.get('/publications/durable')).text).toContain('Page 3.')
    expect((await site.get('/api/files/file/premiere.pdf')).status).toBe(200)
  })

  it('shows the pictures that stood in its text', async () => {
    const { payload } = app
    const data = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    )
    const picture = await payload.create({
      collection: 'media',
      data: { alt: 'Une salle' },
      file: { data, name: 'salle.png', mimetype: 'image/png', size: data.length },
    })
    const body = {
      root: {
        ...richText('').root,
        children: [
          {
            type: 'upload',
            version: 3,
            format: '' as const,
            id: 'a',
            relationTo: 'media',
            value: picture.id,
            fields: null,
          },
        ],
      },
    }
    await makePublication(payload, { title: 'Illustrée', slug: 'illustree', body })
    for (const path of ['/publications/illustree', '/publications/illustree/v1'])
      expect((await site.get(path)).html).toMatch(/<img [^>]*salle[^>]*alt="Une salle"/)
    const other = Buffer.from(data)
    await expect(
      payload.update({
        collection: 'media',
        id: picture.id,
        data: {},
        file: { data: other, name: 'autre.png', mimetype: 'image/png', size: other.length },
      }),
    ).rejects.toMatchObject({ code: 'file-of-edition' })
    await expect(payload.delete({ collection: 'media', id: picture.id })).rejects.toMatchObject({
      code: 'file-of-edition',
    })
  })

  it('leads where its text led, as anybody may read it today', async () => {
    const { payload } = app
    const open = await makePublication(payload, { title: 'Liée', slug: 'liee', kind: 'practice' })
    const closed = await makePublication(payload, {
      title: 'Fermée',
      slug: 'fermee',
      kind: 'practice',
      _status: 'draft',
    })
    await makePublication(payload, {
      title: 'Liante',
      slug: 'liante',
      kind: 'practice',
      body: linksTo([
        ['publications', open.id, 'ici'],
        ['publications', closed.id, 'là'],
      ]),
    })
    await payload.update({ collection: 'publications', id: open.id, data: { slug: 'liee-ailleurs' } })
    for (const path of ['/publications/liante', '/publications/liante/v1']) {
      const { html } = await site.get(path)
      expect(html).toContain('<a href="/publications/liee-ailleurs">ici</a>')
      expect(html).not.toContain('fermee')
    }
  })

  it('is made for what needs nobody’s approval too, and not for what changes nothing', async () => {
    const { id } = await makePublication(app.payload, { title: 'Pratique', slug: 'pratique', kind: 'practice' })
    await publish(app.payload, id)
    await app.payload.update({ collection: 'publications', id, data: { title: 'Pratique revue' } })
    await app.payload.update({ collection: 'publications', id, data: { title: 'Pratique' } })
    expect((await editions(id)).map(({ number }) => number)).toEqual([1, 2, 3])
  })

  it('is nobody’s to read while its publication is not: unpublished, under an embargo, deleted', async () => {
    const { payload } = app
    const { id } = await makePublication(payload, {
      title: 'Cachée',
      slug: 'cachee',
      kind: 'practice',
      body: richText('Cyclamen.'),
    })
    const closed = async (gone: number) => {
      for (const path of [
        '/publications/cachee/v1',
        '/publications/cachee',
        '/api/publication-editions?depth=2',
        `/api/publication-editions?where[slug][equals]=cachee`,
      ]) {
        const { status, html } = await site.get(path)
        expect({ path, status: path.startsWith('/api') ? gone : status, said: /Cyclamen|cachee"/.test(html) }).toEqual({
          path,
          status: gone,
          said: false,
        })
      }
    }
    expect((await site.get('/publications/cachee/v1')).text).toContain('Cyclamen.')
    await payload.update({ collection: 'publications', id, data: { _status: 'draft' } })
    await closed(410)
    const free = new Date(Date.now() + 3_600_000)
    await payload.update({
      collection: 'publications',
      id,
      data: { _status: 'published', embargoUntil: free.toISOString() },
    })
    await closed(410)
    await payload.update({ collection: 'publications', id, data: { _status: 'published', embargoUntil: null } })
    expect((await site.get('/publications/cachee/v1')).status).toBe(200)
    await payload.delete({ collection: 'publications', id })
    await closed(410)
    const editor = await makeUser(payload, ['editor'])
    const { docs } = await payload.find({
      collection: 'publication-editions',
      where: { slug: { equals: 'cachee' } },
      user: editor,
      overrideAccess: false,
    })
    expect(docs.map(({ subject, number }) => [subject, number])).toEqual([[`publication:${id}`, 1]])
  })

  it('is never what was corrected before its embargo ended, and bears the day on which it appeared', async () => {
    const { payload } = app
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    const { id } = await makePublication(payload, {
      title: 'Retenue',
      slug: 'retenue',
      kind: 'practice',
      body: richText('Un chiffre faux.'),
      embargoUntil: inHours(96).toISOString(),
    })
    await payload.update({
      collection: 'publications',
      id,
      data: { body: richText('Le bon chiffre.'), slug: 'retenue-mieux' },
    })
    await payload.update({ collection: 'publications', id, data: { embargoUntil: inHours(48).toISOString() } })
    expect((await editions(id)).map(({ number, slug, publishedAt }) => [number, slug, publishedAt])).toEqual([
      [1, 'retenue-mieux', expect.stringContaining(inHours(48).toISOString().slice(0, 13))],
    ])
    setClock(() => inHours(49))
    const { text } = await site.get('/publications/retenue-mieux/v1')
    expect(text).toContain('Le bon chiffre.')
    expect(text).toContain(`version 1, ${formatDay(parisDay(inHours(48)))}`)
    for (const path of ['/publications/retenue/v1', '/publications/retenue-mieux/v2'])
      expect((await site.get(path)).text).not.toContain('chiffre')
    // Having appeared, it stays.
    await payload.update({ collection: 'publications', id, data: { body: richText('Un meilleur chiffre.') } })
    expect((await editions(id)).map(({ number }) => number)).toEqual([1, 2])
    expect((await site.get('/publications/retenue-mieux/v1')).text).toContain('Le bon chiffre.')
    const { docs } = await payload.find({
      collection: 'journal',
      where: { subject: { equals: `publication:${id}` } },
      pagination: false,
    })
    expect(docs).toHaveLength(3)
  })

  it('goes with its publication under an embargo that comes after it, and comes back with it', async () => {
    const { payload } = app
    const { id } = await makePublication(payload, {
      title: 'Reprise',
      slug: 'reprise',
      kind: 'practice',
      body: richText('Amarante.'),
    })
    for (const path of ['/publications/reprise', '/publications/reprise/v1'])
      expect((await site.get(path)).text).toContain('Amarante.')
    const end = new Date(Date.now() + 3_600_000)
    await payload.update({ collection: 'publications', id, data: { embargoUntil: end.toISOString() } })
    for (const path of ['/publications/reprise', '/publications/reprise/v1']) {
      const { status, html } = await site.get(path)
      expect({ path, status, said: html.includes('Amarante') }).toEqual({ path, status: 410, said: false })
    }
    expect((await site.get('/publications')).text).not.toContain('Reprise')
    setClock(() => new Date(end.getTime() + 1_000))
    for (const path of ['/publications/reprise', '/publications/reprise/v1'])
      expect((await site.get(path)).text).toContain('Amarante.')
    expect(await editions(id)).toHaveLength(1)
  })

  it('gives its bytes, which name who wrote it by their records, to insiders alone', async () => {
    await makePublication(app.payload, { title: 'Octets', slug: 'octets' })
    const { html } = await site.get('/api/publication-editions?where[slug][equals]=octets')
    expect(html).toContain('"number":1')
    expect(html).not.toContain('authorPeople')
  })

  it('keeps the address of its time when its publication moves, and nobody else takes it', async () => {
    const { id } = await makePublication(app.payload, { title: 'Nomade', slug: 'ici' })
    await app.payload.update({ collection: 'publications', id, data: { slug: 'la' } })
    expect((await site.get('/publications/ici/v1')).status).toBe(200)
    expect(await site.get('/publications/ici')).toMatchObject({ status: 301, location: '/publications/la' })
    expect(await site.get('/publications/la/v1')).toMatchObject({ status: 301, location: '/publications/ici/v1' })
    expect((await site.get('/publications/la')).html).toContain('/publications/ici/v1')
    await expect(makePublication(app.payload, { title: 'Autre', slug: 'ici', kind: 'practice' })).rejects.toMatchObject(
      { code: 'slug-cited' },
    )
    await republish(id, { title: 'Nomade revu' })
    expect((await site.get('/publications/la/v2')).status).toBe(200)
  })

  it('has one address: nothing else leads to one', async () => {
    await makePublication(app.payload, { title: 'Seule', slug: 'seule' })
    for (const version of ['v2', 'v0', 'v01', 'v-1', 'v1.0', 'V1', '1', 'v', 'v9999999', 'v1e0', 'v%201'])
      expect({ version, status: (await site.get(`/publications/seule/${version}`)).status }).toEqual({
        version,
        status: 404,
      })
  })
})
