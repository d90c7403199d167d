import { realFile } from '../db/lock.ts'
import type { Env } from '../env.ts'
import { fileOfUrl } from '../lib/file-url.ts'
import { mongoStore } from './mongo-store.ts'
import { sqliteStore } from './sqlite-store.ts'
import type { Store } from './store.ts'

/** The database that the settings name, read as it lies. On MongoDB only the configuration knows the relations. */
export async function openStore(
  env: Pick<Env, 'DATABASE_URL' | 'database'>,
  shapes: Parameters<typeof mongoStore>[1] = [],
): Promise<Store> {
  return env.database === 'sqlite'
    ? sqliteStore(realFile(fileOfUrl(env.DATABASE_URL)))
    : mongoStore(env.DATABASE_URL, shapes)
}
