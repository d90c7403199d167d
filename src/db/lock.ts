import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'

const LOCKS = Symbol.for('cpof.file-locks')

type Holder = { [LOCKS]?: Map<string, Database.Database> }

const holder = globalThis as typeof globalThis & Holder

/** The database file is held by another process; the message is the sentence to show. */
export class DatabaseInUse extends Error {
  override name = 'DatabaseInUse'
  readonly code = 'database-in-use'
}

/**
 * Holds a SQLite database for this process. The lock is the operating system's (SQLite's own exclusive
 * file lock, on a file beside the database), so that it dies with its process whatever kills it.
 * @throws DatabaseInUse when another process holds it.
 */
export function lockFile(databaseFile: string): void {
  const file = `${path.resolve(databaseFile)}.lock`
  holder[LOCKS] ??= new Map()
  if (holder[LOCKS].has(file)) return
  mkdirSync(path.dirname(file), { recursive: true })
  const lock = new Database(file)
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) {
      throw new DatabaseInUse(`Another process is using ${databaseFile}: stop it first. Nothing was changed.`, { cause: error })
    }
    throw error
  }
  holder[LOCKS].set(file, lock)
}

/** Gives the file back; nothing happens when this process does not hold it. */
export function unlockFile(databaseFile: string): void {
  const file = `${path.resolve(databaseFile)}.lock`
  holder[LOCKS]?.get(file)?.close()
  holder[LOCKS]?.delete(file)
}
