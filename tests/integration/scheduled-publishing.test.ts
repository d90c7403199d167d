import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TASKS } from '../../src/jobs/tasks.ts'
import { runDue } from '../../src/jobs/timers.ts'
import { setClock } from '../../src/lib/clock.ts'
import type { Page, Schedule } from '../../src/payload-types.ts'
import { publishDue } from '../../src/scheduling/publish-due.ts'
import { callApi, codeOf, issuesOf } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { PASSWORD, staffUser } from '../support/factories.ts'
import { draftPage, publishedPage } from '../support/pages.ts'
import { approveDraft, makePublication } from '../support/publishing.ts'

let app: TestApp
let payload: Payload
let accounts: Record<'editor' | 'secretariat', Account>
let editor: { id: string; token: string }
let secretariat: string

type Account = { id: string; email: string }

beforeAll(async () => {
  app = await startApp()
  ;({ payload } = app)
  accounts = {
    editor: await staffUser(payload, { roles: ['editor'] }),
    secretariat: await staffUser(payload, { roles: ['secretariat'] }),
  }
})

// Sessions end within a day, and the timers delete those that have ended: each test that lets days pass ends them all.
beforeEach(async () => {
  editor = await signIn(accounts.editor)
  secretariat = (await signIn(accounts.secretariat)).token
})

afterEach(() => setClock(null))
afterAll(() => app.stop())

async function signIn({ id, email }: Account) {
  const { token } = await payload.login({ collection: 'users', data: { email, password: PASSWORD } })
  return { id, token: token ?? '' }
}

const DAY = 86_400_000
const tomorrow = () => new Date(Date.now() + DAY)
const opening = (lead: string): Page['layout'] => [{ blockType: 'opening', title: 'Un titre', lead }]
const schedule = (id: string, at: unknown = tomorrow().toISOString(), token = editor.token, collection = 'pages') =>
  callApi(app, `/${collection}/${id}/schedule`, { body: { at }, token })
const dayAfter = () => setClock(() => new Date(Date.now() + 2 * DAY))
const onTheSite = async (id: string) => {
  const { docs } = await payload.find({
    collection: 'pages',
    where: { id: { equals: id } },
    locale: 'fr',
    depth: 0,
    overrideAccess: false,
  })
  return docs[0] ?? null
}
const rows = async (id: string, collection = 'pages'): Promise<Schedule[]> =>
  (
    await payload.find({
      collection: 'schedules',
      where: { subject: { equals: `${collection}:${id}` } },
      sort: 'createdAt',
      depth: 0,
      overrideAccess: true,
      showHiddenFields: true,
    })
  ).docs
const save = (id: string, data: Partial<Page>) =>
  payload.update({
    collection: 'pages',
    id,
    data: { ...data, _status: 'draft' },
    draft: true,
    autosave: true,
    locale: 'fr',
    depth: 0,
    overrideAccess: true,
  })

describe('a publication at a moment chosen beforehand', () => {
  it('comes about once its moment has come, in every language, and once', async () => {
    const { id } = await publishedPage(payload, { slug: 'rentree', title: 'La rentrée', layout: opening('Avant.') })
    await save(id, { layout: opening('Après.') })
    expect(await schedule(id)).toMatchObject({ status: 200 })
    expect((await runDue(payload, TASKS))['publish-scheduled']).toBe(0)
    expect((await onTheSite(id))?.layout).toMatchObject([{ lead: 'Avant.' }])
    dayAfter()
    expect((await runDue(payload, TASKS))['publish-scheduled']).toBe(1)
    expect((await onTheSite(id))?.layout).toMatchObject([{ lead: 'Après.' }])
    expect((await runDue(payload, TASKS))['publish-scheduled']).toBe(0)
    expect(await rows(id)).toMatchObject([{ status: 'published', by: editor.id }])
  })

  it('comes about once when two processes meet it', async () => {
    const { id } = await draftPage(payload, { slug: 'ensemble', title: 'Ensemble' })
    await schedule(id)
    const [row] = await rows(id)
    if (!row) throw new Error('Nothing was scheduled')
    const acted = await Promise.all([publishDue(payload, row), publishDue(payload, row)])
    expect(acted.filter(Boolean)).toHaveLength(1)
    const { totalDocs } = await payload.countVersions({
      collection: 'pages',
      where: { parent: { equals: id }, 'version._status': { equals: 'published' } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(1)
  })

  it('is cancelled by a change since, which is published by nobody', async () => {
    const { id } = await draftPage(payload, { slug: 'en-cours', title: 'En cours' })
    await schedule(id)
    await save(id, { title: 'Encore en cours' })
    expect(await rows(id)).toMatchObject([{ status: 'ended', ending: 'edited' }])
    dayAfter()
    await runDue(payload, TASKS)
    expect(await onTheSite(id)).toBeNull()
  })

  it('is cancelled by a change that was saved beside it, unseen', async () => {
    const { id } = await draftPage(payload, { slug: 'croise', title: 'Croisé' })
    await schedule(id)
    const [row] = await rows(id)
    await payload.db.updateOne({
      collection: 'schedules',
      where: { id: { equals: row?.id } },
      data: { savedAt: '2020-01-01T00:00:00.000Z' },
      req: {},
    })
    dayAfter()
    await runDue(payload, TASKS)
    expect(await rows(id)).toMatchObject([{ status: 'ended', ending: 'edited' }])
    expect(await onTheSite(id)).toBeNull()
  })

  it('is cancelled by hand, and another moment takes its place', async () => {
    const { id } = await draftPage(payload, { slug: 'remis', title: 'Remis' })
    await schedule(id)
    await schedule(id, '2099-01-01T09:00')
    expect(await rows(id)).toMatchObject([{ ending: 'by-hand' }, { status: 'waiting', at: '2099-01-01T08:00:00.000Z' }])
    expect((await callApi(app, `/pages/${id}/unschedule`, { token: editor.token })).status).toBe(200)
    expect(codeOf(await callApi(app, `/pages/${id}/unschedule`, { token: editor.token }))).toBe('nothing-scheduled')
    dayAfter()
    await runDue(payload, TASKS)
    expect(await onTheSite(id)).toBeNull()
  })

  it('does not come about for somebody who may publish no more', async () => {
    const { id: by, token } = await signIn(await staffUser(payload, { roles: ['editor'] }))
    const { id } = await draftPage(payload, { slug: 'orpheline', title: 'Orpheline' })
    await schedule(id, tomorrow().toISOString(), token)
    await payload.update({ collection: 'users', id: by, data: { roles: [] }, overrideAccess: true })
    dayAfter()
    await runDue(payload, TASKS)
    expect(await rows(id)).toMatchObject([{ status: 'ended', ending: 'not-an-editor' }])
    expect(await onTheSite(id)).toBeNull()
  })

  it('says why it was refused, or that nothing is left of it', async () => {
    const above = await draftPage(payload, { slug: 'rubrique', title: 'Rubrique' })
    const below = await draftPage(payload, { slug: 'dessous', title: 'Dessous', parent: above.id })
    const gone = await draftPage(payload, { slug: 'partie', title: 'Partie' })
    for (const { id } of [below, gone]) await schedule(id)
    await payload.delete({ collection: 'pages', id: gone.id, overrideAccess: true })
    dayAfter()
    await runDue(payload, TASKS)
    expect(await rows(below.id)).toMatchObject([
      { status: 'ended', ending: 'refused', said: 'Publiez d’abord la page sous laquelle celle-ci se range.' },
    ])
    expect(await rows(gone.id)).toMatchObject([{ ending: 'gone' }])
    expect(await onTheSite(below.id)).toBeNull()
  })

  it('says that its address was taken by another meanwhile, and is not tried for ever', async () => {
    const { id } = await draftPage(payload, { slug: 'place-libre', title: 'Place' })
    await save(id, { slug: 'place-prise' })
    await schedule(id)
    await publishedPage(payload, { slug: 'place-prise', title: 'Première' })
    dayAfter()
    await runDue(payload, TASKS)
    expect(await rows(id)).toMatchObject([
      {
        status: 'ended',
        ending: 'refused',
        said: 'Son adresse est déjà celle d’un autre enregistrement\u00a0: choisissez-en une autre.',
      },
    ])
    expect(await onTheSite(id)).toBeNull()
  })

  it('needs the approval that it needs by hand, of what stands there at that moment', async () => {
    const kind = 'position'
    const { id } = await makePublication(payload, { title: 'Sans accord', slug: 'sans-accord', kind, _status: 'draft' })
    const { id: approved } = await makePublication(payload, {
      title: 'Avec accord',
      slug: 'avec-accord',
      kind,
      _status: 'draft',
    })
    await approveDraft(payload, approved)
    for (const each of [id, approved])
      expect(await schedule(each, undefined, undefined, 'publications')).toMatchObject({ status: 200 })
    dayAfter()
    await runDue(payload, TASKS)
    expect(await rows(id, 'publications')).toMatchObject([
      { status: 'ended', ending: 'refused', said: expect.stringContaining('doit d’abord être approuvée') },
    ])
    expect(await rows(approved, 'publications')).toMatchObject([{ status: 'published' }])
    const { docs } = await payload.find({ collection: 'publications', overrideAccess: false, depth: 0, sort: 'slug' })
    expect(docs.map(({ slug }) => slug)).toEqual(['avec-accord'])
    expect(await payload.count({ collection: 'publication-editions' })).toEqual({ totalDocs: 1 })
  })

  it('is chosen by editors alone, for a moment to come, of something that is not published yet', async () => {
    const { id } = await draftPage(payload, { slug: 'droits', title: 'Droits' })
    const { id: done } = await publishedPage(payload, { slug: 'faite', title: 'Faite' })
    expect((await callApi(app, `/pages/${id}/schedule`, { body: { at: 'x' } })).status).toBe(401)
    expect((await schedule(id, 'x', secretariat)).status).toBe(403)
    expect((await schedule('019a0000-0000-7000-8000-000000000000')).status).toBe(404)
    expect(issuesOf(await schedule(id, 'demain'))).toEqual(['at: not-a-moment'])
    expect(codeOf(await schedule(id, '2020-01-01T09:00'))).toBe('not-to-come')
    expect(codeOf(await schedule(done))).toBe('nothing-to-publish')
    expect((await callApi(app, `/pages/${id}/unschedule`, { token: secretariat })).status).toBe(403)
    expect(await rows(id)).toEqual([])
  })
})
