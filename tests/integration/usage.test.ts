import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callApi, codeOf } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { makeColleague, richText } from '../support/governance.ts'
import { draftPage, linkTo, picture, publishedPage } from '../support/pages.ts'
import { makeEvent, makePdf, makePublication } from '../support/publishing.ts'
import { openSiteDoor, visitor } from '../support/site.ts'
import { withFailure } from '../support/writes.ts'

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>
let editor: string

beforeAll(async () => {
  app = await startApp()
  door = await openSiteDoor(app)
  site = visitor(door)
  editor = (await makeColleague(app.payload, ['editor'])).token
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

type Used = { collection: string; id: string | null; title: string; live: boolean }

const send = <Body = Record<string, unknown>>(method: string, at: string, body?: object) =>
  callApi<Body>(app, at, { method, token: editor, ...(body ? { body } : {}) })

const trash = (at: string) => send('PATCH', `${at}?locale=fr`, { deletedAt: '2026-11-30T10:00:00.000Z' })
const restore = (at: string) => send('PATCH', `${at}?locale=fr&trash=true`, { deletedAt: null })

/** The places that a list or a refusal names, without their ids. */
const places = (uses: readonly Used[] | undefined) =>
  (uses ?? []).map(({ collection, title, live }) => `${collection} ${title}${live ? '' : ' (draft)'}`).sort()

const usage = async (collection: string, id: string) =>
  places((await send<{ docs: Used[] }>('GET', `/${collection}/${id}/usage`)).body.docs)

async function refused(method: string, at: string, body?: object): Promise<string[]> {
  const answer = await send<{ usedIn?: Used[] }>(method, at, body)
  expect([answer.status, codeOf(answer)]).toEqual([409, 'in-use'])
  return places(answer.body.usedIn)
}

const shown = (id: string) => ({
  root: {
    ...richText('').root,
    children: [
      { type: 'upload', version: 3, format: '' as const, id: 'a', relationTo: 'media', value: id, fields: null },
    ],
  },
})

describe('what the site names', () => {
  it('is not deleted: a picture in a field, a block, a text, in English and in drafts', async () => {
    const { payload } = app
    const { id } = await picture(payload, 'utile')
    await publishedPage(payload, { slug: 'partagee', title: 'Partagée', image: id })
    await publishedPage(payload, {
      slug: 'en-bloc',
      title: 'En bloc',
      layout: [{ blockType: 'logos', items: [{ image: id, name: 'Un organisme' }] }],
    })
    const english = await publishedPage(payload, { slug: 'anglaise', title: 'En anglais' })
    await payload.update({
      collection: 'pages',
      id: english.id,
      locale: 'en',
      data: { title: 'English', layout: [{ blockType: 'richText', content: shown(id) }] },
    })
    await draftPage(payload, { slug: 'brouillon', title: 'Brouillon', image: id })
    await makeEvent(payload, { title: 'Rencontre', slug: 'rencontre-illustree', programme: shown(id) })
    const names = ['events Rencontre', 'pages Brouillon (draft)', 'pages En anglais', 'pages En bloc', 'pages Partagée']
    expect(await usage('media', id)).toEqual(names)
    expect(await refused('DELETE', `/media/${id}`)).toEqual(names)
    const answer = await send<{ errors: { message: string }[] }>('DELETE', `/media/${id}`)
    expect(answer.body.errors[0]?.message).toContain('4 pages\u00a0: «\u00a0')
    expect(answer.body.errors[0]?.message).toContain('1 événement\u00a0: «\u00a0Rencontre\u00a0»')
    expect(await payload.count({ collection: 'media', where: { id: { equals: id } } })).toEqual({ totalDocs: 1 })
  })

  it('is not deleted: a PDF of a document, with its bytes; what nothing names goes with them once it is committed', async () => {
    const { payload } = app
    const pdf = await makePdf(payload, 'statuts')
    const document = await payload.create({
      collection: 'documents',
      data: { title: 'Statuts', kind: 'statutes', day: '2026-01-01', file: pdf.id, visibility: 'public' },
    })
    const { staticDir = '' } = payload.collections.files.config.upload
    const kept = () => existsSync(path.join(staticDir, pdf.filename))
    expect(await refused('DELETE', `/files/${pdf.id}`)).toEqual(['documents Statuts'])
    expect(kept()).toBe(true)
    expect((await send('DELETE', `/documents/${document.id}`)).status).toBe(200)
    expect(
      await withFailure(payload, 'commit', () => payload.delete({ collection: 'files', id: pdf.id })),
    ).toMatchObject({ failed: true })
    expect(kept()).toBe(true)
    expect((await send('DELETE', `/files/${pdf.id}?select[title]=true`)).status).toBe(200)
    expect(kept()).toBe(false)
  })

  it('is not deleted many at once either, and each that stays is named', async () => {
    const { payload } = app
    const [used, free] = [await picture(payload, 'servie'), await picture(payload, 'libre')]
    await publishedPage(payload, { slug: 'servie', title: 'Servie', image: used.id })
    const answer = await send<{ docs: { id: string }[]; errors: { id: string }[] }>(
      'DELETE',
      `/media?where[id][in]=${used.id},${free.id}`,
    )
    expect(answer.body.errors.map(({ id }) => id)).toEqual([used.id])
    expect(
      (await payload.find({ collection: 'media', where: { id: { in: [used.id, free.id] } } })).docs.map(({ id }) => id),
    ).toEqual([used.id])
  })

  it('is not taken off the site while what is published leads there', async () => {
    const { payload } = app
    const target = await publishedPage(payload, { slug: 'cible', title: 'Cible' })
    const below = await publishedPage(payload, { slug: 'dessous', title: 'Dessous', parent: target.id })
    const note = await makePublication(payload, {
      title: 'Une note',
      slug: 'une-note',
      kind: 'watch',
      body: linkTo(target.id, 'ici'),
    })
    await payload.updateGlobal({ slug: 'footer', data: { links: [{ page: target.id }] } })
    const withdraw = { _status: 'draft' }
    expect(await refused('PATCH', `/pages/${target.id}`, withdraw)).toEqual([
      'footer Bas de page',
      'pages Dessous',
      'publications Une note',
    ])
    expect(await usage('pages', target.id)).toHaveLength(3)
    // A draft beside what is published takes nothing off.
    expect(
      (await send('PATCH', `/pages/${target.id}?draft=true&locale=fr`, { ...withdraw, summary: 'Autre' })).status,
    ).toBe(200)
    await payload.updateGlobal({ slug: 'footer', data: { links: [] } })
    expect((await send('PATCH', `/pages/${below.id}?locale=fr`, withdraw)).status).toBe(200)
    expect((await send('PATCH', `/publications/${note.id}`, withdraw)).status).toBe(200)
    expect((await send('PATCH', `/pages/${target.id}?locale=fr`, withdraw)).status).toBe(200)
  })

  it('is listed for editors alone', async () => {
    const { id } = await picture(app.payload, 'privee')
    expect((await callApi(app, `/media/${id}/usage`, { method: 'GET' })).status).toBe(401)
    const { token } = await makeColleague(app.payload, ['secretariat'])
    expect((await callApi(app, `/media/${id}/usage`, { method: 'GET', token })).status).toBe(403)
    expect((await send('GET', `/media/${'0'.repeat(24)}/usage`)).status).toBe(404)
  })
})

const soon = { timeout: 5_000 }
const status = async (at: string) => (await site.get(at)).status

describe('the trash', () => {
  it('takes a page off the site, and gives it back whole at its address', async () => {
    const { payload } = app
    const page = await publishedPage(payload, { slug: 'a-jeter', title: 'À jeter', summary: 'Entière' })
    expect(await status('/a-jeter')).toBe(200)
    expect((await trash(`/pages/${page.id}`)).status).toBe(200)
    await expect.poll(() => status('/a-jeter'), soon).toBe(410)
    for (const query of ['', '?trash=true', '?draft=true&trash=true']) {
      expect((await callApi(app, `/pages/${page.id}${query}`, { method: 'GET' })).status).toBe(404)
      expect((await callApi(app, `/pages${query}`, { method: 'GET' })).body).not.toHaveProperty('docs.0.id', page.id)
    }
    expect((await send('GET', `/pages/${page.id}?trash=true&locale=fr`)).body).toMatchObject({ title: 'À jeter' })
    expect((await restore(`/pages/${page.id}`)).status).toBe(200)
    await expect.poll(() => status('/a-jeter'), soon).toBe(200)
    expect(await payload.findByID({ collection: 'pages', id: page.id, locale: 'fr' })).toMatchObject({
      slug: 'a-jeter',
      englishSlug: 'a-jeter',
      summary: 'Entière',
      _status: 'published',
    })
  })

  it('leaves an address to whoever takes it, and finds another on the way back', async () => {
    const { payload } = app
    const first = await makeEvent(payload, { title: 'Première', slug: 'colloque' })
    expect((await trash(`/events/${first.id}`)).status).toBe(200)
    await makeEvent(payload, { title: 'Seconde', slug: 'colloque' })
    expect((await restore(`/events/${first.id}`)).status).toBe(200)
    expect(await payload.findByID({ collection: 'events', id: first.id })).toMatchObject({ slug: 'colloque-2' })
  })

  it('holds publications, documents, pictures and PDFs, which nobody but editors sees there', async () => {
    const { payload } = app
    const note = await makePublication(payload, { title: 'Communiqué', slug: 'communique' })
    const image = await picture(payload, 'jetee')
    const pdf = await makePdf(payload, 'compte-rendu')
    const document = await payload.create({
      collection: 'documents',
      data: { title: 'CR', kind: 'minutes', day: '2026-01-01', file: pdf.id, visibility: 'public' },
    })
    expect(await refused('PATCH', `/files/${pdf.id}`, { deletedAt: '2026-11-30T10:00:00.000Z' })).toEqual([
      'documents CR',
    ])
    const open = [
      `/api/media/file/${image.filename ?? ''}`,
      `/api/files/file/${pdf.filename}`,
      '/publications/communique',
    ]
    for (const at of open) expect([at, await status(at)]).toEqual([at, 200])
    for (const at of [
      `/documents/${document.id}`,
      `/files/${pdf.id}`,
      `/media/${image.id}`,
      `/publications/${note.id}`,
    ]) {
      expect([at, (await trash(at)).status]).toEqual([at, 200])
      expect([at, (await callApi(app, `${at}?trash=true`, { method: 'GET' })).status]).toEqual([at, 404])
    }
    for (const at of open) await expect.poll(() => status(at), soon).not.toBe(200)
    // The document may come back: what it holds is not destroyed.
    expect(await refused('DELETE', `/files/${pdf.id}?trash=true`)).toEqual(['documents CR'])
    for (const at of [
      `/files/${pdf.id}`,
      `/documents/${document.id}`,
      `/media/${image.id}`,
      `/publications/${note.id}`,
    ])
      expect([at, (await restore(at)).status]).toEqual([at, 200])
    for (const at of open) await expect.poll(() => status(at), soon).toBe(200)
  })
})

describe('a copy', () => {
  it('has an address of its own, with which it is published', async () => {
    const { payload } = app
    const page = await publishedPage(payload, { slug: 'originale', title: 'Originale' })
    const { body } = await send<{ doc: { id: string } }>('POST', `/pages/${page.id}/duplicate?locale=fr`, {})
    const published = await payload.update({
      collection: 'pages',
      id: body.doc.id,
      locale: 'fr',
      data: { _status: 'published' },
    })
    expect(published).toMatchObject({ slug: 'originale-2', englishSlug: 'originale-2', _status: 'published' })
  })
})
