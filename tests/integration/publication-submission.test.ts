import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message, Publication } from '../../src/payload-types.ts'
import { giveOpinion } from '../../src/publications/give-opinion.ts'
import { readDraft } from '../../src/publications/stored.ts'
import { callApi, codeOf, issuesOf } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { makeColleague, type Colleague } from '../support/governance.ts'
import {
  approveDraft,
  makePublication,
  reviewing,
  seatedIn,
  type Reviewing,
  type Seated,
} from '../support/publishing.ts'

let app: TestApp
let editor: Colleague
let seats: Reviewing
let author: Seated

beforeAll(async () => {
  app = await startApp()
  editor = await makeColleague(app.payload, ['editor'], { name: 'Maud Ferrand' })
  seats = await reviewing(app.payload)
  author = await seatedIn(app.payload, seats.reviewer.body)
})

afterAll(() => app.stop())

let made = 0
const draft = (kind: Publication['kind'], data: Partial<Publication> = {}) =>
  makePublication(app.payload, { title: 'Note', slug: `note-${(made += 1)}`, kind, _status: 'draft', ...data })

async function hashOf(id: string): Promise<string> {
  const stored = await readDraft({ payload: app.payload }, id)
  if (!stored) throw new Error('There is no draft')
  return stored.hash
}

const submitting = async (id: string, { token }: { token?: string } = editor, body?: object) =>
  callApi(app, `/publications/${id}/submit`, {
    body: body ?? { contentHash: await hashOf(id) },
    ...(token ? { token } : {}),
  })

async function owed(id: string): Promise<Message[]> {
  const { docs } = await app.payload.find({
    collection: 'messages',
    where: { subject: { equals: `publication:${id}` } },
    sort: 'createdAt',
    pagination: false,
    depth: 0,
    showHiddenFields: true,
  })
  return docs
}
const told = async (id: string) =>
  (await owed(id)).map(({ recipient, data }) => [recipient, Reflect.get(Object(data), 'asks')])

describe('a publication that an editor submits', () => {
  it('is told to who may give what it lacks, and to no author for an opinion', async () => {
    const { id } = await draft('position', { authorPeople: [author.person.id] })
    expect(await submitting(id)).toMatchObject({ status: 200, body: { message: 'Les instances sont prévenues.' } })
    expect(await told(id)).toEqual([
      [seats.adopter.user.email, 'approval'],
      [seats.reviewer.user.email, 'opinion'],
    ])
    expect((await owed(id))[0]).toMatchObject({
      template: 'publication-waits',
      status: 'owed',
      data: { title: 'Note', kind: 'position', by: 'Maud Ferrand' },
      links: { panel: { path: `/admin/collections/publications/${id}` } },
    })
  })

  it('is told once of each content, and only of what that content lacks', async () => {
    const { id } = await draft('report', { authorPeople: [author.person.id] })
    for (const answer of await Promise.all([submitting(id), submitting(id)])) expect(answer.status).toBe(200)
    expect((await submitting(id)).status).toBe(200)
    expect(await told(id)).toHaveLength(2)
    await app.payload.update({ collection: 'publications', id, data: { title: 'Note revue' }, draft: true })
    await giveOpinion(app.payload, {
      id,
      user: seats.reviewer.user,
      contentHash: await hashOf(id),
      opinion: 'favourable',
      comments: null,
    })
    await submitting(id)
    expect((await told(id)).slice(2)).toEqual([[seats.adopter.user.email, 'approval']])
  })

  it('waits for somebody: what is only begun, needs nobody’s word or has it, and other content than was read, is refused', async () => {
    const begun = await draft('statement', { body: null })
    const free = await draft('watch')
    const approved = await draft('statement')
    await approveDraft(app.payload, approved.id)
    const changed = await draft('statement')
    const answers = [
      await submitting(begun.id),
      await submitting(free.id),
      await submitting(approved.id),
      await submitting(changed.id, editor, { contentHash: '0'.repeat(64) }),
    ]
    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual([
      [409, 'not-whole'],
      [409, 'no-approval-needed'],
      [409, 'nothing-missing'],
      [409, 'content-changed'],
    ])
    for (const { id } of [begun, free, approved, changed]) expect(await owed(id)).toEqual([])
  })

  it('is submitted by editors alone', async () => {
    const { id } = await draft('statement')
    const secretariat = await makeColleague(app.payload, ['secretariat'])
    const answers = [
      await submitting(id, {}),
      await submitting(id, secretariat),
      await submitting('019a0000-0000-7000-8000-000000000000', editor, {}),
    ]
    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual([
      [401, 'unauthorized'],
      [403, 'wrong-actor'],
      [404, 'not-found'],
    ])
    expect(issuesOf(await submitting(id, editor, { autre: 1 })).sort()).toEqual([
      'autre: unknown-field',
      'contentHash: required',
    ])
    expect(await owed(id)).toEqual([])
  })

  it('is told to nobody where nobody sits who could give it', async () => {
    const { id } = await draft('statement')
    await app.payload.update({ collection: 'mandates', id: seats.adopter.mandate.id, data: { lastDay: '2020-01-01' } })
    const refused = await submitting(id)
    expect([refused.status, codeOf(refused)]).toEqual([409, 'nobody-to-ask'])
    expect(JSON.stringify(refused.body)).toContain('voyez avec le secrétariat')
  })
})
