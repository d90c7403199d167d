import { createHash } from 'node:crypto'
import type { CollectionSlug, FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestInformation } from '../../src/adhesion/actions/request-information.ts'
import { castVote } from '../../src/adhesion/actions/cast-vote.ts'
import { note } from '../../src/adhesion/actions/note.ts'
import { putToBureau } from '../../src/adhesion/actions/put-to-bureau.ts'
import { addDays, parisDay, startOfParisDay } from '../../src/lib/dates.ts'
import type { User } from '../../src/payload-types.ts'
import { approve } from '../../src/publications/approve.ts'
import { giveOpinion } from '../../src/publications/give-opinion.ts'
import { readDraft } from '../../src/publications/stored.ts'
import { RETENTION } from '../../src/record/retention.ts'
import { describe as describeApi } from '../../src/server/description.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { applied, signed } from '../support/applications.ts'
import { houseWith, seat, SOURCE, type House } from '../support/bureau.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { application, PASSWORD, staffUser } from '../support/factories.ts'
import { makeKey, makeWebhook } from '../support/federations.ts'
import { makeBody, makeCharter, makeMandate, makeMember, makePerson, richText } from '../support/governance.ts'
import { attach, cancelRequest } from '../support/actions.ts'

/** Who asks: `bureau` and `recused` have a mandate in force and no role, `roleless` an account and nothing else. */
const ACTORS = ['anonymous', 'editor', 'secretariat', 'admin', 'bureau', 'recused', 'roleless'] as const
type Actor = (typeof ACTORS)[number]

/** Rows of a collection by what sets them apart, and who may. */
type Rows = Readonly<Record<string, readonly Actor[]>>
type Rights = {
  rows: readonly string[]
  create: readonly Actor[]
  read: Rows
  update: Rows
  delete: Rows
  readVersions: readonly Actor[]
  unlock: readonly Actor[]
}

const ALL = ACTORS
const TEAM = ACTORS.filter((actor): actor is Exclude<Actor, 'anonymous'> => actor !== 'anonymous')
/** Who has a part in the work: a role, or a mandate in force. */
const AT_WORK = TEAM.filter((actor) => actor !== 'roleless')
const INSIDERS: readonly Actor[] = ['secretariat', 'bureau', 'recused']
const SECRETARIAT: readonly Actor[] = ['secretariat']
const EDITOR: readonly Actor[] = ['editor']
const ADMIN: readonly Actor[] = ['admin']
/** `bureau` also sits in the body that adopts publications. */
const ADOPTING: readonly Actor[] = ['editor', 'bureau']

/** A cell that is not named is closed to everybody. */
function rights(read: Rows, given: Partial<Omit<Rights, 'read' | 'rows'>> = {}): Rights {
  return { rows: Object.keys(read), create: [], update: {}, delete: {}, readVersions: [], unlock: [], ...given, read }
}

const closed = (): Rights => rights({ any: [] })

/** The one table: who may do what with which rows of which collection. */
const ACCESS: Readonly<Record<string, Rights>> = {
  adhesions: rights({ 'before the Bureau': INSIDERS, unsigned: SECRETARIAT }, { create: ALL }),
  'information-requests': rights({ 'before the Bureau': INSIDERS }),
  attachments: rights({ 'before the Bureau': INSIDERS, 'of a paper': SECRETARIAT }),
  rounds: rights({ 'before the Bureau': INSIDERS }),
  votes: rights({ 'before the Bureau': ['secretariat', 'bureau'] }),
  journal: rights({ 'before the Bureau': INSIDERS, 'vote or note': ['secretariat', 'bureau'], unsigned: SECRETARIAT }),
  'charter-signatures': rights({ any: INSIDERS }),
  capabilities: closed(),
  messages: rights({ 'before the Bureau': INSIDERS, unsigned: SECRETARIAT }),
  counters: closed(),
  leases: closed(),
  'security-events': closed(),
  'staff-sessions': closed(),
  'sign-in-attempts': closed(),
  'second-factors': closed(),
  'request-keys': closed(),
  'join-drafts': closed(),
  'api-keys': rights({ any: ['secretariat', 'admin'] }, { create: ['secretariat', 'admin'] }),
  webhooks: rights({ any: ['secretariat', 'admin'] }),
  'webhook-deliveries': rights({ any: ['secretariat', 'admin'] }),
  'content-epoch': closed(),
  'charter-versions': rights(
    { adopted: ALL, draft: INSIDERS },
    { create: SECRETARIAT, update: { draft: SECRETARIAT }, delete: { draft: SECRETARIAT } },
  ),
  members: rights(
    { listed: ALL, unlisted: INSIDERS, unconfirmed: INSIDERS, gone: INSIDERS },
    {
      create: SECRETARIAT,
      update: { listed: SECRETARIAT, unlisted: SECRETARIAT, unconfirmed: SECRETARIAT, gone: SECRETARIAT },
    },
  ),
  'governance-bodies': rights({ any: ALL }, { create: SECRETARIAT, update: { any: SECRETARIAT } }),
  mandates: rights(
    { 'in force': ALL, unconfirmed: TEAM, coming: TEAM, 'ended long ago': TEAM },
    {
      create: SECRETARIAT,
      update: { 'in force': SECRETARIAT, unconfirmed: SECRETARIAT, coming: SECRETARIAT, 'ended long ago': SECRETARIAT },
    },
  ),
  people: rights(
    { 'in office': ALL, private: TEAM },
    { create: SECRETARIAT, update: { 'in office': SECRETARIAT, private: SECRETARIAT } },
  ),
  users: rights(
    { own: TEAM, 'of another': ADMIN },
    { create: ADMIN, update: { own: TEAM, 'of another': ADMIN }, delete: { 'of another': ADMIN } },
  ),
  pages: rights(
    { published: ALL, draft: EDITOR },
    {
      create: EDITOR,
      update: { published: EDITOR, draft: EDITOR },
      delete: { published: EDITOR, draft: EDITOR },
      readVersions: EDITOR,
    },
  ),
  publications: rights(
    { published: ALL, embargoed: ADOPTING, draft: ADOPTING },
    {
      create: EDITOR,
      update: { published: EDITOR, embargoed: EDITOR, draft: EDITOR },
      delete: { published: EDITOR, embargoed: EDITOR, draft: EDITOR },
      readVersions: EDITOR,
    },
  ),
  'publication-approvals': rights({ any: ADOPTING }),
  'publication-opinions': rights({ any: ADOPTING }),
  // Of what is not published, or under an embargo, nobody else reads an edition.
  'publication-editions': rights({ published: ALL, embargoed: ADOPTING, unpublished: ADOPTING }),
  events: rights(
    { published: ALL, draft: EDITOR },
    {
      create: EDITOR,
      update: { published: EDITOR, draft: EDITOR },
      delete: { published: EDITOR, draft: EDITOR },
      readVersions: EDITOR,
    },
  ),
  documents: rights(
    { public: ALL, members: TEAM, body: ['editor', 'secretariat', 'bureau', 'recused'] },
    {
      create: EDITOR,
      update: { public: EDITOR, members: EDITOR, body: EDITOR },
      delete: { public: EDITOR, members: EDITOR, body: EDITOR },
    },
  ),
  // Open as what they belong to: a publication that anybody may read, a document of members or of the Bureau, or nothing yet.
  files: rights(
    {
      public: ALL,
      unreleased: ADOPTING,
      members: TEAM,
      body: ['editor', 'secretariat', 'bureau', 'recused'],
      kept: EDITOR,
    },
    {
      create: EDITOR,
      update: { public: EDITOR, unreleased: EDITOR, members: EDITOR, body: EDITOR, kept: EDITOR },
      delete: { public: EDITOR, unreleased: EDITOR, members: EDITOR, body: EDITOR, kept: EDITOR },
    },
  ),
  redirects: rights(
    { left: EDITOR, 'by hand': EDITOR },
    { create: EDITOR, update: { left: EDITOR, 'by hand': EDITOR }, delete: { 'by hand': EDITOR } },
  ),
  schedules: rights({ any: EDITOR }),
  media: rights({ any: ALL }, { create: EDITOR, update: { any: EDITOR }, delete: { any: EDITOR } }),
  // Payload's own: what the panel remembers of somebody, its cache, and the migrations that ran.
  'payload-preferences': rights(
    { own: TEAM, 'of another': [] },
    { create: TEAM, update: { own: TEAM }, delete: { own: TEAM } },
  ),
  'payload-kv': closed(),
  'payload-migrations': closed(),
}

const SLUGS = Object.keys(ACCESS)

/** What a visitor is shown of a row. */
const PUBLIC_FIELDS: Readonly<Record<string, readonly string[]>> = {
  members: [
    ...['id', 'createdAt', 'updatedAt', 'legalName', 'acronym', 'kind', 'directory', 'effectiveOn', 'searchKey'],
    // Told beside the record, of what is public in the register of companies and on the site.
    ...['siren', 'slug', 'url', 'network', 'region'],
  ],
  mandates: ['id', 'createdAt', 'updatedAt', 'title', 'person', 'body', 'role', 'firstDay', 'lastDay'],
  people: ['id', 'createdAt', 'updatedAt', 'firstName', 'lastName', 'name', 'searchKey'],
}

/** Who may do something with some row of a collection, as the description of the API names them. */
function callers(actors: Iterable<Actor>): readonly string[] {
  const all = new Set(actors)
  if (all.has('anonymous')) return ['anybody']
  if (all.has('roleless')) return ['team']
  return [
    ...(['editor', 'secretariat', 'admin'] as const).filter((role) => all.has(role)),
    ...(all.has('bureau') ? ['mandate'] : []),
  ]
}

type Doc = Record<string, unknown> & { id: string }
type Answer = {
  status: number
  body: { docs?: Doc[]; doc?: Doc; totalDocs?: number; errors?: { message?: string; code?: string }[] } & Record<
    string,
    unknown
  >
  text: string
}

let app: TestApp
let door: TestDoor
let house: House
let file: { before: string; unsigned: string }
let charter: string
let federation: string
/** The PDFs of what somebody may read, by who that is. */
const openedBy = new Map<string, string>()
/** How publications that appeared stand, by their id. */
const editedAs = new Map<string, string>()
/** Whether what is made stays: a spare row goes again, and its PDF then hangs on nothing. */
let standing = true
const tokens = new Map<Actor, string>()
const users = new Map<Actor, Pick<User, 'id' | 'email'>>()

/** One request by the front door. */
async function ask(actor: Actor, method: string, path: string, body?: unknown): Promise<Answer> {
  const token = tokens.get(actor)
  const form = body instanceof FormData
  const response = await fetch(`${door.url}/api/${path}`, {
    method,
    headers: {
      ...(token ? { Authorization: `JWT ${token}` } : {}),
      ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : {}, text }
}

/** Every row of a collection as the database holds it. */
async function stored(slug: string): Promise<Doc[]> {
  const { docs } = await app.payload.db.find<Doc>({
    collection: slug as CollectionSlug,
    limit: 0,
    pagination: false,
    sort: 'id',
    locale: 'all',
  })
  return docs.map((doc) => ({ ...doc, id: String(doc.id) }))
}

/** What sets a row apart in the table, as an actor sees it. */
function labelOf(slug: string, doc: Doc, actor: Actor): string {
  const adhesion = slug === 'adhesions' ? doc.id : doc['adhesion']
  const ofRound = slug === 'rounds' || slug === 'votes'
  const isBefore = ofRound ? doc['subject'] === `adhesion:${file.before}` : adhesion === file.before
  const ofFile = isBefore ? 'before the Bureau' : 'unsigned'
  const today = parisDay(new Date())
  const lastDay = doc['lastDay']
  switch (slug) {
    case 'journal':
      if (doc['confidential'] === true) return 'vote or note'
      return ofFile
    case 'attachments':
      return typeof adhesion === 'string' ? ofFile : 'of a paper'
    case 'adhesions':
    case 'information-requests':
    case 'rounds':
    case 'votes':
    case 'messages':
      return ofFile
    case 'charter-versions':
      return String(doc['status'])
    case 'members':
      if (doc['confirmed'] !== true) return 'unconfirmed'
      if (doc['status'] !== 'active') return 'gone'
      return JSON.stringify(doc['directory']).includes('"listed":true') ? 'listed' : 'unlisted'
    case 'mandates':
      if (doc['confirmed'] !== true) return 'unconfirmed'
      if (String(doc['firstDay']) > today) return 'coming'
      return typeof lastDay === 'string' && lastDay < today ? 'ended long ago' : 'in force'
    case 'people':
      return house.seats.some(({ person }) => person.id === doc.id) ? 'in office' : 'private'
    case 'users':
      return doc.id === users.get(actor)?.id ? 'own' : 'of another'
    case 'pages':
    case 'events':
      return String(doc['_status'])
    case 'publications':
      if (doc['_status'] !== 'published') return 'draft'
      return doc['embargoUntil'] ? 'embargoed' : 'published'
    case 'publication-editions':
      return editedAs.get(String(doc['publication'])) ?? 'unpublished'
    case 'files':
      return openedBy.get(doc.id) ?? 'kept'
    case 'documents':
      return String(doc['visibility'])
    case 'redirects':
      return doc['byHand'] === true ? 'by hand' : 'left'
    case 'payload-preferences':
      return JSON.stringify(doc['user'] ?? null).includes(users.get(actor)?.id ?? 'nobody') ? 'own' : 'of another'
    default:
      return 'any'
  }
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
let names = 0
const fresh = (word: string): string => `${word}-${(names += 1)}`

/** What somebody would send to create a row. */
function newRow(slug: string): unknown {
  const name = fresh('nouveau')
  switch (slug) {
    case 'adhesions':
      return application()
    case 'charter-versions':
      return { number: 100 + names, title: name, binds: 'both', content: richText(name) }
    case 'governance-bodies':
      return { name, slug: name, kind: 'working-group' }
    case 'mandates':
      return {
        person: house.chair.person.id,
        body: house.body.id,
        role: 'member',
        firstDay: '2026-01-01',
        deliberation: 'AG',
      }
    case 'people':
      return { firstName: 'Ada', lastName: name }
    case 'users':
      return { name, email: `${name}@equipe.example`, roles: [] }
    case 'pages':
      return { title: name, slug: name }
    case 'redirects':
      return { from: `/${name}`, to: '/membres' }
    case 'publications':
      return { title: name, slug: name, kind: 'practice', publishedOn: '2026-01-01' }
    case 'documents':
      return { ...newDocument(name), file: [...openedBy.keys()][0] }
    case 'events': {
      // Times without a zone, as a program sends them: they are in UTC.
      const { startsAt_tz: _start, endsAt_tz: _end, ...event } = newEvent(name)
      return event
    }
    case 'files': {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(PDF)], `${name}.pdf`, { type: 'application/pdf' }))
      return form
    }
    case 'payload-preferences':
      return { key: name, value: {} }
    case 'api-keys':
      return {
        label: name,
        member: federation,
        contact: { firstName: 'Ada', lastName: 'Martin', email: 'ada@reseau.example' },
        scopes: ['submit'],
      }
    case 'members':
      return paperMember(`${name}.png`)
    case 'media': {
      const form = new FormData()
      form.set('_payload', JSON.stringify({ decorative: true }))
      form.set('file', new File([new Uint8Array(PNG)], `${name}.png`, { type: 'image/png' }))
      return form
    }
    default:
      return {}
  }
}

/** A founder whose charter is signed on paper, with its scan. */
function paperMember(name: string): FormData {
  const { privacyNoticeRead: _read, motivation: _motivation, ...declared } = application()
  const form = new FormData()
  form.set(
    '_payload',
    JSON.stringify({
      ...declared,
      origin: 'founder',
      effectiveOn: '2026-01-01',
      deliberation: 'AG',
      signature: { charterVersion: charter, signatory: 'Jeanne Martin', signedOn: '2025-12-15' },
    }),
  )
  form.set('scan', new File([new Uint8Array(PNG)], name, { type: 'image/png' }))
  return form
}

/** A change that takes nothing but the right to make it. */
function change(slug: string): Record<string, unknown> {
  const word = fresh('changement')
  switch (slug) {
    case 'members':
      return { directory: { city: word } }
    case 'governance-bodies':
      return { mission: word }
    // The name of who acts two change, by endpoints.
    case 'people':
      return { email: `${word}@personne.example` }
    // What stands there two change, by endpoints: a plain write that says nothing new passes.
    case 'users':
      return {}
    case 'charter-versions':
    case 'media':
    case 'publications':
    case 'events':
    case 'documents':
    case 'files':
      return { title: word }
    case 'pages':
      return { summary: word }
    case 'redirects':
      return { to: `/${word}` }
    case 'payload-preferences':
      return { value: { word } }
    default:
      return {}
  }
}

/** A row of its own that may go, labelled as the table has it. */
async function spareRow(slug: string, label: string, actor: Actor): Promise<string> {
  const { payload } = app
  const name = fresh('superflu')
  switch (slug) {
    case 'charter-versions':
      return (await makeCharter(payload, { number: 200 + names, status: 'draft', adoptedAt: null })).id
    case 'users':
      return (await staffUser(payload, { name, roles: [] })).id
    case 'pages':
      return (
        await payload.create({
          collection: 'pages',
          data: { title: name, slug: name, _status: label === 'draft' ? 'draft' : 'published' },
          locale: 'fr',
          draft: label === 'draft',
        })
      ).id
    case 'publications':
      return makePublication(name, label)
    case 'events':
      return makeEvent(name, label)
    case 'redirects':
      return (
        await payload.create({
          collection: 'redirects',
          data: { from: name, to: '/membres', byHand: label === 'by hand' },
          overrideAccess: true,
        })
      ).id
    case 'documents':
      return makeDocument(name, label)
    case 'files':
      return makeFile(name)
    case 'media':
      return makeMedia(name)
    case 'payload-preferences':
      return makePreference(actor, name)
    default:
      throw new Error(`Nobody deletes ${slug}`)
  }
}

async function makeFile(name: string): Promise<string> {
  return (
    await app.payload.create({
      collection: 'files',
      data: {},
      file: { data: PDF, name: `${name}.pdf`, mimetype: 'application/pdf', size: PDF.length },
    })
  ).id
}

/** A publication with a PDF: a draft, published, under an embargo, or published once. */
async function makePublication(name: string, label: string): Promise<string> {
  const { payload } = app
  const pdf = await makeFile(name)
  // The PDF of a spare one that appeared stays in its edition.
  if (standing || label !== 'draft') openedBy.set(pdf, standing && label === 'published' ? 'public' : 'unreleased')
  const embargoUntil = label === 'embargoed' ? startOfParisDay(addDays(parisDay(new Date()), 30)).toISOString() : null
  const data = { title: name, slug: name, kind: 'practice' as const, publishedOn: '2026-01-01', embargoUntil, pdf }
  if (label === 'draft')
    return (await payload.create({ collection: 'publications', data: { ...data, _status: 'draft' }, draft: true })).id
  const { id } = await payload.create({ collection: 'publications', data: { ...data, _status: 'published' } })
  if (label === 'unpublished') await payload.update({ collection: 'publications', id, data: { _status: 'draft' } })
  if (standing) editedAs.set(id, label)
  return id
}

/** A note that a body of its own adopts and reviews, by the one of the Bureau who sits there too. */
async function makeJudged(): Promise<void> {
  const { payload } = app
  const body = await makeBody(payload, { competences: ['publication-adoption', 'publication-review'] })
  const { user, person } = seat(house, 1)
  await makeMandate(payload, person.id, body.id)
  const { id } = await payload.create({
    collection: 'publications',
    data: { title: 'Note', slug: 'note', kind: 'position', publishedOn: '2026-01-01', _status: 'draft' },
    draft: true,
  })
  const contentHash = (await readDraft({ payload }, id))?.hash ?? ''
  await giveOpinion(payload, { id, user, contentHash, opinion: 'favourable', comments: null })
  await approve(payload, { id, user, contentHash, withoutOpinion: false })
}

const newDocument = (title: string) => ({ title, kind: 'report' as const, day: '2026-01-01' })

async function makeDocument(name: string, label: string): Promise<string> {
  const file = await makeFile(name)
  if (standing) openedBy.set(file, label)
  const visibility = label === 'body' || label === 'public' ? label : 'members'
  return (
    await app.payload.create({
      collection: 'documents',
      data: { ...newDocument(name), visibility, body: label === 'body' ? house.body.id : null, file },
    })
  ).id
}

const newEvent = (name: string) => ({
  title: name,
  slug: name,
  kind: 'webinar' as const,
  startsAt: '2026-05-05T08:00:00.000Z',
  startsAt_tz: 'Europe/Paris' as const,
  endsAt: '2026-05-05T10:00:00.000Z',
  endsAt_tz: 'Europe/Paris' as const,
})

async function makeEvent(name: string, label: string): Promise<string> {
  const event = newEvent(name)
  return (
    await app.payload.create(
      label === 'draft'
        ? { collection: 'events', data: { ...event, _status: 'draft' }, draft: true }
        : { collection: 'events', data: { ...event, _status: 'published' } },
    )
  ).id
}

async function makeMedia(name: string): Promise<string> {
  const { id } = await app.payload.create({
    collection: 'media',
    data: { decorative: true },
    file: { data: PNG, name: `${name}.png`, mimetype: 'image/png', size: PNG.length },
  })
  return id
}

async function makePreference(actor: Actor, key: string): Promise<string> {
  const owner = users.get(actor)
  if (!owner) throw new Error('A visitor has no preferences')
  const user = await app.payload.findByID({ collection: 'users', id: owner.id, overrideAccess: true })
  const { id } = await app.payload.create({
    collection: 'payload-preferences',
    data: { key, value: {}, user: { relationTo: 'users', value: user.id } },
    req: { user: { ...user, collection: 'users' } },
  })
  return String(id)
}

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  door = await openDoor(app)
  const { payload } = app
  house = await houseWith(app)
  const staff = {
    editor: await staffUser(payload, { name: 'Rédaction', roles: ['editor'] }),
    secretariat: house.secretary.user,
    admin: await staffUser(payload, { name: 'Administration', roles: ['admin'] }),
    bureau: seat(house, 1).user,
    recused: seat(house, 2).user,
    roleless: await staffUser(payload, { name: 'Sans rôle', roles: [] }),
  }
  for (const actor of TEAM) {
    const user = staff[actor]
    const { token } = await payload.login({ collection: 'users', data: { email: user.email, password: PASSWORD } })
    if (!token) throw new Error('No session was opened')
    users.set(actor, user)
    tokens.set(actor, token)
  }
  const { id } = await signed(app)
  const actor = house.secretary
  await requestInformation(payload, {
    id,
    actor,
    question: 'Quels statuts ?',
    deadline: addDays(parisDay(new Date()), 10),
  })
  await cancelRequest(payload, { id, actor, reason: 'Reçus par courrier.' })
  await attach(payload, { id, actor, files: [{ name: 'statuts.png', data: PNG }] })
  await note(payload, { id, actor, text: 'À relire.' })
  await putToBureau(payload, { id, actor, powerToBind: { source: SOURCE } })
  await castVote(payload, { id, actor: seat(house, 1).actor, choice: 'for' })
  await castVote(payload, { id, actor: seat(house, 2).actor, choice: 'recused' })
  file = { before: id, unsigned: (await applied(app)).id }
  const inForce = (await stored('charter-versions')).find(({ status }) => status === 'adopted')
  if (!inForce) throw new Error('There is no charter in force')
  charter = inForce.id
  await makeCharter(payload, { status: 'draft', adoptedAt: null })
  const unlisted = await makeMember(payload, { directory: { listed: false } })
  federation = (await makeMember(payload)).id
  await makeWebhook(payload, federation, (await makeKey(payload, federation)).record.id)
  await makeMember(payload, { confirmed: false })
  await makeMember(payload, { status: 'resigned', endedOn: '2024-01-01' })
  const person = (await makePerson(payload, { email: 'ada@ailleurs.example' })).id
  await makeMandate(payload, person, house.body.id, { confirmed: false, onBehalfOf: unlisted.id })
  await makeMandate(payload, person, house.body.id, { firstDay: addDays(parisDay(new Date()), 30) })
  await makeMandate(payload, person, house.body.id, { firstDay: '2019-01-01', lastDay: '2020-01-01' })
  await payload.create({
    collection: 'pages',
    data: { title: 'Accueil', slug: 'accueil', _status: 'published' },
    locale: 'fr',
  })
  await payload.create({
    collection: 'pages',
    data: { title: 'Projet', slug: 'projet', _status: 'draft' },
    locale: 'fr',
    draft: true,
  })
  await payload.create({ collection: 'redirects', data: { from: 'ancien-accueil' }, overrideAccess: true })
  await payload.create({
    collection: 'redirects',
    data: { from: 'salon', to: '/accueil', byHand: true },
    overrideAccess: true,
  })
  await payload.db.create({
    collection: 'schedules',
    data: {
      subject: 'pages:x',
      slot: 'pages:x',
      version: 'x',
      savedAt: 'x',
      at: new Date().toISOString(),
      status: 'waiting',
    },
  })
  await makeMedia('image')
  for (const label of ['published', 'embargoed', 'draft', 'unpublished'])
    await makePublication(`publication-${label}`, label)
  await makeJudged()
  for (const label of ['public', 'members', 'body']) await makeDocument(`document-${label}`, label)
  await makeFile('seul')
  standing = false
  for (const label of ['published', 'draft']) await makeEvent(`evenement-${label}`, label)
  await payload.db.create({
    collection: 'attachments',
    data: {
      title: 'Charte signée',
      source: 'staff',
      sha256: createHash('sha256').update('x').digest('hex'),
      filename: 'papier.pdf',
      member: unlisted.id,
    },
  })
  await payload.db.create({
    collection: 'security-events',
    data: { type: 'signed-in', at: new Date().toISOString(), count: 1 },
  })
  await payload.db.create({
    collection: 'sign-in-attempts',
    data: { purpose: 'second-factor', tries: 0, until: new Date().toISOString() },
  })
  await payload.db.create({
    collection: 'join-drafts',
    data: { tokenHash: 'nobody', sealed: 'nothing', until: new Date().toISOString() },
  })
  await payload.db.create({
    collection: 'second-factors',
    data: { key: 'totp:nobody', account: 'nobody', kind: 'totp' },
  })
  await payload.db.create({
    collection: 'leases',
    data: { key: 'timers', holder: 'nobody', until: new Date().toISOString() },
  })
  await payload.db.create({ collection: 'payload-kv', data: { key: 'kept', data: {} } })
  if ((await stored('payload-migrations')).length === 0)
    await payload.db.create({ collection: 'payload-migrations', data: { name: 'first', batch: 1 } })
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

/** The rows that the table opens to an actor. */
const granted = (rows: Rows, actor: Actor): string[] =>
  Object.entries(rows)
    .filter(([, who]) => who.includes(actor))
    .map(([label]) => label)
    .sort()

/** Labels of the rows that an actor finds in a list. */
const labels = (slug: string, docs: readonly Doc[], rowsById: Map<string, Doc>, actor: Actor): string[] =>
  [...new Set(docs.map(({ id }) => labelOf(slug, rowsById.get(String(id)) ?? { id: String(id) }, actor)))].sort()

/** One row of each label that an actor meets. */
async function sampleOf(slug: string, actor: Actor): Promise<Map<string, Doc>> {
  const sample = new Map<string, Doc>()
  for (const doc of await stored(slug))
    if (!sample.has(labelOf(slug, doc, actor))) sample.set(labelOf(slug, doc, actor), doc)
  return sample
}

/** Payload answers to a key there, not to an id. */
const byKey = (slug: string): boolean => slug === 'payload-preferences'
const at = (slug: string, id: string): string => (byKey(slug) ? `${slug}?where[id][equals]=${id}` : `${slug}/${id}`)
const done = ({ status, body }: Answer): boolean => status === 200 && (body.docs === undefined || body.docs.length > 0)

describe('the table of rights', () => {
  it('names every collection that there is', () => {
    expect([...SLUGS].sort()).toEqual(app.config.collections.map(({ slug }) => slug).sort())
  })

  it('has a row stored for every kind of row that it tells apart', async () => {
    for (const slug of SLUGS.filter((each) => !byKey(each))) {
      const met = new Set(
        (await Promise.all(ACTORS.map(async (actor) => [...(await sampleOf(slug, actor)).keys()]))).flat(),
      )
      expect({ slug, rows: [...met].sort() }).toEqual({ slug, rows: [...(ACCESS[slug]?.rows ?? [])].sort() })
    }
  })
})

describe('the description of the API', () => {
  it('says of every reading and writing of records who may, as the table does, and has none that is closed', async () => {
    const { paths } = await describeApi(app.payload, { PUBLIC_URL: 'http://localhost:3000' })
    const wrong: string[] = []
    for (const slug of SLUGS) {
      const { create, read, update, readVersions, unlock, ...rights } = ACCESS[slug] ?? closed()
      const one = `/${slug}/{id}`
      for (const [path, method, actors] of [
        [`/${slug}`, 'get', Object.values(read).flat()],
        [`/${slug}`, 'post', create],
        [one, 'get', Object.values(read).flat()],
        [one, 'patch', Object.values(update).flat()],
        [one, 'delete', Object.values(rights.delete).flat()],
        [`/${slug}/versions`, 'get', readVersions],
        [`/${slug}/unlock`, 'post', unlock],
      ] as const) {
        if (slug === 'payload-preferences' && path === one) continue
        const expected = callers(actors)
        // Keys and links are no rights of an account.
        const ofAccounts = paths[path]?.[method]?.security.filter(
          (each) => 'JWT' in each || Object.keys(each).length === 0,
        )
        const found = (ofAccounts?.length ? ofAccounts : undefined)
          ?.flatMap((each) => each['JWT'] ?? ['anybody'])
          // The chair stands in for a secretary who is missing; nobody of the table is in the chair.
          .filter((caller) => !(slug === 'api-keys' && caller === 'mandate'))
        const said = found?.includes('anybody') ? ['anybody'] : found?.length === 0 ? ['team'] : (found ?? [])
        if (said.join() !== expected.join()) wrong.push(`${method} ${path}: ${said.join()}, not ${expected.join()}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('the table of retention', () => {
  it('says of every collection how long it is kept', () => {
    expect(Object.keys(RETENTION).sort()).toEqual(app.config.collections.map(({ slug }) => slug).sort())
  })
})

/** Where the second part of an address is a key, Payload has no addresses for versions and locks. */
const WITH_OPERATIONS = SLUGS.filter((slug) => !byKey(slug))

describe.each(SLUGS)('%s', (slug) => {
  const table = ACCESS[slug] ?? closed()

  // Made here: a bulk deletion of accounts takes their preferences, even those of the accounts that it refuses to delete.
  if (slug === 'payload-preferences')
    beforeAll(async () => {
      for (const actor of TEAM) await makePreference(actor, 'langue')
    })

  it.each(ACTORS)('shows %s the rows of the table, in a list, one by one and in a count', async (actor) => {
    const rowsById = new Map((await stored(slug)).map((doc) => [doc.id, doc]))
    const allowed = granted(table.read, actor)
    const listed = await ask(actor, 'GET', `${slug}?limit=100`)
    expect([200, 401, 403, 404]).toContain(listed.status)
    expect(labels(slug, listed.body.docs ?? [], rowsById, actor)).toEqual(allowed)
    if (byKey(slug)) return
    const counted = await ask(actor, 'GET', `${slug}/count`)
    expect(counted.body.totalDocs ?? 0).toBe(listed.body.docs?.length ?? 0)
    for (const [label, { id }] of await sampleOf(slug, actor)) {
      const one = await ask(actor, 'GET', `${slug}/${id}`)
      expect({ label, status: one.status === 200 }).toEqual({ label, status: allowed.includes(label) })
      const draft = await ask(actor, 'GET', `${slug}/${id}?draft=true`)
      expect({ label, draft: draft.status === 200 }).toEqual({ label, draft: allowed.includes(label) })
    }
  })

  it.each(ACTORS)('is created by %s where the table says so', async (actor) => {
    // What the gate refuses, the security journal notes by itself.
    const rows = async () =>
      (await stored(slug)).filter(({ type }) => slug !== 'security-events' || type !== 'refused-by-gate').length
    const before = await rows()
    const answer = await ask(actor, 'POST', slug, newRow(slug))
    const may = table.create.includes(actor)
    expect({ status: answer.status, text: answer.text.slice(0, 300), made: (await rows()) - before }).toEqual({
      status: may ? 201 : expect.toSatisfy((status: number) => [401, 403, 404].includes(status)),
      text: expect.anything(),
      made: may ? 1 : 0,
    })
  })

  it.each(ACTORS)('is changed by %s where the table says so', async (actor) => {
    const allowed = granted(table.update, actor)
    for (const [label, { id }] of await sampleOf(slug, actor)) {
      const before = JSON.stringify((await stored(slug)).find((doc) => doc.id === id))
      const answer = await ask(actor, 'PATCH', at(slug, id), change(slug))
      expect({ label, may: done(answer) }, answer.text.slice(0, 300)).toEqual({ label, may: allowed.includes(label) })
      if (allowed.includes(label)) continue
      const together = await ask(actor, 'PATCH', `${slug}?where[id][equals]=${id}`, change(slug))
      expect({ label, may: done(together) }, together.text.slice(0, 300)).toEqual({ label, may: false })
      expect(JSON.stringify((await stored(slug)).find((doc) => doc.id === id))).toBe(before)
    }
  })

  it.each(ACTORS)('is deleted by %s where the table says so', async (actor) => {
    const allowed = granted(table.delete, actor)
    for (const [label, { id }] of await sampleOf(slug, actor)) {
      const may = allowed.includes(label)
      const target = may ? await spareRow(slug, label, actor) : id
      const answers = may
        ? [await ask(actor, 'DELETE', at(slug, target))]
        : [
            await ask(actor, 'DELETE', at(slug, target)),
            await ask(actor, 'DELETE', `${slug}?where[id][equals]=${target}`),
          ]
      expect({ label, may: answers.some(done) }, answers[0]?.text.slice(0, 300)).toEqual({ label, may })
      expect((await stored(slug)).some((doc) => doc.id === target)).toBe(!may)
    }
  })
})

describe.each(WITH_OPERATIONS)('%s', (slug) => {
  const table = ACCESS[slug] ?? closed()

  it.each(ACTORS)('shows its versions to %s where the table says so', async (actor) => {
    const may = table.readVersions.includes(actor)
    const answer = await ask(actor, 'GET', `${slug}/versions`)
    expect({ may: answer.status === 200, docs: (answer.body.docs?.length ?? 0) > 0 }).toEqual({ may, docs: may })
  })

  it.each(ACTORS)('is unlocked by %s where the table says so', async (actor) => {
    const answer = await ask(actor, 'POST', `${slug}/unlock`, { email: house.colleague.user.email })
    expect(answer.status === 200, answer.text.slice(0, 300)).toBe(table.unlock.includes(actor))
  })
})

/** The paths of fields that are hidden from everybody. */
const hiddenIn = (fields: readonly FlattenedField[], prefix = ''): string[] =>
  fields.flatMap((field) => [
    ...('hidden' in field && field.hidden ? [`${prefix}${field.name}`] : []),
    ...('flattenedFields' in field ? hiddenIn(field.flattenedFields, `${prefix}${field.name}.`) : []),
  ])

describe('what nobody is to see', () => {
  it('comes out of no answer, however deep it is asked for', async () => {
    const secrets = [
      ...(await stored('users')).flatMap(({ hash, salt }) => [hash, salt]),
      // A link that was used stands, by its hash, in the evidence of what it was used for.
      ...(await stored('capabilities'))
        .filter(({ usedAt }) => !usedAt)
        .flatMap(({ tokenHash, uid }) => [tokenHash, uid]),
      ...(await stored('charter-signatures')).map(({ salt }) => salt),
    ].filter((secret) => typeof secret === 'string')
    expect(secrets.length).toBeGreaterThan(10)
    const leaks: string[] = []
    for (const { slug, flattenedFields } of app.config.collections) {
      const hidden = hiddenIn(flattenedFields)
      for (const actor of ACTORS) {
        const { body, text } = await ask(
          actor,
          'GET',
          `${slug}?limit=100&depth=2&showHiddenFields=true&overrideAccess=true`,
        )
        leaks.push(...secrets.filter((secret) => text.includes(secret)).map(() => `${slug} to ${actor}: a secret`))
        leaks.push(
          ...hidden
            .filter((name) => body.docs?.some((doc) => doc[name] !== undefined))
            .map((name) => `${slug} to ${actor}: ${name}`),
        )
      }
    }
    expect([...new Set(leaks)]).toEqual([])
  })

  it('is all of a member, a mandate or a person but what is public, for a visitor', async () => {
    for (const [slug, names] of Object.entries(PUBLIC_FIELDS)) {
      const { body } = await ask('anonymous', 'GET', `${slug}?limit=100&depth=1`)
      const docs = body.docs ?? []
      expect(docs.length).toBeGreaterThan(0)
      expect({
        slug,
        beyond: [...new Set(docs.flatMap((doc) => Object.keys(doc)))].filter((name) => !names.includes(name)),
      }).toEqual({ slug, beyond: [] })
    }
  })

  it('is a file of an application, for who may not read its row', async () => {
    const names = (await stored('attachments'))
      .filter(({ adhesion }) => adhesion === file.before)
      .map(({ filename }) => String(filename))
    for (const actor of ACTORS) {
      const answer = await ask(actor, 'GET', `attachments/file/${names[0]}`)
      expect({ actor, may: answer.status === 200 }).toEqual({ actor, may: INSIDERS.includes(actor) })
    }
  })
})

describe('a filter through an account', () => {
  it('finds one’s own and says nothing of another’s', async () => {
    const found = async (email: string) =>
      (await ask('bureau', 'GET', `people?where[account.email][equals]=${encodeURIComponent(email)}`)).body.totalDocs
    expect(await found(seat(house, 1).user.email)).toBe(1)
    expect(await found(seat(house, 2).user.email)).toBe(0)
  })
})

describe('a filter on what one may not read', () => {
  it('is refused with 400 for every hidden field, whoever asks', async () => {
    const paths = app.config.collections
      .filter(({ endpoints }) => endpoints)
      .flatMap(({ slug, flattenedFields }) => hiddenIn(flattenedFields).map((path) => [slug, path] as const))
    expect(paths.length).toBeGreaterThan(10)
    for (const [slug, path] of paths) {
      for (const actor of ['anonymous', 'secretariat', 'admin'] as const) {
        expect({
          slug,
          path,
          actor,
          status: (await ask(actor, 'GET', `${slug}?where[${path}][exists]=true`)).status,
        }).toEqual({ slug, path, actor, status: 400 })
        expect({ slug, path, actor, sorted: (await ask(actor, 'GET', `${slug}?sort=${path}`)).status }).toEqual({
          slug,
          path,
          actor,
          sorted: 400,
        })
      }
    }
  })

  const CLOSED: readonly (readonly [slug: string, path: string, open: readonly Actor[]])[] = [
    ...[
      'identifierKey',
      'status',
      'origin',
      'organisation.siren',
      'organisation.legalName',
      'representative.email',
      'contact.email',
      'adhesion',
      'adhesion.status',
      'signature',
      'network',
      'network.legalName',
      'deliberation',
      'endedOn',
    ].map((path) => ['members', path, INSIDERS] as const),
    ['mandates', 'deliberation', TEAM],
    ['mandates', 'onBehalfOf', TEAM],
    ['mandates', 'onBehalfOf.identifierKey', INSIDERS],
    ['mandates', 'person.email', AT_WORK],
    ['mandates', 'person.account', AT_WORK],
    ['people', 'email', AT_WORK],
    ['people', 'account', AT_WORK],
    ['people', 'account.email', AT_WORK],
    ['mandates', 'person.account.email', []],
    ['adhesions', 'claimedBy.email', INSIDERS],
    ['charter-versions', 'canonicalText', ALL],
    ['members', 'legalName', ALL],
    ['mandates', 'body.slug', ALL],
  ]

  it.each(CLOSED)('is refused with 400: %s by %s', async (slug, path, open) => {
    for (const actor of ACTORS) {
      if (slug === 'adhesions' && !INSIDERS.includes(actor)) continue
      const { status } = await ask(actor, 'GET', `${slug}?where[${path}][exists]=true`)
      expect({ actor, status }).toEqual({ actor, status: open.includes(actor) ? 200 : 400 })
      const counted = await ask(actor, 'GET', `${slug}/count?where[${path}][exists]=true`)
      expect({ actor, counted: counted.status }).toEqual({ actor, counted: open.includes(actor) ? 200 : 400 })
    }
  })
})
