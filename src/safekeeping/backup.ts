import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { realFile } from '../db/lock.ts'
import type { Env } from '../env.ts'
import { fileOfUrl } from '../lib/file-url.ts'
import { sha256 } from '../lib/hash.ts'
import { BACKUP, backupsIn, stampOf, type Manifest } from './manifest.ts'
import { mongoStore } from './mongo-store.ts'
import { shelfOf, writeWhole } from './shelf.ts'
import { copySqlite, sqliteStore } from './sqlite-store.ts'
import type { Store } from './store.ts'

type Options = {
  env: Env
  /** Where backups are kept, each in a folder of its own. */
  folder: string
  /** How many are kept with this one; all of them without it. */
  keep: number | null
  version: string
  now?: Date
}

export type Backup = { folder: string; manifest: Manifest; removed: string[] }

/**
 * Writes the database as one moment has it, and every file that it names, into a folder of this moment, while the server
 * runs. The folder has its name once all in it is written; older ones beyond `keep` then go.
 */
export async function backUp({ env, folder, keep, version, now = new Date() }: Options): Promise<Backup> {
  const name = `cpof-${stampOf(now)}`
  const partial = path.join(folder, `.${name}.partial`)
  await mkdir(path.join(partial, 'uploads'), { recursive: true, mode: 0o700 })
  try {
    const { store, indexes } = env.database === 'sqlite' ? keepSqlite(env, partial) : await keepMongo(env, partial)
    try {
      const uploads = await keepUploads(env, store, partial)
      const manifest: Manifest = {
        format: 1,
        version,
        madeAt: now.toISOString(),
        engine: env.database,
        migrations: await store.migrations(),
        rows: await store.counts(),
        files: { ...(await hashesOf(partial)), ...uploads.files },
        uploads: uploads.kept,
        missing: uploads.missing,
        indexes,
      }
      await writeWhole(path.join(partial, 'manifest.json'), JSON.stringify(manifest, null, 2))
      await rename(partial, path.join(folder, name))
      return { folder: path.join(folder, name), manifest, removed: await rotate(folder, keep) }
    } finally {
      await store.close()
    }
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

type Kept = { store: Store; indexes: Manifest['indexes'] }

/** What is counted and followed from here on is the copy, which nobody writes any more. */
function keepSqlite(env: Env, partial: string): Kept {
  const copy = path.join(partial, 'cpof.db')
  copySqlite(realFile(fileOfUrl(env.DATABASE_URL)), copy)
  return { store: sqliteStore(copy), indexes: {} }
}

async function keepMongo(env: Env, partial: string): Promise<Kept> {
  const store = await mongoStore(env.DATABASE_URL)
  await mkdir(path.join(partial, 'collections'), { mode: 0o700 })
  const { indexes, rows, files } = await store.dump(path.join(partial, 'collections'))
  return { store: { ...store, counts: async () => rows, files: async () => files }, indexes }
}

async function keepUploads(
  env: Env,
  store: Store,
  partial: string,
): Promise<{ files: Record<string, string>; kept: Manifest['uploads']; missing: string[] }> {
  const shelf = await shelfOf(env)
  const files: Record<string, string> = {}
  const kept: Manifest['uploads'] = []
  const missing: string[] = []
  try {
    for (const { collection, name, prefix, type } of await store.files()) {
      const place = `uploads/${collection}/${path.basename(name)}`
      const bytes = await shelf.read({ collection, name, prefix })
      if (bytes === null) {
        missing.push(place)
        continue
      }
      await writeWhole(path.join(partial, place), bytes)
      files[place] = sha256(bytes)
      kept.push({ collection, name, prefix, type })
    }
  } finally {
    shelf.close()
  }
  return { files, kept, missing }
}

/** Of what stands beside the uploads. */
async function hashesOf(partial: string): Promise<Record<string, string>> {
  const names = (await readdir(partial, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(partial, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
  const hashed = await Promise.all(
    names
      .filter((name) => !name.startsWith('uploads/') && !/-(wal|shm)$/.test(name))
      .map(async (name) => [name, sha256(await readFile(path.join(partial, name)))] as const),
  )
  return Object.fromEntries(hashed)
}

async function rotate(folder: string, keep: number | null): Promise<string[]> {
  if (keep === null) return []
  const old = (await backupsIn(folder)).filter((name) => BACKUP.test(name)).slice(0, -keep)
  for (const name of old) await rm(path.join(folder, name), { recursive: true, force: true })
  return old
}
