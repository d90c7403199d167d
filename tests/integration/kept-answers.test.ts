import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { makeUser } from '../support/governance.ts'
import { makePdf, makePublication, publish, approveDraft } from '../support/publishing.ts'
import { openSiteDoor } from '../support/site.ts'

let app: TestApp
let door: TestDoor
let token: string

beforeAll(async () => {
  app = await startApp()
  door = await openSiteDoor(app)
  const user = await makeUser(app.payload, ['editor'])
  const answer = await fetch(`${door.url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: user.email, password: 'un-mot-de-passe-de-test' }),
  })
  token = ((await answer.json()) as { token: string }).token
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(door.url + path, { headers })
  return { status: response.status, text: await response.text() }
}

/** Of which collections the database is asked meanwhile. */
async function asked(run: () => Promise<unknown>): Promise<string[]> {
  const [find, findOne] = [vi.spyOn(app.payload.db, 'find'), vi.spyOn(app.payload.db, 'findOne')]
  await run()
  const names = [...find.mock.calls, ...findOne.mock.calls]
    .map(([{ collection }]) => collection)
    .filter((each) => each !== 'content-epoch')
  find.mockRestore()
  findOne.mockRestore()
  return names
}

const EDITIONS = '/api/publication-editions?depth=2&limit=100'

describe('what the API answers to anybody', () => {
  it('is made once, and again when something has changed in what it read', async () => {
    const { id } = await makePublication(app.payload, { slug: 'guide', title: 'Le guide' })
    const first = await ask(EDITIONS)
    expect([first.status, first.text.includes('Le guide')]).toEqual([200, true])
    expect(await asked(() => ask(EDITIONS))).toEqual([])
    expect((await ask(EDITIONS)).text).toBe(first.text)
    await app.payload.update({
      collection: 'publications',
      id,
      data: { title: 'Le guide revu' },
      draft: true,
      depth: 0,
    })
    await approveDraft(app.payload, id)
    await publish(app.payload, id)
    expect((await ask(EDITIONS)).text).toContain('Le guide revu')
  })

  it('is the same for the same question in other spellings, packed or not, and says when it is known already', async () => {
    const question = `${EDITIONS}&sort=-createdAt`
    const first = await fetch(door.url + question, { headers: { 'Accept-Encoding': 'identity' } })
    const text = await first.text()
    const etag = first.headers.get('etag') ?? ''
    for (const spelling of [question, question.replace('sort=', '%73ort=')]) {
      const packed = await fetch(door.url + spelling, { headers: { 'Accept-Encoding': 'gzip' } })
      expect(await packed.text(), spelling).toBe(text)
      expect(
        ['etag', 'cache-control', 'vary', 'access-control-allow-origin'].map((name) => packed.headers.get(name)),
      ).toEqual([etag, 'public, no-cache', 'Authorization, Cookie, Accept-Language, Accept-Encoding', '*'])
      const known = await fetch(door.url + spelling, { headers: { 'If-None-Match': `"other", ${etag}` } })
      expect([known.status, await known.text()], spelling).toEqual([304, ''])
      const head = await fetch(door.url + spelling, { method: 'HEAD', headers: { 'Accept-Encoding': 'identity' } })
      expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([
        200,
        '',
        String(Buffer.byteLength(text)),
      ])
    }
    expect((await fetch(door.url + question, { headers: { 'X-HTTP-Method-Override': 'DELETE' } })).status).toBe(400)
    expect(
      (await fetch(door.url + question, { headers: { Authorization: 'JWT x' } })).headers.get('cache-control'),
    ).not.toContain('public')
  })

  it('is another answer for other words, and nobody else’s who shows a session', async () => {
    await ask(EDITIONS)
    expect(await asked(() => ask('/api/publication-editions?depth=1&limit=100'))).not.toEqual([])
    expect(await asked(() => ask(EDITIONS, { Authorization: `JWT ${token}` }))).not.toEqual([])
    expect((await ask('/api/users')).status).toBe(401)
    expect((await ask('/api/users', { Authorization: `JWT ${token}` })).status).toBe(200)
    expect((await ask('/api/users')).status).toBe(401)
  })

  it('gives a PDF by a rule that is worked out once, and no longer than it holds', async () => {
    const pdf = await makePdf(app.payload, 'guide')
    const at = `/api/files/file/${pdf.filename}`
    expect((await ask(at)).status).toBe(404)
    const { id } = await makePublication(app.payload, { slug: 'avec-pdf', title: 'Avec un PDF', pdf: pdf.id })
    expect((await ask(at)).status).toBe(200)
    expect([...new Set(await asked(() => ask(at)))]).toEqual(['files'])
    expect((await ask('/api/files')).text).toContain(pdf.filename)
    await app.payload.update({ collection: 'publications', id, data: { _status: 'draft' }, depth: 0 })
    expect((await ask(at)).status, 'its publication was taken back').toBe(404)
    const other = await makePdf(app.payload, 'seul')
    expect((await ask(`/api/files/file/${other.filename}`)).status).toBe(404)
    expect((await ask(`/api/files/file/${other.filename}`, { Authorization: `JWT ${token}` })).status).toBe(200)
    expect((await ask(`/api/files/file/${other.filename}`)).status).toBe(404)
  })
})
