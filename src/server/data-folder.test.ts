import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { urlOfFile } from '../lib/file-url.ts'
import { ownDataFolder } from './data-folder.ts'

let parent: string
const settings = (folder: string, more: object = {}) => ({
  APP_MODE: 'production' as const,
  DATA_DIR: folder,
  DATABASE_EXPECTED: '0' as const,
  DATABASE_URL: urlOfFile(path.join(folder, 'cpof.db')),
  S3_BUCKET: undefined,
  database: 'sqlite' as const,
  ...more,
})
const modeOf = (place: string): number => statSync(place).mode & 0o777

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'cpof-folder-'))
})
afterEach(() => rmSync(parent, { recursive: true }))

describe('the data folder of a production', () => {
  it('is refused when it is not there, and not made', () => {
    const mistyped = path.join(parent, 'cpfo')
    expect(() => ownDataFolder(settings(mistyped))).toThrow(/There is no folder .*cpfo.*create-admin/)
    expect(existsSync(mistyped)).toBe(false)
  })

  it('is made by whoever makes the first administrator, and by tests and the demo', () => {
    for (const [name, options] of [
      ['first', { mayMake: true }],
      ['test', {}],
    ] as const) {
      const folder = path.join(parent, name)
      ownDataFolder(settings(folder, name === 'test' ? { APP_MODE: 'test' } : {}), options)
      expect(modeOf(folder)).toBe(0o700)
    }
  })

  it('may be fresh', () => {
    expect(ownDataFolder(settings(parent))).toEqual([])
  })

  it('is refused when it has lost its database, or its disk', () => {
    expect(() => ownDataFolder(settings(parent, { DATABASE_EXPECTED: '1' }))).toThrow(/is its disk mounted/)
    mkdirSync(path.join(parent, 'uploads'))
    expect(() => ownDataFolder(settings(parent))).toThrow(/no database .*uploads is there/)
  })

  it('is closed to others with what is ours in it, and says so', () => {
    mkdirSync(path.join(parent, 'uploads', 'files'), { recursive: true })
    for (const name of ['cpof.db', 'cpof.db-wal', 'cpof.db.before-1', 'uploads/files/a.pdf', 'foreign.txt']) {
      writeFileSync(path.join(parent, name), 'x')
      chmodSync(path.join(parent, name), 0o644)
    }
    chmodSync(path.join(parent, 'uploads'), 0o755)
    chmodSync(parent, 0o755)
    expect(ownDataFolder(settings(parent))).toEqual([expect.stringMatching(/0700 now, and 4 files/)])
    expect([parent, path.join(parent, 'uploads')].map(modeOf)).toEqual([0o700, 0o700])
    expect(
      ['cpof.db', 'cpof.db-wal', 'cpof.db.before-1', 'uploads/files/a.pdf', 'foreign.txt'].map((name) =>
        modeOf(path.join(parent, name)),
      ),
    ).toEqual([0o600, 0o600, 0o600, 0o600, 0o644])
    expect(ownDataFolder(settings(parent))).toEqual([])
  })
})
