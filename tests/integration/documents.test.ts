import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { PASSWORD, staffUser } from '../support/factories.ts'
import { makeBody, makeMandate, makePerson, makeUser } from '../support/governance.ts'
import { makePdf } from '../support/publishing.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>
const accounts = new Map<string, string>()

/** What is closed, by a word of its title and of its file's name. */
const CLOSED = ['tresorerie', 'huis-clos'] as const

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  const body = await makeBody(payload, { name: 'Bureau', slug: 'bureau' })
  const other = await makeBody(payload)
  const document = async (title: string, name: string, data: object = {}) =>
    payload.create({
      collection: 'documents',
      data: {
        title,
        kind: 'report',
        day: '2026-02-03',
        visibility: 'public',
        file: (await makePdf(payload, name)).id,
        ...data,
      },
      depth: 0,
    })
  await document('Statuts', 'statuts', { kind: 'statutes', day: '2024-06-01' })
  await document('Rapport moral', 'rapport')
  await document('Comptes tresorerie', 'tresorerie', { kind: 'accounts', visibility: 'members' })
  await document('Réunion à huis-clos', 'huis-clos', { kind: 'minutes', visibility: 'body', body: body.id })
  const team = {
    editor: await staffUser(payload, { name: 'Rédaction', roles: ['editor'] }),
    secretariat: await staffUser(payload, { name: 'Secrétariat', roles: ['secretariat'] }),
    holder: await staffUser(payload, { name: 'Titulaire', roles: [] }),
    elsewhere: await staffUser(payload, { name: 'Ailleurs', roles: [] }),
    former: await staffUser(payload, { name: 'Ancien', roles: [] }),
    roleless: await staffUser(payload, { name: 'Sans rôle', roles: [] }),
  }
  const seat = async (account: string, where: string, data: object = {}) =>
    makeMandate(payload, (await makePerson(payload, { account })).id, where, data)
  await seat(team.holder.id, body.id)
  await seat(team.elsewhere.id, other.id)
  await seat(team.former.id, body.id, { firstDay: '2020-01-01', lastDay: '2021-01-01' })
  for (const [name, { email }] of Object.entries(team)) {
    const { token } = await payload.login({ collection: 'users', data: { email, password: PASSWORD } })
    accounts.set(name, `JWT ${token ?? ''}`)
  }
  door = await openSiteDoor(app)
  site = visitor(door)
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

describe('the documents', () => {
  it('are listed by year where everybody may read them', async () => {
    const { status, text, html } = await site.get('/documents')
    expect(status).toBe(200)
    expect(text).toMatch(
      /2026 Rapport moral \(PDF, 1 ko\) Rapport, 3 février 2026 2024 Statuts \(PDF, 1 ko\) Statuts, 1er juin 2024/,
    )
    expect(html).toContain('href="/api/files/file/statuts.pdf"')
    for (const path of [
      '/documents',
      '/sitemap.xml',
      '/recherche?q=rapport',
      '/api/documents?depth=2&limit=100',
      '/api/files?limit=100',
    ]) {
      const page = await site.get(path)
      expect({ path, status: page.status, leaks: CLOSED.filter((word) => page.html.includes(word)) }).toEqual({
        path,
        status: 200,
        leaks: [],
      })
    }
    expect((await site.get('/recherche?q=moral')).text).toContain('Rapport moral Document')
    for (const word of CLOSED) expect((await site.get(`/recherche?q=${word}`)).text).toContain('Rien ne correspond')
    expect((await site.get('/sitemap.xml')).html).toContain('/documents</loc>')
  })

  it.each([
    ['anonymous', []],
    ['editor', ['tresorerie', 'huis-clos']],
    ['secretariat', ['tresorerie', 'huis-clos']],
    ['holder', ['tresorerie', 'huis-clos']],
    ['elsewhere', ['tresorerie']],
    ['former', ['tresorerie']],
    ['roleless', ['tresorerie']],
  ])('open to %s, with their files, what is theirs to read', async (who, open) => {
    const authorization = accounts.get(who)
    const headers: Record<string, string> = authorization ? { authorization } : {}
    const list = (await site.get('/api/documents?limit=100&depth=1', headers)).html
    expect(CLOSED.filter((word) => list.includes(word))).toEqual(open)
    const { docs } = await app.payload.find({ collection: 'documents', pagination: false, depth: 1 })
    const ways: string[] = []
    for (const { id, file } of docs) {
      const name = typeof file === 'object' ? (file.filename ?? '') : ''
      const one = await site.get(`/api/documents/${id}`, headers)
      const download = await site.get(`/api/files/file/${name}`, headers)
      expect({ name, same: one.status === 200 }).toEqual({ name, same: download.status === 200 })
      if (download.status === 200) ways.push(name)
    }
    expect(ways.sort()).toEqual(['rapport.pdf', 'statuts.pdf', ...open.map((word) => `${word}.pdf`)].sort())
  })

  it('name the body that may read them, where it is one', async () => {
    const editor = await makeUser(app.payload, ['editor'])
    const file = (await makePdf(app.payload, 'seul')).id
    const create = app.payload.create({
      collection: 'documents',
      data: { title: 'Seul', kind: 'minutes', day: '2026-01-01', visibility: 'body', file },
      user: editor,
      overrideAccess: false,
    })
    await expect(create).rejects.toThrow(/Instance/)
  })
})
