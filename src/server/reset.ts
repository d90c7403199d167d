import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { lockFile, realFile } from '../db/lock.ts'
import type { Env } from '../env.ts'
import { fileOfUrl } from '../lib/file-url.ts'

/**
 * Empties the demo's data folder so that it starts over: database, uploads, mailbox. A MongoDB database is
 * emptied once it is connected, by {@link emptyDatabase}.
 * @throws DatabaseInUse when another process holds the database; nothing is removed then.
 */
export function resetDemo(env: Pick<Env, 'DATA_DIR' | 'DATABASE_URL' | 'database'>): void {
  if (env.database === 'sqlite') {
    const file = realFile(fileOfUrl(env.DATABASE_URL))
    lockFile(file)
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
  }
  for (const folder of ['uploads', 'mailbox']) rmSync(path.join(env.DATA_DIR, folder), { recursive: true, force: true })
}

/** Removes every document of a connected MongoDB database; its indexes stay. */
export async function emptyDatabase(payload: Payload): Promise<void> {
  for (const { slug, versions } of payload.config.collections) {
    await payload.db.deleteMany({ collection: slug, where: {} })
    if (versions) await payload.db.deleteVersions({ collection: slug, where: {} })
  }
}
