import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callApi, codeOf } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { makeColleague, richText } from '../support/governance.ts'
import { draftPage, linkTo, picture, publishedPage } from '../support/pages.ts'
import { makeEvent, makePdf, makePublication } from '../support/publishing.ts'
import { withFailure } from '../support/writes.ts'

let app: TestApp
let editor: string

beforeAll(async () => {
  app = await startApp()
  editor = (await makeColleague(app.payload, ['editor'])).token
})

afterAll(() => app.stop())

type Used = { collection: string; id: string | null; title: string; live: boolean }

const send = <Body = Record<string, unknown>>(method: string, at: string, body?: object) =>
  callApi<Body>(app, at, { method, token: editor, ...(body ? { body } : {}) })

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
