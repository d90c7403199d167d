import { strFromU8, unzipSync } from 'fflate'
import { handleEndpoints, type CollectionSlug } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFigures } from '../../src/admin/figures/read-figures.ts'
import { filesOf, readMemberHistory } from '../../src/admin/history/read-member.ts'
import { readMail } from '../../src/admin/mails/read-mail.ts'
import { readQueues } from '../../src/admin/queues/read-queues.ts'
import { readerFor } from '../../src/admin/reader.ts'
import { valueAt } from '../../src/lib/paths.ts'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { recordFact } from '../../src/record/journal.ts'
import { addDays, parisDay } from '../../src/lib/dates.ts'
import type { Adhesion, Member, Message } from '../../src/payload-types.ts'
import { callApi, codeOf, issuesOf } from '../support/api.ts'
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

  it.each(['800060014', '80006001400017', 'zoe@candidate.example', 'CANDIDATE', 'ugo@candidate', 'Lyon'])(
    'is found by what somebody has in hand of an organisation: %s',
    async (search) => {
      const legalName = `En main ${search}`
      const data = {
        organisation: {
          legalName,
          siren: '800060014',
          siret: '80006001400017',
          address: { line1: 'a', postalCode: '69002', city: 'Lyon' },
        },
        representative: { firstName: 'Zoé', lastName: 'Candidate', email: 'zoe@candidate.example' },
        contact: { firstName: 'Ugo', lastName: 'Roy', email: 'ugo@candidate.example' },
      } satisfies Partial<Member>
      const { id } = await makeMember(app.payload, { ...data, legalName })
      const file = await makeAdhesion(app.payload, charter, { ...data, everSubmitted: false })
      const found = async (collection: string, own: string) =>
        (await csvOf(`/${collection}/export?format=csv&search=${search}&where[id][equals]=${own}`, secretary)).slice(1)
      expect(await found('members', id)).toHaveLength(1)
      expect(await found('adhesions', file.id)).toHaveLength(1)
      expect((await csvOf(`/members/export?format=csv&search=${search}`, editor)).join()).toContain(legalName)
      await app.payload.db.deleteOne({ collection: 'members', where: { id: { equals: id } } })
      await app.payload.db.deleteOne({ collection: 'adhesions', where: { id: { equals: file.id } } })
    },
  )

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
    const { id } = await payload.db.create({ collection: 'messages', data: mail })
    const shown = async (who: Colleague) => {
      const reader = await readerFor(payload, who.user)
      return reader ? readMail(reader, id) : null
    }
    expect(await shown(secretary)).toMatchObject({
      label: 'Accusé de réception',
      state: 'En échec',
      actions: { main: { url: `/api/messages/${id}/send-again` } },
    })
    expect((await shown(secretary))?.facts).toEqual(
      expect.arrayContaining([
        { label: 'Destinataire', value: 'zoe@candidate.example' },
        { label: 'Dossier', value: 'CPOF-C', href: `/admin/collections/adhesions/${file.id}` },
        { label: 'Pourquoi', value: '550 no such user' },
      ]),
    )
    expect((await shown(bureau))?.actions.main).toBeNull()
    expect(await shown(editor)).toBeNull()
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

describe('a list of the panel', () => {
  const WORDS = ['Zénith du pli', 'Équipe du pli', 'ecluse du pli', 'ÉLAN du pli']
  const IN_ORDER = ['ecluse du pli', 'ÉLAN du pli', 'Équipe du pli', 'Zénith du pli']

  const MAKE = {
    pages: (title) => app.payload.create({ collection: 'pages', draft: true, data: { title } }),
    events: (title) => app.payload.create({ collection: 'events', draft: true, data: { title } }),
    publications: (title) => app.payload.create({ collection: 'publications', draft: true, data: { title } }),
    'governance-bodies': (name) => makeBody(app.payload, { name }),
    people: (lastName) => makePerson(app.payload, { firstName: 'Léo', lastName }),
    members: (legalName) => makeMember(app.payload, { legalName }),
  } satisfies Partial<Record<CollectionSlug, (title: string) => Promise<unknown>>>

  it.each(Object.entries(MAKE))(
    'of %s is searched and ordered whatever the case and the accents',
    async (slug, make) => {
      for (const word of WORDS) await make(word)
      const { payload } = app
      const collection = slug as keyof typeof MAKE
      const { config } = payload.collections[collection]
      const title = config.admin.useAsTitle ?? 'id'
      const shown = async (search: string, sort: string) => {
        const { docs } = await payload.find({
          collection,
          where: mergeListSearchAndWhere({ collectionConfig: config, search, where: {} }),
          sort,
          draft: true,
          overrideAccess: true,
        })
        return docs.map((doc) => String(valueAt(doc, title)).replace('Léo ', ''))
      }
      expect(await shown('du PLI', title)).toEqual(IN_ORDER)
      expect(await shown('du pli', `-${title}`)).toEqual(IN_ORDER.toReversed())
      expect(await shown('equipe', title)).toEqual(['Équipe du pli'])
      const filtered = await payload.find({
        collection,
        where: { and: [{ [title]: { like: 'elan du' } }, { [title]: { exists: true } }] },
        draft: true,
        overrideAccess: true,
      })
      expect(filtered.totalDocs).toBe(1)
    },
  )

  it('keeps the order of a page’s title when it is changed, in each language', async () => {
    const { payload } = app
    const { id } = await payload.create({ collection: 'pages', draft: true, data: { title: 'Été' } })
    await payload.update({ collection: 'pages', id, draft: true, locale: 'en', data: { title: 'Élite' } })
    await payload.update({ collection: 'pages', id, draft: true, locale: 'fr', data: { slug: 'ete-d-avant' } })
    const found = async (locale: 'fr' | 'en', like: string) => {
      const where = { searchKey: { like } }
      return (await payload.find({ collection: 'pages', locale, where, draft: true, overrideAccess: true })).totalDocs
    }
    expect([await found('fr', 'ete'), await found('en', 'ETE'), await found('en', 'elite')]).toEqual([1, 0, 1])
  })
})

describe('the history of a member', () => {
  it('has its files, mandates, changes and e-mails, for who reads more than the directory', async () => {
    const { payload } = app
    const identifierKey = 'histoire'
    const member = await makeMember(payload, { legalName: 'Histoire', identifierKey })
    const file = await makeAdhesion(payload, charter, {
      reference: 'CPOF-H',
      status: 'validated',
      slot: 'h',
      identifierKey,
    })
    const other = await makeAdhesion(payload, charter, {
      reference: 'CPOF-H2',
      status: 'closed',
      slot: 'h2',
      identifierKey,
    })
    const person = await makePerson(payload, { firstName: 'Nadia', lastName: 'Roy' })
    const body = await makeBody(payload, { name: 'Commission' })
    await makeMandate(payload, person.id, body.id, { onBehalfOf: member.id, lastDay: '2026-03-31' })
    await unitOfWork(payload, (unit) =>
      recordFact(unit, {
        subject: `member:${member.id}`,
        type: 'member-corrected',
        actor: { kind: 'system' },
        evidence: {},
      }),
    )
    const read = async (who: Colleague) => {
      const reader = await readerFor(payload, who.user)
      return reader ? readMemberHistory(reader, member.id) : null
    }
    const history = await read(secretary)
    expect(history?.files.map(({ text }) => text).sort()).toEqual(['CPOF-H, Adhérent', 'CPOF-H2, Adhérent'])
    expect(history?.mandates).toMatchObject([
      { text: 'Membre, Nadia Roy, au nom de Histoire', mark: { label: 'Terminé' } },
    ])
    expect(history?.changes.map(({ text }) => text)).toEqual([expect.stringMatching(/^Fiche du membre corrigée/)])
    expect(await read(editor)).toBeNull()
    const reader = await readerFor(payload, bureau.user)
    const seen = reader ? await filesOf(reader, identifierKey, other.id) : []
    expect(seen.map(({ key }) => key)).toEqual([file.id])
  })
})

describe('the figures of a year', () => {
  it('are of what was applied for and decided in it, and of who was a member at its end', async () => {
    const { payload } = app
    const made = (data: Partial<Adhesion>) => makeAdhesion(payload, charter, data)
    const [createdAt, signedAt] = ['2022-03-31T22:30:00.000Z', '2022-04-02T08:00:00.000Z']
    await made({ createdAt, signedAt, status: 'validated', decidedOn: '2022-04-12' })
    await made({
      createdAt,
      signedAt,
      status: 'rejected',
      decidedOn: '2022-05-02',
      refusal: { text: 'Non.', notifiedAt: signedAt },
    })
    await made({ createdAt: '2022-12-31T23:30:00.000Z', status: 'closed' })
    await makeMember(payload, {
      legalName: 'De 2022',
      effectiveOn: '2022-04-12',
      endedOn: '2023-01-31',
      status: 'resigned',
    })
    const reader = await readerFor(payload, secretary.user)
    if (!reader) throw new Error('The secretary reads nothing')
    const figures = await readFigures(reader, 2022)
    expect(figures.states).toEqual(['Validée', 'Refusée'])
    expect(figures.months.filter(({ sum }) => sum > 0)).toEqual([{ name: 'avril', counts: [1, 1], sum: 2 }])
    expect(figures.delays).toEqual({ count: 2, median: 10, p90: 30 })
    const sum = ({ regions }: typeof figures) => regions.reduce((all, each) => all + each.sum, 0)
    expect(sum(figures) - sum(await readFigures(reader, 2021))).toBe(1)
  })
})

describe('what is kept of a person', () => {
  it('is given whole to the secretariat, by the address, and is noted', async () => {
    const { payload } = app
    const address = 'droit.d.acces@example.fr'
    const person = await makePerson(payload, { lastName: 'Accès', email: address })
    const body = await makeBody(payload, { name: 'Groupe' })
    await makeMandate(payload, person.id, body.id)
    const file = await makeAdhesion(payload, charter, { reference: 'CPOF-ACCES', representativeEmailKey: address })
    const path = '/people/access?email=Droit.D.Acces@example.fr'
    expect((await get(path)).status).toBe(401)
    expect((await get(path, editor)).status).toBe(403)
    expect((await get('/people/access?email=rien', secretary)).status).toBe(400)
    const response = await get(path, secretary)
    expect(response.headers.get('content-disposition')).toContain('attachment')
    const { stored } = await response.json()
    expect(Object.keys(stored).sort()).toEqual(['adhesions', 'mandates', 'people'])
    expect(stored.adhesions).toMatchObject([{ id: file.id, reference: 'CPOF-ACCES' }])
    expect(stored.adhesions[0]).not.toHaveProperty('slot')
    expect((await exported())?.data).toMatchObject({ collection: 'people', rows: 3 })
  })
})

describe('members on a day', () => {
  const names = async (query: string, who?: Colleague) => {
    const response = await get(`/members?${query}&where[legalName][contains]=au jour`, who)
    expect(response.status, query).toBe(200)
    const body: { docs: Member[] } = await response.json()
    return body.docs.map(({ legalName }) => legalName).sort()
  }

  beforeAll(async () => {
    const made: [string, Partial<Member>][] = [
      ['Toujours au jour', { effectiveOn: '2024-06-01' }],
      ['Dernier au jour', { effectiveOn: '2024-06-01', endedOn: '2025-12-31', status: 'resigned' }],
      ['Veille au jour', { effectiveOn: '2024-06-01', endedOn: '2025-12-30', status: 'struck-off' }],
      ['Premier au jour', { effectiveOn: '2025-12-31' }],
      ['Lendemain au jour', { effectiveOn: '2026-01-01' }],
      ['Saisi au jour', { effectiveOn: '2024-06-01', confirmed: false }],
      ['Suspendu au jour', { effectiveOn: '2024-06-01', status: 'suspended' }],
    ]
    for (const [legalName, data] of made) await makeMember(app.payload, { ...data, legalName })
  })

  const ON_THE_LAST = ['Dernier au jour', 'Premier au jour', 'Suspendu au jour', 'Toujours au jour']

  it('are those whose membership had begun and not ended, first and last day included', async () => {
    expect(await names('on=2025-12-31', secretary)).toEqual(ON_THE_LAST)
    expect(await names('on=2025-12-30', bureau)).toEqual([
      'Dernier au jour',
      'Suspendu au jour',
      'Toujours au jour',
      'Veille au jour',
    ])
    expect(await names('on=2026-01-01', secretary)).toEqual([
      'Lendemain au jour',
      'Premier au jour',
      'Suspendu au jour',
      'Toujours au jour',
    ])
    expect(await names('on=2024-05-31', secretary)).toEqual([])
    const counted = await get('/members/count?on=2025-12-31&where[legalName][contains]=au jour', secretary)
    expect(await counted.json()).toEqual({ totalDocs: 4 })
  })

  it('are given out as a file too, and the day is noted', async () => {
    const lines = await csvOf('/members/export?format=csv&on=2025-12-31&where[legalName][contains]=au jour', secretary)
    expect(
      lines
        .slice(1)
        .map((line) => line.split(',')[0])
        .sort(),
    ).toEqual(ON_THE_LAST)
    expect((await exported())?.data).toMatchObject({ rows: 4, filter: expect.stringContaining('"on":"2025-12-31"') })
  })

  it('are asked for by a day that there is, and by who may read when a membership ended', async () => {
    for (const day of ['2025-02-30', '31/12/2025', 'hier', '2025-12-31T00:00:00Z'])
      for (const path of [`/members?on=${day}`, `/members/export?format=csv&on=${day}`])
        expect(await told(await get(path, secretary)), path).toEqual([400, 'not-a-day', 'on: not-a-day'])
    expect((await get('/members?on=2025-12-31')).status).toBe(400)
    expect((await get('/members?on=2025-12-31', editor)).status).toBe(400)
  })
})

describe('what waits on the dashboard', () => {
  const queues = async (who: Colleague) => {
    const reader = await readerFor(app.payload, who.user)
    const waiting = reader ? await readQueues(reader) : null
    return new Map(waiting?.queues.map(({ title, items }) => [title, items.map(({ detail }) => detail)]))
  }

  /** Rows of files and members that the database answers while something is done. */
  const rowsRead = async (work: () => Promise<unknown>): Promise<number> => {
    const { db } = app.payload
    const find = db.find.bind(db)
    let rows = 0
    Object.assign(db, {
      find: async (args: Parameters<typeof find>[0]) => {
        const found = await find(args)
        if (['adhesions', 'members', 'mandates', 'people'].includes(args.collection)) rows += found.docs.length
        return found
      },
    })
    try {
      await work()
    } finally {
      Object.assign(db, { find })
    }
    return rows
  }

  it('costs what waits, however much has ended, and leaves nothing out of what does', async () => {
    const { payload } = app
    const ended = (each: number) =>
      makeAdhesion(payload, charter, {
        status: 'rejected',
        enteredStateAt: new Date(Date.UTC(2020, 0, each + 1)).toISOString(),
        refusal: { text: 'Non.', notifiedAt: new Date(Date.UTC(2020, 1, 1)).toISOString() },
      })
    await makeAdhesion(payload, charter, { reference: 'CPOF-WAITS', status: 'submitted' })
    await makeAdhesion(payload, charter, {
      reference: 'CPOF-UNTOLD',
      status: 'rejected',
      refusal: { text: 'Non.' },
    })
    await makeMember(payload, { legalName: 'À confirmer', confirmed: false, enteredBy: editor.user.id })
    const both = async () => {
      expect((await queues(secretary)).get('Demandes à instruire')).toContain('CPOF-WAITS')
      expect((await queues(secretary)).get('Refus que l’organisme attend')).toEqual(['CPOF-UNTOLD'])
      expect((await queues(secretary)).get('Saisies à confirmer')).toContain('Membre')
      await queues(bureau)
    }
    const before = await rowsRead(both)
    for (let each = 0; each < 25; each += 1) {
      await ended(each)
      await makeMember(payload, { legalName: `Ancien ${each}` })
    }
    expect(await rowsRead(both)).toBe(before)
  })

  it('counts what it does not show', async () => {
    const { payload } = app
    for (let each = 0; each < 14; each += 1) await makeAdhesion(payload, charter, { status: 'referred' })
    const reader = await readerFor(payload, secretary.user)
    const referred = reader && (await readQueues(reader))?.queues.find(({ title }) => title === 'À porter à une séance')
    expect([referred?.items.length, referred?.more]).toEqual([12, 2])
  })
})

describe('one action on several files', () => {
  const bulk = (body: unknown, who?: Colleague, headers: Record<string, string> = {}) =>
    callApi<{ results: { id: string; status: number; doc?: { status: string }; errors?: { code: string }[] }[] }>(
      app,
      '/adhesions/bulk',
      { body, headers, ...(who ? { token: who.token } : {}) },
    )
  const file = async (data: Partial<Adhesion> = {}) =>
    (await makeAdhesion(app.payload, charter, { status: 'submitted', ...data })).id
  const nobodys = () => (app.database === 'mongodb' ? '0'.repeat(24) : '00000000-0000-4000-8000-000000000000')

  it('is done on each by itself, and told of each', async () => {
    const [one, two, decided] = [await file(), await file(), await file({ status: 'validated' })]
    const { status, body } = await bulk({ action: 'claim', ids: [one, two, one, decided, nobodys(), 'x'] }, secretary)
    expect(status).toBe(200)
    expect(
      body.results.map(({ id, status: each, doc, errors }) => [id, each, doc?.status ?? errors?.[0]?.code]),
    ).toEqual([
      [one, 200, 'under-review'],
      [two, 200, 'under-review'],
      [decided, 409, 'wrong-state'],
      [nobodys(), 404, 'not-found'],
      ['x', 404, 'not-found'],
    ])
    const journal = await app.payload.count({
      collection: 'journal',
      where: { and: [{ adhesion: { in: [one, two, decided] } }, { type: { equals: 'claimed' } }] },
      overrideAccess: true,
    })
    expect(journal.totalDocs).toBe(2)
  })

  it('has the guards of the action', async () => {
    const ids = [await file(), await file()]
    const put = await bulk({ action: 'put-to-bureau', ids, powerToBind: { source: 'Statuts' } }, secretary)
    expect(put.body.results.map(({ errors }) => errors?.[0]?.code)).toEqual(['not-signed', 'not-signed'])
    const asked = { question: 'Vos statuts ?', deadline: addDays(parisDay(new Date()), 10) }
    const first = await bulk({ action: 'request-information', ids, ...asked }, secretary)
    expect(first.body.results.map(({ doc }) => doc?.status)).toEqual(['needs-information', 'needs-information'])
    const closed = await bulk({ action: 'close', ids, reason: 'duplicate' }, secretary)
    expect(closed.body.results.map(({ doc }) => doc?.status)).toEqual(['closed', 'closed'])
  })

  it('is carried out once under a key', async () => {
    const ids = [await file(), await file()]
    const key = { 'Idempotency-Key': 'several-1' }
    const first = await bulk({ action: 'claim', ids }, secretary, key)
    const again = await bulk({ action: 'claim', ids }, secretary, key)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.body).toEqual(first.body)
    expect((await bulk({ action: 'close', ids, reason: 'duplicate' }, secretary, key)).status).toBe(422)
  })

  it('refuses in the usual order', async () => {
    const ids = [await file()]
    expect((await bulk({ action: 'nothing' })).status).toBe(401)
    for (const who of [editor, admin, bureau]) expect((await bulk({ action: 'claim', ids }, who)).status).toBe(403)
    const wrong: [unknown, string[]][] = [
      [{}, ['action: required', 'ids: required']],
      [{ action: 'cast-vote', ids }, ['action: not-a-choice']],
      [{ action: 'claim', ids: [] }, ['ids: required']],
      [{ action: 'claim', ids: Array.from({ length: 101 }, String) }, ['ids: too-many']],
      [{ action: 'claim', ids, rev: 1 }, ['rev: unknown-field']],
      [{ action: 'claim', ids, note: 'a' }, ['note: unknown-field']],
      [{ action: 'close', ids }, ['reason: required']],
    ]
    for (const [body, issues] of wrong) {
      const answer = await bulk(body, secretary)
      expect([answer.status, issuesOf(answer)], JSON.stringify(body).slice(0, 80)).toEqual([400, issues])
    }
  })
})
