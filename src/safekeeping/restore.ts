import { existsSync } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { lockFile, realFile, unlockFile } from '../db/lock.ts'
import type { Env } from '../env.ts'
import { fileOfUrl } from '../lib/file-url.ts'
import { sha256 } from '../lib/hash.ts'
import { check, type Checked } from './check.ts'
import { SafekeepingRefused } from './errors.ts'
import { readBackup, stampOf, type Manifest } from './manifest.ts'
import { mongoStore } from './mongo-store.ts'
import { shelfOf, uploadsFolder } from './shelf.ts'
import { sqliteStore } from './sqlite-store.ts'
import type { Store } from './store.ts'

type Options = {
  env: Env
  /** A backup, or a folder of backups whose newest is meant. */
  folder: string
  /** Gives what is there another name first; without it a place that is not empty is refused. */
  replace: boolean
  now?: Date
}

export type Restored = { from: string; checked: Checked; setAside: string[] }

const JOURNALS = ['-wal', '-shm', '-journal']

/**
 * Brings a backup back to an empty installation of the same kind of database. The backup is verified before anything is
 * changed, what was written afterwards; e-mails are held until they are released.
 * @throws SafekeepingRefused in a sentence that says what was changed
 */
export async function restore({ env, folder, replace, now = new Date() }: Options): Promise<Restored> {
  const { folder: from, manifest } = await readBackup(folder)
  if (manifest.engine !== env.database) {
    throw new SafekeepingRefused(
      `This backup is of ${nameOf(manifest.engine)}, and DATABASE_URL names ${nameOf(env.database)}. Nothing was changed.`,
    )
  }
  await verifyBackup(from, manifest)
  const stamp = stampOf(now)
  const { store, setAside } =
    env.database === 'sqlite'
      ? await restoreSqlite({ env, from, replace, stamp })
      : await restoreMongo({ env, from, manifest, replace, stamp })
  const shelf = await shelfOf(env)
  try {
    for (const file of manifest.uploads)
      await shelf.write(file, await readFile(path.join(from, 'uploads', file.collection, path.basename(file.name))))
    const counted = await store.counts()
    const wrong = Object.entries(manifest.rows).filter(([table, rows]) => (counted[table] ?? 0) !== rows)
    if (wrong.length > 0)
      throw new SafekeepingRefused(
        `The copy differs from the backup: ${wrong.map(([table, rows]) => `${table} has ${counted[table] ?? 0} rows of ${rows}`).join(', ')}. Do not use it.`,
      )
    await store.hold()
    return { from, setAside, checked: await check(store, shelf) }
  } finally {
    shelf.close()
    await store.close()
    if (env.database === 'sqlite') unlockFile(fileOfUrl(env.DATABASE_URL))
  }
}

const nameOf = (engine: Manifest['engine']): string => (engine === 'sqlite' ? 'SQLite' : 'MongoDB')

async function verifyBackup(folder: string, { files }: Manifest): Promise<void> {
  for (const [name, hash] of Object.entries(files)) {
    const bytes = await readFile(path.join(folder, name)).catch(() => null)
    if (bytes === null || sha256(bytes) !== hash)
      throw new SafekeepingRefused(
        `${path.join(folder, name)} ${bytes === null ? 'is missing' : 'is not what was kept: its SHA-256 differs'}. Nothing was changed.`,
      )
  }
}

type Target = { env: Env; from: string; replace: boolean; stamp: string }
type Placed = { store: Store; setAside: string[] }

async function restoreSqlite({ env, from, replace, stamp }: Target): Promise<Placed> {
  const given = fileOfUrl(env.DATABASE_URL)
  lockFile(given)
  const file = realFile(given)
  const occupied = [file, ...(await uploadsThere(env))].filter((each) => existsSync(each))
  if (occupied.length > 0 && !replace) {
    unlockFile(given)
    throw new SafekeepingRefused(
      `This installation is not empty: ${occupied.join(' and ')} exists. Give another DATA_DIR, or --replace, which renames what is there. Nothing was changed.`,
    )
  }
  const setAside = await giveWay(occupied, stamp)
  await giveWay(
    JOURNALS.map((suffix) => file + suffix).filter((each) => existsSync(each)),
    stamp,
  )
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await copyFile(path.join(from, 'cpof.db'), `${file}.restoring`)
  const written = await open(`${file}.restoring`, 'r+')
  await written.chmod(0o600)
  await written.sync()
  await written.close()
  await rename(`${file}.restoring`, file)
  return { store: sqliteStore(file), setAside }
}

async function restoreMongo({ env, from, manifest, replace, stamp }: Target & { manifest: Manifest }): Promise<Placed> {
  const store = await mongoStore(env.DATABASE_URL)
  try {
    const rows = Object.values(await store.counts()).reduce((sum, count) => sum + count, 0)
    const occupied = await uploadsThere(env)
    if ((rows > 0 || occupied.length > 0) && !replace) {
      throw new SafekeepingRefused(
        `This installation is not empty: ${rows > 0 ? `the database has ${rows} documents` : `${occupied.join(' and ')} exists`}. Give another database, or --replace, which renames what is there. Nothing was changed.`,
      )
    }
    const setAside = [...(replace ? await store.setAside(stamp) : []), ...(await giveWay(occupied, stamp))]
    await store.load(path.join(from, 'collections'), manifest.indexes)
    return { store, setAside }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** The folder of uploads where it holds anything; a bucket is written to by key, and keeps its own versions. */
async function uploadsThere(env: Env): Promise<string[]> {
  if (env.S3_BUCKET !== undefined) return []
  const folder = uploadsFolder(env)
  const found = existsSync(folder) ? await readdir(folder, { recursive: true, withFileTypes: true }) : []
  return found.some((entry) => entry.isFile()) ? [folder] : []
}

async function giveWay(places: readonly string[], stamp: string): Promise<string[]> {
  const renamed = places.map((place) => `${place}.replaced-${stamp}`)
  for (const [index, place] of places.entries()) await rename(place, renamed[index] ?? '')
  return renamed
}
