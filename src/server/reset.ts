import { rmSync } from 'node:fs'
import path from 'node:path'
import { lockFile } from '../db/lock.ts'
import type { Env } from '../env.ts'

/**
 * Empties the demo's data folder so that it starts over: database, uploads, mailbox. A MongoDB database is
 * dropped by the adapter when it connects.
 * @throws DatabaseInUse when another process holds the database; nothing is removed then.
 */
export function resetDemo(env: Pick<Env, 'DATA_DIR' | 'DATABASE_URL' | 'database'>): void {
  if (env.database === 'sqlite') {
    const file = env.DATABASE_URL.slice('file:'.length)
    lockFile(file)
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  }
  for (const folder of ['uploads', 'mailbox']) rmSync(path.join(env.DATA_DIR, folder), { recursive: true, force: true })
}
