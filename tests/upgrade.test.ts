import { execFileSync, fork, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { bundleFile, endBundler } from '../scripts/lib/bundle.mjs'
import { root } from '../scripts/lib/project.mjs'
import { lockFile, unlockFile } from '../src/db/lock.ts'
import { bringToPresent, keptFileOf, workFileOf } from '../src/db/upgrade.ts'
import { fill, FIRST, rebuild } from './support/small-schema.ts'

// Processes are started here, which a busy machine does in seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const ROWS = 2_500
const BEFORE = { files: ROWS, rows: ROWS, migrations: FIRST.name, check: 'ok' }
const AFTER = { ...BEFORE, migrations: `${FIRST.name} ${rebuild.name}` }

const program = path.join(root, 'node_modules', '.cache', `upgrading-${process.pid}.mjs`)
const scratch = mkdtempSync(path.join(tmpdir(), 'cpof-upgrade-'))
const filled = path.join(scratch, 'filled.db')
let folder: string
let file: string

const sumOf = (place: string): string => createHash('sha256').update(readFileSync(place)).digest('hex')
const start = (...args: string[]): ChildProcess => fork(program, [file, ...args])

/** What a file holds, looked into by a process that has ended when this returns. */
function contents(place: string): unknown {
  const look = `const D = require('libsql'); const d = new D(process.argv[1]); const one = (s) => Object.values(d.prepare(s).get())[0]
    console.log(JSON.stringify({ files: one('SELECT count(*) FROM files'), rows: one('SELECT count(*) FROM rows'), migrations: one("SELECT group_concat(name, ' ') FROM payload_migrations"), check: one('PRAGMA quick_check') }))`
  return JSON.parse(execFileSync(process.execPath, ['-e', look, place], { cwd: root, encoding: 'utf8' })) as unknown
}

/** The next start, by the release of the first or of the second schema. */
async function nextStart(schema: 'first' | 'second' = 'second'): Promise<void> {
  const [told]: unknown[] = await once(start(schema), 'message')
  expect(told).toBe('done')
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

beforeAll(async () => {
  await bundleFile('tests/support/upgrading.ts', program)
  await endBundler()
  await bringToPresent(filled, [FIRST])
  fill(filled, ROWS)
})

beforeEach(() => {
  folder = mkdtempSync(path.join(scratch, 'data-'))
  file = path.join(folder, 'cpof.db')
  for (const suffix of ['', '-wal']) if (existsSync(filled + suffix)) copyFileSync(filled + suffix, file + suffix)
})

afterAll(() => {
  rmSync(program, { force: true })
  rmSync(scratch, { recursive: true })
})

describe('an upgrade of a filled database', () => {
  it('loses no row, and leaves the database as it was beside it', async () => {
    await nextStart()
    expect(contents(file)).toEqual(AFTER)
    expect(contents(keptFileOf(file, rebuild.name))).toEqual(BEFORE)
    expect(readdirSync(folder).sort()).toEqual(['cpof.db', `cpof.db.before-${rebuild.name}`])
  })

  it.each([
    ['the journal of a copy that was cut off', 'cpof.db.migrating-from-x.part-journal'],
    ['a copy of that name', `cpof.db.migrating-from-${rebuild.name}`],
    ['a file that looks like work under way', 'cpof.db.upgrading'],
    ['the journal of such a file', 'cpof.db.upgrading-journal'],
    ['the write-ahead log of such a file', 'cpof.db.upgrading-wal'],
    ['a file of the name under which the old one is kept', `cpof.db.before-${rebuild.name}`],
    ['something else', 'cpof.db.before-'],
  ])('takes nothing from %s', async (_what, name) => {
    writeFileSync(path.join(folder, name), Buffer.alloc(512))
    await nextStart('first')
    expect(contents(file)).toEqual(BEFORE)
    await nextStart()
    expect(contents(file)).toEqual(AFTER)
    const kept = readdirSync(folder).filter(
      (each) => each.includes('.before-2') && statSync(path.join(folder, each)).size > 512,
    )
    expect(kept.map((each) => contents(path.join(folder, each)))).toEqual([BEFORE])
    if (!name.includes('.upgrading')) expect(readFileSync(path.join(folder, name))).toEqual(Buffer.alloc(512))
  })

  it.each([0, 4, 12, 30])(
    'is nothing but a loss of time when its process dies %i ms after it began to copy',
    async (delay) => {
      const child = start('stays')
      await vi.waitUntil(() => existsSync(workFileOf(file)), { timeout: 30_000, interval: 1 })
      await wait(delay)
      await killed(child)
      expect([BEFORE, AFTER]).toContainEqual(contents(file))
      await nextStart()
      expect(contents(file)).toEqual(AFTER)
      expect(contents(keptFileOf(file, rebuild.name))).toEqual(BEFORE)
      expect(existsSync(workFileOf(file))).toBe(false)
    },
  )

  it('touches nothing of the database before it is whole', async () => {
    const child = start('hangs')
    expect((await once(child, 'message'))[0]).toBe('migrating')
    await killed(child)
    expect(contents(file)).toEqual(BEFORE)
    // An earlier release, put back, finds its own schema.
    await nextStart('first')
    expect(contents(file)).toEqual(BEFORE)
    await nextStart()
    expect(contents(file)).toEqual(AFTER)
  })

  it('stands once it is done, whoever dies then', async () => {
    const child = start('stays')
    expect((await once(child, 'message'))[0]).toBe('done')
    await killed(child)
    expect(contents(file)).toEqual(AFTER)
    expect(contents(keptFileOf(file, rebuild.name))).toEqual(BEFORE)
  })

  it('goes on where a process died after it gave the old file its second name', async () => {
    linkSync(file, keptFileOf(file, rebuild.name))
    await nextStart()
    expect(contents(file)).toEqual(AFTER)
    expect(contents(keptFileOf(file, rebuild.name))).toEqual(BEFORE)
  })

  it('leaves the database alone when a migration fails, and says which', async () => {
    const failing = {
      ...rebuild,
      up: async ({ db }: Parameters<typeof rebuild.up>[0]) => void (await db.run('INSERT INTO nowhere VALUES (1)')),
    }
    await expect(bringToPresent(file, [FIRST, failing])).rejects.toMatchObject({
      code: 'start-refused',
      message: expect.stringMatching(/2_rebuild: .*nowhere.*as it was/s),
    })
    expect(contents(file)).toEqual(BEFORE)
    expect(existsSync(workFileOf(file))).toBe(false)
  })

  it('leaves the database alone when a migration loses what others refer to', async () => {
    const losing = {
      ...rebuild,
      up: async ({ db }: Parameters<typeof rebuild.up>[0]) => void (await db.run('DELETE FROM files WHERE id < 3')),
    }
    await expect(bringToPresent(file, [FIRST, losing])).rejects.toMatchObject({
      code: 'start-refused',
      message: expect.stringContaining('2 foreign keys'),
    })
    expect(contents(file)).toEqual(BEFORE)
  })
})

describe('a disk without room for the upgrade', () => {
  it('ends it in the middle of the copy, the database is whole, and the next start goes on', async () => {
    // What a process may write into one file is limited as a full disk limits it, for everybody and without a device.
    const blocks = Math.floor(statSync(file).size / 1024 / 3)
    const { status } = spawnSync('bash', ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, program, file])
    expect(status).toBe(1)
    expect(contents(file)).toEqual(BEFORE)
    await nextStart()
    expect(contents(file)).toEqual(AFTER)
  })

  it('refuses it before anything is written', async () => {
    // A disk of its own where we may mount one; elsewhere the log is said to be larger than any disk.
    const small = path.join(folder, 'small')
    mkdirSync(small)
    const mounted =
      process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', small]).status === 0
    try {
      const tight = path.join(small, 'cpof.db')
      copyFileSync(file, tight)
      if (!mounted) truncateSync(tight, 2 ** 52)
      const before = mounted ? sumOf(tight) : ''
      await expect(bringToPresent(tight, [FIRST, rebuild])).rejects.toMatchObject({
        code: 'start-refused',
        message: expect.stringMatching(/too little room.*MB are needed.*Nothing was changed/),
      })
      expect(existsSync(workFileOf(tight))).toBe(false)
      if (mounted) expect(sumOf(tight)).toBe(before)
    } finally {
      if (mounted) execFileSync('umount', ['--lazy', small])
    }
  })
})

describe('what is no database to start with', () => {
  const refused = (message: RegExp) =>
    expect(bringToPresent(file, [FIRST])).rejects.toMatchObject({
      code: 'start-refused',
      message: expect.stringMatching(message),
    })
  const clear = () => readdirSync(folder).forEach((name) => rmSync(path.join(folder, name)))

  it('is refused when it is empty', async () => {
    clear()
    writeFileSync(file, '')
    await refused(/empty \(0 bytes\)/)
    expect(statSync(file).size).toBe(0)
  })

  it('is refused when it is something else', async () => {
    clear()
    writeFileSync(file, 'A text that somebody put here.')
    await refused(/not a SQLite database/)
    expect(readFileSync(file, 'utf8')).toBe('A text that somebody put here.')
  })

  it('is refused when pages of it are damaged', async () => {
    const bytes = readFileSync(file)
    for (let page = 7; page * 4096 < bytes.length; page += 7) bytes.fill(0xaa, page * 4096, page * 4096 + 4096)
    clear()
    writeFileSync(file, bytes)
    const before = sumOf(file)
    await refused(/damaged .*put back a backup/)
    expect(sumOf(file)).toBe(before)
  })

  it('is refused when a newer release wrote it', async () => {
    await nextStart()
    const before = sumOf(file)
    await refused(/newer release \(migration 2_rebuild\)/)
    expect(sumOf(file)).toBe(before)
  })

  it('is refused when only its write-ahead log is there', async () => {
    clear()
    writeFileSync(`${file}-wal`, Buffer.alloc(64))
    await refused(/part of the database is missing/)
    expect(existsSync(file)).toBe(false)
  })

  it('is refused when it is a folder, or a link to nothing', async () => {
    clear()
    symlinkSync(path.join(folder, 'nothing'), file)
    await refused(/link to a file that is not there/)
    rmSync(file)
    mkdirSync(file)
    await refused(/is a folder/)
    rmSync(file, { recursive: true })
  })

  it('is refused under a second name of the same file', async () => {
    const other = path.join(folder, 'other.db')
    linkSync(file, other)
    await expect(bringToPresent(other, [FIRST])).rejects.toMatchObject({
      code: 'start-refused',
      message: expect.stringContaining('2 names'),
    })
  })
})

describe('a database that is not there', () => {
  it('is made whole or not at all', async () => {
    file = path.join(folder, 'new.db')
    const child = start('hangs')
    expect((await once(child, 'message'))[0]).toBe('migrating')
    await killed(child)
    expect(existsSync(file)).toBe(false)
    await nextStart()
    expect(contents(file)).toEqual({ ...AFTER, files: 0, rows: 0 })
    expect(readdirSync(folder).filter((name) => name.startsWith('new.db'))).toEqual(['new.db'])
  })
})

describe('the lock of a database', () => {
  it('is one for all links to the file and to its folder', () => {
    const link = path.join(scratch, 'link')
    symlinkSync(folder, link)
    const toFile = path.join(folder, 'to-file.db')
    symlinkSync(file, toFile)
    lockFile(file)
    const inAnother = (place: string) =>
      spawnSync(
        process.execPath,
        [
          '-e',
          `try { const D = require('libsql'); new D(require('node:fs').realpathSync(process.argv[1]) + '.lock').exec('BEGIN EXCLUSIVE') } catch (e) { console.log(e.code) }`,
          place,
        ],
        { cwd: root },
      )
        .stdout.toString()
        .trim()
    for (const place of [toFile, path.join(link, 'cpof.db')]) {
      expect(inAnother(place)).toBe('SQLITE_BUSY')
      // In this process it is the one that is held already.
      lockFile(place)
    }
    unlockFile(toFile)
    expect(inAnother(file)).toBe('')
  })
})
