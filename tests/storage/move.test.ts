import { execFile, fork, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { mongo } from 'mongoose'
import { inject, afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bundleFile, endBundler } from '../../scripts/lib/bundle.mjs'
import { inProject, nodeFlags, root } from '../../scripts/lib/project.mjs'
import { castVote } from '../../src/adhesion/actions/cast-vote.ts'
import { putToBureau } from '../../src/adhesion/actions/put-to-bureau.ts'
import { lockFile, unlockFile } from '../../src/db/lock.ts'
import { migrations } from '../../src/db/migrations/index.ts'
import { movedIn } from '../../src/db/moved-file.ts'
import { goOnWith, readEnv } from '../../src/env.ts'
import { move } from '../../src/safekeeping/move.ts'
import { openSite } from '../../src/site/routes.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { applied, signed, signWith } from '../support/applications.ts'
import { openBucket, type TestBucket } from '../support/bucket.ts'
import { actorOf, chainHolds, factsOf, fileOf, membersOf, SOURCE, type StaffActor } from '../support/bureau.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { draftPage, publishedPage } from '../support/pages.ts'
import { PDF } from '../support/publishing.ts'
import { visitor } from '../support/site.ts'
import { attach } from '../support/actions.ts'

type Filled = {
  secretary: string
  file: { id: string; reference: string }
  waiting: { id: string }
  page: string
  media: string
  rendition: string | null
  paper: string
  followUp: string
  sign: string
  owed: number
}
type Surroundings = Record<string, string> & { NODE_ENV: 'production' }
type Ran = { status: number; out: string; err: string }

/** Tables, and the collections that they become. */
const PAIRS = [
  ['adhesions', 'adhesions'],
  ['journal', 'journals'],
  ['messages', 'messages'],
  ['_pages_v', '_pages_versions'],
  ['_publications_v', '_publications_versions'],
  ['people', 'peoples'],
  ['capabilities', 'capabilities'],
  ['payload_preferences', 'payload-preferences'],
] as const
const PASSWORD = 'un mot de passe pour la démo'
const bundles = inProject('node_modules', '.cache', `move-${randomBytes(4).toString('hex')}`)
const secrets = {
  APP_MODE: 'test',
  PUBLIC_URL: 'http://localhost:3000',
  PAYLOAD_SECRET: randomBytes(24).toString('hex'),
  TOKEN_SECRET: randomBytes(24).toString('hex'),
  DEMO_PASSWORD: PASSWORD,
  LOG_LEVEL: 'warn',
}

let folder: string
let filled: Filled
let bucket: TestBucket
let client: mongo.MongoClient

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cpof-move-'))
  for (const command of ['move', 'check', 'release-mail'])
    await bundleFile(`src/server/commands/${command}.ts`, path.join(bundles, `${command}.js`))
  await bundleFile('tests/support/filled-installation.ts', path.join(bundles, 'fill.js'))
  await bundleFile('tests/support/second-instance.ts', path.join(bundles, 'instance.js'))
  await endBundler()
  client = await new mongo.MongoClient(inject('mongoUrl')).connect()
  bucket = await openBucket()
  const child = fork(path.join(bundles, 'fill.js'), [], {
    cwd: root,
    execArgv: nodeFlags,
    env: surroundings(path.join(folder, 'kept')),
  })
  const [told]: unknown[] = await once(child, 'message')
  filled = told as Filled
  await once(child, 'exit')
}, 300_000)

afterAll(async () => {
  await client.close()
  await bucket.close()
  await rm(bundles, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
})

/** An environment of a command's own. */
function surroundings(dataDir: string, more: Record<string, string> = {}): Surroundings {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env
  return { PATH, HOME, TMPDIR, NODE_ENV: 'production' as const, ...secrets, DATA_DIR: dataDir, ...more }
}

/** A copy of the filled installation. */
async function installation(): Promise<string> {
  const copy = await mkdtemp(path.join(folder, 'installation-'))
  await cp(path.join(folder, 'kept'), copy, { recursive: true })
  return copy
}

/** The address of a database that nobody has used. */
function nowhere(): string {
  const url = new URL(inject('mongoUrl'))
  url.pathname = `/moved-${randomBytes(6).toString('hex')}`
  return url.toString()
}

const databaseAt = (url: string): mongo.Db => client.db(new URL(url).pathname.slice(1))

function run(command: string, args: readonly string[], env: Surroundings): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...nodeFlags, path.join(bundles, `${command}.js`), ...args],
      { cwd: root, env },
      (error, out, err) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
      },
    )
  })
}

const moveTo = (
  dataDir: string,
  url: string,
  more: readonly string[] = [],
  settings: Record<string, string> = {},
): Promise<Ran> => run('move', ['--to', url, ...more], surroundings(dataDir, settings))

/** Whether what opens the database as a server does is let in. */
const opens = async (dataDir: string, settings: Record<string, string> = {}): Promise<string> => {
  const { status, err } = await run('release-mail', [], surroundings(dataDir, settings))
  return status === 0 ? 'opened' : err
}

const says = (words: string): string => expect.stringContaining(words) as string

function isMarked(dataDir: string): boolean {
  const db = new Database(path.join(dataDir, 'cpof.db'))
  const moved = movedIn(db)
  db.close()
  return moved !== null
}

/** An SQLite database's own counts. */
function countsIn(dataDir: string): Record<string, number> {
  const db = new Database(path.join(dataDir, 'cpof.db'))
  const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all() as { name: string }[]
  const counted = Object.fromEntries(
    tables.map(({ name }) => [name, (db.prepare(`SELECT count(*) AS n FROM "${name}"`).get() as { n: number }).n]),
  )
  db.close()
  return counted
}

describe('a move is refused, and nothing is changed,', () => {
  it('without a place to go to, and to one that is none', async () => {
    const here = await installation()
    expect(await run('move', [], surroundings(here))).toMatchObject({
      status: 1,
      err: says('npm run move -- --to mongodb://'),
    })
    expect(await moveTo(here, 'file:/tmp/a.db')).toMatchObject({
      status: 1,
      err: says('npm run move -- --to mongodb://'),
    })
    expect(await moveTo(here, 'mongodb://127.0.0.1:1/cpof')).toMatchObject({
      status: 1,
      err: says('must name a replica set'),
    })
    expect(await moveTo(here, 'mongodb://127.0.0.1:1/cpof?replicaSet=rs0&serverSelectionTimeoutMS=300')).toMatchObject({
      status: 1,
      err: says('MongoDB (127.0.0.1:1/cpof) could not be opened'),
    })
  })

  it('while the server runs, from MongoDB, from nothing, and to what is not empty', async () => {
    const [here, url] = [await installation(), nowhere()]
    lockFile(path.join(here, 'cpof.db'))
    expect(await moveTo(here, url)).toMatchObject({ status: 1, err: says('Another process is using') })
    unlockFile(path.join(here, 'cpof.db'))
    expect(await moveTo(here, url, [], { DATABASE_URL: nowhere() })).toMatchObject({
      status: 1,
      err: says('on MongoDB already'),
    })
    expect(await moveTo(path.join(here, 'empty'), url)).toMatchObject({ status: 1, err: says('There is no database') })
    await databaseAt(url).collection('of-others').insertOne({ of: 'others' })
    expect(await moveTo(here, url)).toMatchObject({ status: 1, err: says('is not empty') })
    expect((await databaseAt(url).listCollections().toArray()).map(({ name }) => name)).toEqual(['of-others'])
  })

  it('from the schema of another release, and in production without a bucket', async () => {
    const [here, url] = [await installation(), nowhere()]
    const db = new Database(path.join(here, 'cpof.db'))
    const rename = (from: string, to: string) =>
      db.prepare('UPDATE payload_migrations SET name = ? WHERE name = ?').run(to, from)
    const last = migrations.at(-1)?.name ?? ''
    rename(last, '20991231_000000_later')
    expect(await moveTo(here, url)).toMatchObject({ status: 1, err: says('written by a newer release') })
    db.exec(`DELETE FROM payload_migrations WHERE name LIKE '2099%'`)
    db.close()
    expect(await moveTo(here, url)).toMatchObject({ status: 1, err: says(`it lacks ${last}`) })
    const real = { APP_MODE: 'production', SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'CPOF <a@cpof.fr>' }
    expect(await moveTo(here, url, [], real)).toMatchObject({ status: 1, err: says('--bucket') })
    expect(await databaseAt(url).listCollections().toArray()).toEqual([])
  })

  it('when the copy is not what it was made of, whatever differs', async () => {
    const [here, url] = [await installation(), nowhere()]
    const from = readEnv(surroundings(here))
    const before = { ...process.env }
    vi.resetModules()
    const to = goOnWith(surroundings(here, { DATABASE_URL: url }))
    const configure = async () => (await import('../../payload.config.ts')).default
    const after = (hand: (db: mongo.Db) => Promise<unknown>) =>
      move({
        from,
        to,
        configure,
        say: async (line) => {
          if (line.includes('compared')) await hand(databaseAt(url))
        },
      })
    await expect(
      after((db) => db.collection('pages').updateOne({ slug: 'demenagement' }, { $set: { 'title.fr': 'Autre' } })),
    ).rejects.toThrow(/pages .* is not in MongoDB what it is in SQLite.*as it was/)
    await expect(after((db) => db.collection('_pages_versions').deleteOne({}))).rejects.toThrow(/is missing in MongoDB/)
    await expect(after((db) => db.collection<{ _id: string }>('journals').insertOne({ _id: 'more' }))).rejects.toThrow(
      /journals has \d+ rows of \d+/,
    )
    Object.assign(process.env, before)
    vi.resetModules()
    expect(isMarked(here)).toBe(false)
    expect(await databaseAt(url).collection<{ _id: string }>('cpof-move').findOne({ _id: 'move' })).toMatchObject({
      state: 'copying',
    })
  }, 240_000)
})

describe('a move that is killed', () => {
  it('while it copies leaves the installation as it was and the copy closed, and is done again', async () => {
    const [here, url] = [await installation(), nowhere()]
    const child = spawn(process.execPath, [...nodeFlags, path.join(bundles, 'move.js'), '--to', url], {
      cwd: root,
      env: surroundings(here),
    })
    const ended = once(child, 'exit')
    await vi.waitFor(
      async () => expect(await databaseAt(url).collection('users').countDocuments()).toBeGreaterThan(0),
      { timeout: 60_000, interval: 5 },
    )
    child.kill('SIGKILL')
    await ended
    expect(await databaseAt(url).collection<{ _id: string }>('cpof-move').findOne({ _id: 'move' })).toMatchObject({
      state: 'copying',
    })
    expect([await opens(here), await opens(here, { DATABASE_URL: url })]).toEqual(['opened', says('A move from')])
    const other = await installation()
    const db = new Database(path.join(other, 'cpof.db'))
    db.exec(`UPDATE payload_migrations SET id = 'another' || id`)
    db.close()
    expect(await moveTo(other, url)).toMatchObject({
      status: 1,
      err: says('another installation is being moved there'),
    })
    expect(await moveTo(here, url)).toMatchObject({
      status: 0,
      out: expect.stringMatching(/it begins again[\s\S]*the same as here/) as string,
    })
    expect(isMarked(here)).toBe(true)
  }, 240_000)

  it('between its two marks leaves two that are closed, and is finished', async () => {
    const [here, url] = [await installation(), nowhere()]
    expect(await moveTo(here, url)).toMatchObject({ status: 0 })
    // What the last step but one leaves: this installation is marked, and that one is not yet.
    await databaseAt(url)
      .collection<{ _id: string }>('cpof-move')
      .updateOne({ _id: 'move' }, { $set: { state: 'copying' }, $unset: { endedAt: 1 } })
    expect([await opens(here), await opens(here, { DATABASE_URL: url })]).toEqual([
      says('was moved to MongoDB'),
      says('was cut off'),
    ])
    expect(await moveTo(here, nowhere())).toMatchObject({ status: 1, err: says('is not that') })
    expect(await moveTo(here, url)).toMatchObject({ status: 0, out: says('the same as here') })
    expect(await opens(here, { DATABASE_URL: url })).toBe('opened')
    expect(await moveTo(here, url)).toMatchObject({ status: 1, err: says('was moved to') })
  }, 240_000)
})

describe('a moved installation', () => {
  let here: string
  let url: string
  let ran: Ran
  let app: TestApp
  let door: TestDoor
  let owed: number
  const copied: Record<string, number> = {}
  let secretary: StaffActor
  let token: string

  beforeAll(async () => {
    here = await installation()
    url = nowhere()
    ran = await moveTo(here, url, ['--bucket', bucket.settings['S3_BUCKET'] ?? ''], {
      ...bucket.settings,
      S3_BUCKET: '',
    })
    owed = await databaseAt(url).collection('messages').countDocuments({ status: 'owed' })
    for (const [table, collection] of PAIRS)
      copied[table] = await databaseAt(url).collection(collection).countDocuments()
    app = await startApp({
      ...secrets,
      ...bucket.settings,
      DATA_DIR: path.join(folder, 'elsewhere'),
      DATABASE_URL: url,
      LOG_LEVEL: 'error',
    })
    door = await openDoor(app, {}, await openSite({ payload: app.payload, env: readEnv() }))
    secretary = actorOf(await app.payload.findByID({ collection: 'users', id: filled.secretary }))
    token = await signIn('secretariat@demo.cpof.example')
  }, 300_000)

  afterAll(async () => {
    await door.close()
    await app.stop()
  })

  async function signIn(email: string): Promise<string> {
    const answer = await fetch(`${door.url}/api/users/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    })
    const body = (await answer.json()) as { token?: string }
    expect(answer.status).toBe(200)
    return body.token ?? ''
  }

  const asked = async (
    place: string,
  ): Promise<{ status: number; body: { totalDocs?: number; docs?: { id: string }[]; id?: string } }> => {
    const answer = await fetch(`${door.url}/api${place}`, { headers: { Authorization: `JWT ${token}` } })
    return {
      status: answer.status,
      body: (await answer.json()) as { totalDocs?: number; docs?: { id: string }[]; id?: string },
    }
  }

  it('has every row of every table, every chain and every file, and says so', async () => {
    expect(ran).toMatchObject({
      status: 0,
      err: expect.not.stringContaining('before') as string,
      out: expect.stringMatching(
        /12 files copied to the bucket[\s\S]*adhesions: \d+\n[\s\S]*chains of the journal and 1\d files are in .*the same as here[\s\S]*marked as moved/,
      ) as string,
    })
    const rows = countsIn(here)
    expect(copied).toEqual(Object.fromEntries(PAIRS.map(([table]) => [table, rows[table]])))
    expect(Object.values(copied).every((count) => count > 0)).toBe(true)
    expect(await databaseAt(url).collection('counters').findOne({ key: 'of-the-test' })).toMatchObject({ last: 7 })
    expect(await run('check', [], surroundings(here, { ...bucket.settings, DATABASE_URL: url }))).toMatchObject({
      status: 0,
      out: says('all is well'),
    })
    expect(isMarked(here)).toBe(true)
  }, 120_000)

  it('owes what was owed, once, and holds nothing back', async () => {
    expect([filled.owed > 0, owed]).toEqual([true, filled.owed])
    expect(
      await app.payload.db.findOne({ collection: 'counters', where: { key: { equals: 'mail-held-since-restore' } } }),
    ).toBeNull()
  })

  it('finds rows by the ids that they had, alone, in lists, by relations and by what relations say', async () => {
    expect(await asked(`/adhesions/${filled.file.id}`)).toMatchObject({ status: 200, body: { id: filled.file.id } })
    expect(await asked('/adhesions/nobody')).toMatchObject({ status: 404 })
    for (const where of [
      `where[adhesion][equals]=${filled.file.id}`,
      `where[adhesion][in]=${filled.file.id}`,
      `where[adhesion.reference][equals]=${filled.file.reference}`,
    ]) {
      expect((await asked(`/attachments?${where}`)).body.docs).toHaveLength(1)
    }
    expect((await asked(`/adhesions?where[id][in]=${filled.file.id},${filled.waiting.id}`)).body.totalDocs).toBe(2)
    expect((await asked(`/charter-signatures?where[charterVersion][exists]=true&limit=1`)).status).toBe(200)
    const deep = await app.payload.find({ collection: 'publications', depth: 2, limit: 0, pagination: false })
    expect(deep.docs.length).toBeGreaterThan(3)
  })

  it('opens the links that were sent before, and shows pages, editions, drafts and languages', async () => {
    const site = visitor(door)
    expect((await site.get(`/adhesion/suivi/${filled.followUp}`)).text).toContain(filled.file.reference)
    expect((await site.get('/demenagement')).text).toContain('Déménagement')
    expect(await app.payload.findByID({ collection: 'pages', id: filled.page, depth: 0, locale: 'en' })).toMatchObject({
      title: 'Moving',
    })
    expect((await site.get('/jamais-publiee')).status).toBe(404)
    const { docs: editions } = await app.payload.find({ collection: 'publication-editions', depth: 0, limit: 1 })
    expect(editions).toHaveLength(1)
    const { docs } = await app.payload.findVersions({
      collection: 'pages',
      where: { parent: { equals: filled.page } },
      depth: 0,
    })
    expect(docs.length).toBeGreaterThan(2)
    const [newest, oldest] = [docs[0], docs.at(-1)]
    expect(await app.payload.findVersionByID({ collection: 'pages', id: newest?.id ?? '', depth: 0 })).toMatchObject({
      parent: filled.page,
      version: { title: 'Un brouillon' },
    })
    await app.payload.restoreVersion({ collection: 'pages', id: oldest?.id ?? '' })
    expect(await app.payload.findByID({ collection: 'pages', id: filled.page, depth: 0, locale: 'fr' })).toMatchObject({
      id: filled.page,
      title: 'Déménagement',
    })
  })

  it('reads the files that were uploaded before, two of one name among them, and keeps new ones', async () => {
    const read = async (place: string, by = token) =>
      fetch(`${door.url}/api/${place}`, { headers: { Authorization: `JWT ${by}` } })
    const paper = await read(`files/file/${filled.paper}`, await signIn('redaction@demo.cpof.example'))
    expect([paper.status, Buffer.from(await paper.arrayBuffer()).equals(PDF)]).toEqual([200, true])
    const image = await read(`media/file/${filled.media}`)
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png'])
    const {
      docs: [attachment],
    } = await app.payload.find({ collection: 'attachments', where: { adhesion: { equals: filled.file.id } } })
    expect((await read(`attachments/file/${attachment?.filename ?? ''}`)).status).toBe(200)
    await attach(app.payload, { id: filled.file.id, actor: secretary, files: [{ name: 'suite.pdf', data: PDF }] })
    expect((await asked(`/attachments?where[adhesion][equals]=${filled.file.id}`)).body.totalDocs).toBe(2)
  })

  it('signs with a link of before, and takes a new application to its decision, in chains that hold', async () => {
    const { payload } = app
    expect(await signWith(app, filled.sign)).toMatchObject({ status: 200 })
    expect([await chainHolds(payload, filled.waiting.id), (await fileOf(payload, filled.waiting.id)).status]).toEqual([
      true,
      'submitted',
    ])
    const known = new Set(
      (await payload.find({ collection: 'adhesions', limit: 0, pagination: false })).docs.map(
        ({ reference }) => reference,
      ),
    )
    const made = await Promise.all([signed(app), signed(app), applied(app)])
    expect(new Set(made.map(({ id }) => id)).size).toBe(3)
    expect(made.filter(({ reference }) => known.has(reference))).toEqual([])
    const [{ id }] = made
    await putToBureau(payload, { id, actor: secretary, powerToBind: { source: SOURCE } })
    for (const key of ['presidence', 'tresorerie', 'bureau3']) {
      const {
        docs: [user],
      } = await payload.find({ collection: 'users', where: { email: { equals: `${key}@demo.cpof.example` } } })
      if (user && (await fileOf(payload, id)).status === 'before-bureau')
        await castVote(payload, { id, actor: actorOf(user), choice: 'for' })
    }
    expect((await fileOf(payload, id)).status).toBe('validated')
    expect(await membersOf(payload, id)).toHaveLength(1)
    expect([
      await chainHolds(payload, id),
      await chainHolds(payload, filled.file.id),
      (await factsOf(payload, filled.file.id)).at(-1),
    ]).toEqual([true, true, 'attached'])
  })

  it('lets nobody choose an id, and gives each row one of its own', async () => {
    const editor = await signIn('redaction@demo.cpof.example')
    const answer = await fetch(`${door.url}/api/pages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `JWT ${editor}` },
      body: JSON.stringify({ id: 'mine', title: 'À moi', slug: 'a-moi' }),
    })
    const { doc } = (await answer.json()) as { doc: { id: string } }
    expect([answer.status, doc.id]).toEqual([201, expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)])
    expect(
      await app.payload.duplicate({ collection: 'pages', id: doc.id, data: { slug: 'a-moi-aussi' } }),
    ).not.toMatchObject({ id: doc.id })
    await draftPage(app.payload, { slug: 'encore', title: 'Encore' })
  })

  it('takes documents that name records by the ids that they had, and none that name nothing', async () => {
    const editor = await signIn('redaction@demo.cpof.example')
    const make = async (parent: string) => {
      const answer = await fetch(`${door.url}/api/pages?draft=true`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `JWT ${editor}` },
        body: JSON.stringify({ title: 'Dessous', slug: 'dessous', parent }),
      })
      return [answer.status, await answer.text()]
    }
    expect(await make('nobody')).toEqual([400, says('unknown-record')])
    expect(await make(filled.page)).toEqual([201, says(filled.page)])
  })

  it('is served by a second instance as well', async () => {
    const child = fork(path.join(bundles, 'instance.js'), [], {
      cwd: root,
      execArgv: nodeFlags,
      env: surroundings(here, { ...bucket.settings, DATABASE_URL: url, PORT: '3000' }),
    })
    const [told]: unknown[] = await once(child, 'message')
    const other = visitor({ url: (told as { url: string }).url })
    try {
      await publishedPage(app.payload, { slug: 'vue-ailleurs', title: 'Vue ailleurs' })
      await vi.waitFor(async () => expect((await other.get('/vue-ailleurs')).status).toBe(200), {
        timeout: 10_000,
        interval: 50,
      })
      expect((await other.get(`/adhesion/suivi/${filled.followUp}`)).text).toContain(filled.file.reference)
    } finally {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    }
  })
})
