import { strFromU8, unzipSync } from 'fflate'
import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parisDay } from '../../src/lib/dates.ts'
import type { Member, Message } from '../../src/payload-types.ts'
import { codeOf, issuesOf } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import {
  makeAdhesion,
  makeBody,
  makeCharter,
  makeColleague,
  makeMandate,
  makeMember,
  makePerson,
  type Colleague,
} from '../support/governance.ts'

let app: TestApp
let door: TestDoor
let secretary: Colleague
let editor: Colleague
let admin: Colleague
let bureau: Colleague
let charter: string

const MARK = '\ufeff'

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  secretary = await makeColleague(payload, ['secretariat'])
  editor = await makeColleague(payload, ['editor'])
  admin = await makeColleague(payload, ['admin'])
  bureau = await makeColleague(payload)
  charter = (await makeCharter(payload)).id
  const body = await makeBody(payload, { name: 'Bureau', kind: 'bureau', competences: ['adhesion-validation'] })
  const person = await makePerson(payload, { firstName: 'Ada', lastName: 'Martin', account: bureau.user.id })
  await makeMandate(payload, person.id, body.id)
  door = await openDoor(app)
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

const get = (path: string, who?: Colleague, more: RequestInit = {}) =>
  fetch(`${door.url}/api${path}`, {
    ...more,
    headers: { ...(who ? { Authorization: `JWT ${who.token}` } : {}), 'Accept-Language': 'fr' },
  })

const told = async (response: Response) => {
  const body: unknown = await response.json()
  const refusal = { body: typeof body === 'object' && body !== null ? body : {} }
  return [response.status, codeOf(refusal), ...issuesOf(refusal)]
}

/** The lines of a CSV without line breaks in its values. */
const csvOf = async (path: string, who: Colleague): Promise<string[]> => {
  const response = await get(path, who)
  expect(response.status, path).toBe(200)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
  expect(text.startsWith(MARK)).toBe(true)
  return text.slice(1).split('\r\n').filter(Boolean)
}

const exported = async () => {
  const { docs } = await app.payload.find({
    collection: 'security-events',
    where: { type: { equals: 'exported' } },
    sort: '-at',
    limit: 1,
    overrideAccess: true,
  })
  return docs[0]
}

describe('the table of a collection', () => {
  let listed: Member

  beforeAll(async () => {
    const { payload } = app
    listed = await makeMember(payload, {
      legalName: '=SOMME(A1;A2)',
      organisation: {
        legalName: '=SOMME(A1;A2)',
        siret: '80006001400017',
        address: { line1: '3, quai "Saint-Antoine"', postalCode: '69002', city: 'Lyon', region: '84' },
        country: 'FR',
        qualiopi: { status: 'certified', validUntil: '2027-03-31' },
      },
      representative: {
        firstName: 'Zoé',
        lastName: 'Candidate',
        email: 'zoe@candidate.example',
        phone: '+33123456789',
      },
      contact: { firstName: 'Ugo', lastName: 'Roy', email: 'ugo@candidate.example' },
    })
    await makeMember(payload, { legalName: 'Réseau du Levant', kind: 'partner', directory: { listed: false } })
    await makeAdhesion(payload, charter, { reference: 'CPOF-A', claimedBy: secretary.user.id })
    await makeAdhesion(payload, charter, { reference: 'CPOF-B', status: 'submitted', everSubmitted: false })
  })

  it('is a CSV in UTF-8 with its mark, in words, in which nothing is reckoned', async () => {
    const response = await get('/members/export?format=csv', secretary)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="cpof-members-${parisDay(new Date())}.csv"`,
    )
    expect(response.headers.get('cache-control')).toBe('no-store')
    await response.arrayBuffer()
    const [headings = '', ...lines] = await csvOf('/members/export?format=csv', secretary)
    expect(headings.split(',').slice(0, 5)).toEqual(['Dénomination', 'Sigle', 'Qualité', 'Statut', 'Membre depuis le'])
    expect(new Set(headings.split(',')).size).toBe(headings.split(',').length)
    expect(lines).toHaveLength(2)
    const [line = ''] = lines
    expect(line).toContain(`'=SOMME(A1;A2),,Adhérent,Actif,2021-01-01`)
    expect(line).toContain('"3, quai ""Saint-Antoine"""')
    for (const said of ['Auvergne-Rhône-Alpes', 'France', '2027-03-31', "'+33123456789", 'Oui'])
      expect(line.split(','), said).toContain(said)
  })

  it('is an XLSX file whose days are days and whose texts are texts', async () => {
    const response = await get('/members/export?format=xlsx', secretary)
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    )
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toContain('<c s="0" t="inlineStr"><is><t xml:space="preserve">=SOMME(A1;A2)</t></is></c>')
    expect(sheet).not.toContain('<f>')
    expect(sheet.match(/<row>/g)).toHaveLength(3)
    // 2021-01-01 as spreadsheets count.
    expect(sheet).toContain('<c s="2"><v>44197</v></c>')
    expect(sheet).toContain('3, quai &quot;Saint-Antoine&quot;')
  })

  it('holds what the filters and the search of the list leave', async () => {
    const names = async (query: string) =>
      (await csvOf(`/members/export?format=csv&${query}`, secretary)).slice(1).map((line) => line.split(',')[0])
    expect(await names('where[kind][equals]=partner')).toEqual(['Réseau du Levant'])
    expect(await names('where[or][0][and][0][kind][equals]=partner')).toEqual(['Réseau du Levant'])
    expect(await names('search=RÉSEAU')).toEqual(['Réseau du Levant'])
    expect(await names('where[kind][equals]=member&search=reseau')).toEqual([])
  })

  it('shows to each what the list shows them, and asks nothing of a field that they may not read', async () => {
    const [headings = '', ...lines] = await csvOf('/members/export?format=csv', editor)
    expect(lines).toHaveLength(1)
    expect(headings).not.toMatch(/SIRET|électronique|Statut|Origine/)
    expect(lines[0]).not.toMatch(/candidate\.example|80006001400017/)
    expect(
      (await told(await get('/members/export?format=csv&where[organisation.siret][exists]=true', editor)))[0],
    ).toBe(400)
    expect((await csvOf('/adhesions/export?format=csv', secretary)).slice(1)).toHaveLength(2)
    expect((await csvOf('/adhesions/export?format=csv', bureau)).slice(1)).toHaveLength(1)
    const files = await csvOf('/adhesions/export?format=csv&where[reference][equals]=CPOF-A', secretary)
    expect(files[1]).toContain(`CPOF-A,Adhérent,Devant le Bureau`)
    expect(files[1]).toContain(secretary.user.name)
  })

  it('gives the labels and the addresses of a selection of members', async () => {
    const labels = await csvOf(`/members/export?format=csv&columns=labels&where[id][equals]=${listed.id}`, secretary)
    expect(labels[0]).toBe('Organisme,À l’attention de,Fonction,Adresse,Complément,Code postal,Commune,Pays')
    expect(labels[1]).toContain('Zoé Candidate,,"3, quai ""Saint-Antoine""",,69002,Lyon,France')
    const emails = await csvOf(`/members/export?format=csv&columns=emails&where[id][equals]=${listed.id}`, secretary)
    expect(emails.slice(1)).toEqual([
      `'=SOMME(A1;A2),Zoé Candidate,Représentant,zoe@candidate.example`,
      `'=SOMME(A1;A2),Ugo Roy,Contact,ugo@candidate.example`,
    ])
    expect(await told(await get('/members/export?format=csv&columns=emails', editor))).toEqual([403, 'wrong-actor'])
    expect(await told(await get('/mandates/export?format=csv&columns=labels', secretary))).toEqual([
      400,
      'not-a-choice',
      'columns: not-a-choice',
    ])
  })

  it('refuses in the usual order', async () => {
    for (const collection of ['adhesions', 'members', 'mandates', 'messages'])
      expect(await told(await get(`/${collection}/export?format=pdf`)), collection).toEqual([401, 'unauthorized'])
    for (const collection of ['adhesions', 'messages'])
      expect(await told(await get(`/${collection}/export?format=pdf`, editor)), collection).toEqual([
        403,
        'wrong-actor',
      ])
    for (const query of ['', '?format=pdf'])
      expect((await told(await get(`/members/export${query}`, secretary)))[0]).toBe(400)
    expect(await told(await get('/members/export?format=csv&where[nothing][equals]=1', secretary))).toEqual([
      400,
      'bad-query',
      'where.nothing: unknown-field',
    ])
    expect((await get('/members/export', secretary, { method: 'POST' })).status).toBe(405)
  })

  it('is noted for security: who, what, by which filter, how many', async () => {
    await csvOf('/members/export?format=csv&where[kind][equals]=partner', secretary)
    expect(await exported()).toMatchObject({
      by: secretary.user.id,
      data: {
        what: 'Membres (CSV, 1)',
        collection: 'members',
        format: 'csv',
        rows: 1,
        filter: '{"and":[{"kind":{"equals":"partner"}}]}',
      },
    })
  })

  it('lists e-mails and mandates too', async () => {
    const { payload } = app
    const file = await makeAdhesion(payload, charter, { reference: 'CPOF-C', title: 'CPOF-C' })
    const at = new Date('2026-03-01T11:05:00Z').toISOString()
    const mail: Omit<Message, 'id' | 'createdAt' | 'updatedAt'> = {
      key: 'k',
      subject: `adhesion:${file.id}`,
      adhesion: file.id,
      template: 'receipt',
      recipient: 'zoe@candidate.example',
      recipientKey: 'zoe@candidate.example',
      domain: 'candidate.example',
      data: {},
      links: [],
      status: 'failed',
      attempts: 8,
      notBefore: at,
      sentAt: at,
      lastError: '550 no such user',
    }
    await payload.db.create({ collection: 'messages', data: mail })
    const [, line] = await csvOf('/messages/export?format=csv', secretary)
    expect(line).toContain(
      'Accusé de réception,CPOF-C,zoe@candidate.example,En échec,8,2026-03-01 12:05,2026-03-01 12:05,550 no such user',
    )
    expect((await csvOf('/messages/export?format=csv', bureau)).slice(1)).toHaveLength(1)
    const response = await get('/messages/export?format=csv&where[recipientKey][exists]=true', secretary)
    expect(response.status).toBe(400)
    const mandates = await csvOf('/mandates/export?format=csv', admin)
    expect(mandates[0]).toBe(
      'Personne,Instance,Rôle,Au nom de,Premier jour,Dernier jour,Référence de la délibération,État',
    )
    expect(mandates[1]).toContain('Ada Martin,Bureau,Membre,')
  })

  it('is read as it is taken: page by page, and no further where the reader leaves', async () => {
    const { payload, config } = app
    const person = await makePerson(payload)
    const body = await makeBody(payload)
    const first = await makeMandate(payload, person.id, body.id)
    const { id: _id, createdAt: _made, updatedAt: _changed, ...data } = first
    for (let each = 0; each < 210; each += 1) await payload.db.create({ collection: 'mandates', data })
    let reads = 0
    const find = payload.db.find.bind(payload.db)
    payload.db.find = (args: Parameters<typeof find>[0]) => {
      if (args.collection === 'mandates' && (args.limit ?? 0) > 1) reads += 1
      return find(args)
    }
    try {
      const ask = () =>
        handleEndpoints({
          config,
          request: new Request(`http://localhost:3000/api/mandates/export?format=xlsx&where[body][equals]=${body.id}`, {
            headers: { Authorization: `JWT ${secretary.token}` },
          }),
        })
      const begun = reads
      const reader = (await ask()).body?.getReader()
      await reader?.read()
      await reader?.read()
      expect(reads - begun).toBe(1)
      await reader?.cancel()
      expect(reads - begun).toBe(1)
      const whole = unzipSync(new Uint8Array(await (await ask()).arrayBuffer()))
      expect(strFromU8(whole['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).match(/<row>/g)).toHaveLength(212)
      expect(reads - begun).toBe(4)
    } finally {
      payload.db.find = find
    }
  })
})
