import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { firstReason, StartRefused } from '../lib/start-refused.ts'

const LOCKS = Symbol.for('cpof.file-locks')

type Holder = { [LOCKS]?: Map<string, Database.Database> }

const holder = globalThis as typeof globalThis & Holder

/** The database file is held by another process; the message is the sentence to show. */
class DatabaseInUse extends Error {
  override name = 'DatabaseInUse'
  readonly code = 'database-in-use'
}

/** The path of a database file without links, be it there or not: its lock and its journals stand beside that one. */
export function realFile(databaseFile: string): string {
  const full = path.resolve(databaseFile)
  if (existsSync(full)) return realpathSync(full)
  const folder = path.dirname(full)
  return existsSync(folder) ? path.join(realpathSync(folder), path.basename(full)) : full
}

/**
 * Holds a SQLite database for this process. The lock is the operating system's (SQLite's own exclusive
 * file lock, on a file beside the database), so that it dies with its process whatever kills it.
 * @throws DatabaseInUse when another process holds it, by whatever path.
 */
export function lockFile(databaseFile: string): void {
  mkdirSync(path.dirname(path.resolve(databaseFile)), { recursive: true })
  const real = realFile(databaseFile)
  const file = `${real}.lock`
  holder[LOCKS] ??= new Map()
  if (holder[LOCKS].has(file)) return
  const lock = openLock(file)
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) {
      throw new DatabaseInUse(`Another process is using ${databaseFile}: stop it first. Nothing was changed.`, {
        cause: error,
      })
    }
    throw cannotLock(file, error)
  }
  holder[LOCKS].set(file, lock)
}

const cannotLock = (file: string, error: unknown): StartRefused =>
  new StartRefused(
    `${file} cannot be written (${firstReason(error)}): the folder of the database must belong to who starts this. Nothing was changed.`,
    { cause: error },
  )

function openLock(file: string): Database.Database {
  try {
    return new Database(file)
  } catch (error) {
    throw cannotLock(file, error)
  }
}

/**
 * A file of several names could be open under each of them, and every name has journals of its own: what one process
 * wrote into its journal the other would not see.
 * @throws StartRefused then
 */
export function refuseSeveralNames(databaseFile: string): void {
  const { nlink } = statSync(databaseFile, { throwIfNoEntry: false }) ?? { nlink: 1 }
  if (nlink > 1)
    throw new StartRefused(
      `${databaseFile} has ${nlink} names (hard links): another process could use it under another one. Leave it one name, and copy it where a second file is wanted. Nothing was changed.`,
    )
}

/** Gives the file back; nothing happens when this process does not hold it. */
export function unlockFile(databaseFile: string): void {
  const file = `${realFile(databaseFile)}.lock`
  holder[LOCKS]?.get(file)?.close()
  holder[LOCKS]?.delete(file)
}
