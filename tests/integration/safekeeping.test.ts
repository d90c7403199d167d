import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { mongo } from 'mongoose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleFile, endBundler } from '../../scripts/lib/bundle.mjs'
import { inProject, nodeFlags, root } from '../../scripts/lib/project.mjs'
import { readEnv, type Env } from '../../src/env.ts'
import { fileOfUrl } from '../../src/lib/file-url.ts'
import { settingsOf } from '../../src/lib/settings.ts'
import { sha256 } from '../../src/lib/hash.ts'
import { backUp, type Backup } from '../../src/safekeeping/backup.ts'
import { check, type Checked } from '../../src/safekeeping/check.ts'
import { holdIfRestored, releaseMail } from '../../src/safekeeping/held.ts'
import { openStore } from '../../src/safekeeping/open.ts'
import { restore } from '../../src/safekeeping/restore.ts'
import { shelfOf } from '../../src/safekeeping/shelf.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { signed } from '../support/applications.ts'
import { houseWith } from '../support/bureau.ts'
import { makePdf } from '../support/publishing.ts'
import { attach } from '../support/actions.ts'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')

let app: TestApp
let env: Env
let kept: string
let first: Backup

beforeAll(async () => {
  app = await startApp()
  env = readEnv()
  kept = await mkdtemp(path.join(tmpdir(), 'cpof-kept-'))
  const house = await houseWith(app, 2)
  const { id } = await signed(app)
  await attach(app.payload, { id, actor: house.secretary, files: [{ name: 'statuts.pdf', data: PDF }] })
  await makePdf(app.payload, 'rapport')
  first = await backUp({ env, folder: kept, keep: null, version: '1.0.0', now: new Date('2026-11-30T01:00:00Z') })
})

afterAll(async () => {
  await endBundler()
  await rm(bundles, { recursive: true, force: true })
  await app.stop()
  await rm(kept, { recursive: true, force: true })
})

/** Settings of an empty installation of the same kind. */
async function elsewhere(): Promise<Env> {
  const folder = await mkdtemp(path.join(kept, 'elsewhere-'))
  if (env.database === 'sqlite')
    return { ...env, DATA_DIR: folder, DATABASE_URL: `file:${path.join(folder, 'cpof.db')}` }
  const url = new URL(env.DATABASE_URL)
  url.pathname = `/t-${path.basename(folder).toLowerCase()}`
  return { ...env, DATA_DIR: folder, DATABASE_URL: url.toString() }
}

/** What a hand in the database can do: another fact in the journal, and a row that names nobody. */
async function damage(at: Env): Promise<void> {
  if (at.database === 'sqlite') {
    const db = new Database(fileOfUrl(at.DATABASE_URL))
    db.exec('PRAGMA foreign_keys = OFF')
    db.exec(`UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE id = (SELECT id FROM journal LIMIT 1)`)
    db.exec(`UPDATE attachments SET added_by_id = 'nobody'`)
    db.close()
    return
  }
  const client = await new mongo.MongoClient(at.DATABASE_URL).connect()
  await client
    .db()
    .collection('journals')
    .updateOne({}, { $set: { at: new Date('2020-01-01') } })
  await client
    .db()
    .collection('attachments')
    .updateOne({}, { $set: { addedBy: new mongo.ObjectId() } })
  await client.close()
}

async function checked(at: Env): Promise<Checked> {
  const store = await openStore(at, app.config.collections)
  const shelf = await shelfOf(at)
  try {
    return await check(store, shelf)
  } finally {
    shelf.close()
    await store.close()
  }
}

const bundles = inProject('node_modules', '.cache', `safekeeping-${randomBytes(4).toString('hex')}`)

/** Runs a command as an operator does, in a process of its own. */
async function run(command: string, at: Env, ...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const file = path.join(bundles, `${command}.js`)
  if (!existsSync(file)) await bundleFile(`src/server/commands/${command}.ts`, file)
  const settings = Object.fromEntries(
    (['APP_MODE', 'PUBLIC_URL', 'DATA_DIR', 'DATABASE_URL', 'PAYLOAD_SECRET', 'TOKEN_SECRET'] as const).map((name) => [
      name,
      at[name],
    ]),
  )
  const { PATH, HOME, TMPDIR } = process.env
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...nodeFlags, file, ...args],
      { cwd: root, env: { PATH, HOME, TMPDIR, NODE_ENV: 'production', ...settings } },
      (error, out, err) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
      },
    )
  })
}

const ours = async (folder: string) => (await readdir(folder)).filter((name) => name.startsWith('cpof-')).sort()

describe('a backup', () => {
  it('holds rows, files and indexes of one moment while the server runs, and says what it holds', async () => {
    const { folder, manifest } = first
    const rows = await app.payload.count({ collection: 'journal' })
    expect(manifest.rows[env.database === 'sqlite' ? 'journal' : 'journals']).toBe(rows.totalDocs)
    expect(manifest).toMatchObject({ engine: env.database, version: '1.0.0', missing: [] })
    expect(manifest.uploads.map(({ collection }) => collection).sort()).toEqual(['attachments', 'files'])
    for (const [name, hash] of Object.entries(manifest.files))
      expect(sha256(await readFile(path.join(folder, name)))).toBe(hash)
    expect(Object.keys(manifest.files)).toContain(
      env.database === 'sqlite' ? 'cpof.db' : 'collections/journals.jsonl.gz',
    )
  })

  it('is made every night, and as many are kept as were asked for', async () => {
    for (const night of ['02', '03'])
      await backUp({
        env,
        folder: path.join(kept, 'nights'),
        keep: 2,
        version: '1.0.0',
        now: new Date(`2026-12-${night}T01:00:00Z`),
      })
    const { removed } = await backUp({
      env,
      folder: path.join(kept, 'nights'),
      keep: 2,
      version: '1.0.0',
      now: new Date('2026-12-04T01:00:00Z'),
    })
    expect(removed).toEqual(['cpof-2026-12-02T01-00-00-000Z'])
    expect(await ours(path.join(kept, 'nights'))).toEqual([
      'cpof-2026-12-03T01-00-00-000Z',
      'cpof-2026-12-04T01-00-00-000Z',
    ])
  })
})

describe('a restored copy', () => {
  it('is what was kept, by rows, files and chains', async () => {
    const at = await elsewhere()
    const { checked: found, setAside } = await restore({ env: at, folder: kept, replace: false })
    expect([found.faults, setAside]).toEqual([[], []])
    expect(found.chains).toBeGreaterThan(0)
    expect(found.files).toBe(2)
    const store = await openStore(at)
    const counted = await store.counts()
    expect(counted).toEqual({ ...first.manifest.rows, counters: (first.manifest.rows['counters'] ?? 0) + 1 })
    await store.close()
  })

  it('does not take the place of anything, but when asked, and then keeps that', async () => {
    const at = await elsewhere()
    await restore({ env: at, folder: first.folder, replace: false })
    await expect(restore({ env: at, folder: first.folder, replace: false })).rejects.toMatchObject({
      code: 'safekeeping',
      message: expect.stringMatching(/not empty.*Nothing was changed/) as string,
    })
    const { setAside, checked: found } = await restore({ env: at, folder: first.folder, replace: true })
    expect([setAside.length > 0, found.faults]).toEqual([true, []])
  })

  it('is made of nothing that was touched', async () => {
    const at = await elsewhere()
    const { folder } = await backUp({ env, folder: path.join(kept, 'touched'), keep: null, version: '1.0.0' })
    const [upload = ''] = Object.keys(
      (JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as Backup['manifest']).files,
    ).filter((name) => name.startsWith('uploads/'))
    await writeFile(path.join(folder, upload), 'touched')
    await expect(restore({ env: at, folder, replace: false })).rejects.toThrow(/SHA-256 differs.*Nothing was changed/)
    await expect(restore({ env: at, folder: path.join(kept, 'nowhere'), replace: false })).rejects.toThrow(/no backup/)
  })

  it('lets no e-mail leave until they are released', async () => {
    const store = await openStore(env)
    await store.hold()
    await store.close()
    await holdIfRestored(app.payload)
    expect(settingsOf(app.payload).MAIL).toBe('hold')
    expect([await releaseMail(app.payload), await releaseMail(app.payload)]).toEqual([true, false])
    settingsOf(app.payload).MAIL = 'send'
    await holdIfRestored(app.payload)
    expect(settingsOf(app.payload).MAIL).toBe('send')
  })
})

describe('a check', () => {
  it('finds nothing wrong where nothing is, beside a running server', async () => {
    expect((await checked(env)).faults).toEqual([])
  })

  it('finds a broken chain, a missing file, another in its place and one of nobody’s', async () => {
    const at = await elsewhere()
    await restore({ env: at, folder: first.folder, replace: false })
    const folder = path.join(at.DATA_DIR, 'uploads')
    const [attachment = ''] = await readdir(path.join(folder, 'attachments'))
    const [paper = ''] = await readdir(path.join(folder, 'files'))
    await unlink(path.join(folder, 'attachments', attachment))
    await writeFile(path.join(folder, 'files', paper), 'other')
    await writeFile(path.join(folder, 'files', 'nobody.pdf'), 'x')
    await damage(at)
    const told = (fault: string) =>
      fault
        .replace(attachment, 'A')
        .replace(paper, 'P')
        .replace(/^Journal: the chain of \S+ is broken .*/, 'Journal: a chain is broken')
        .replace(/ (row|addedBy) (?:of )?[\w-]+ (of|in) attachments/, ' $1 of one of attachments')
    expect((await checked(at)).faults.map(told).sort()).toEqual([
      'Files: attachments/A is missing',
      'Files: files/P is not what was uploaded: its SHA-256 differs',
      'Files: files/nobody.pdf belongs to no row; it is served to nobody and may be removed',
      'Journal: a chain is broken',
      env.database === 'sqlite'
        ? 'SQLite: row of one of attachments names a row of users that is not there'
        : 'MongoDB: addedBy of one of attachments names a row of users that is not there',
    ])
  })
})

describe('the commands', () => {
  it('keep, bring back and verify, each ending as it went', async () => {
    const at = await elsewhere()
    const folder = path.join(kept, 'by-command')
    expect(await run('backup', env, folder, '--keep', '0')).toMatchObject({
      status: 1,
      err: expect.stringContaining('npm run backup -- FOLDER') as string,
    })
    expect(await run('backup', env, folder, '--keep', '3')).toMatchObject({
      status: 0,
      out: expect.stringMatching(/rows and 2 files kept in/) as string,
      err: '',
    })
    expect(await run('restore', at, folder)).toMatchObject({
      status: 0,
      out: expect.stringMatching(/is back: .*\n.*release-mail/) as string,
      err: '',
    })
    expect(await run('restore', at, folder)).toMatchObject({
      status: 1,
      err: expect.stringContaining('Nothing was changed') as string,
    })
    expect(await run('check', at)).toMatchObject({ status: 0, out: expect.stringContaining('all is well') as string })
    await writeFile(path.join(at.DATA_DIR, 'uploads', 'files', 'nobody.pdf'), 'x')
    expect(await run('check', at)).toMatchObject({
      status: 1,
      out: expect.stringContaining('1 thing is wrong') as string,
    })
    if (env.database === 'sqlite')
      expect(await run('restore', env, folder, '--replace')).toMatchObject({
        status: 1,
        err: expect.stringContaining('Another process is using') as string,
      })
  }, 120_000)
})
