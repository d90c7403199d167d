import { closeSync, existsSync, lstatSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'libsql'
import { firstReason, StartRefused } from '../lib/start-refused.ts'

/** The first 16 bytes of every SQLite file. */
const HEADER = 'SQLite format 3\0'

/** Bytes up to which every page of the file is looked at before each start: reading more would make the start wait. */
const CHECKED_WHOLE = 256 * 1024 * 1024

/** The connection with which a file is looked at, and the migrations it has seen. */
export type Looked = { source: Database.Database; applied: ReadonlySet<string> }

const header = (file: string): string => {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(HEADER.length)
    readSync(handle, bytes)
    return bytes.toString('latin1')
  } finally {
    closeSync(handle)
  }
}

const damaged = (file: string, error: unknown): StartRefused =>
  new StartRefused(
    `${file} is damaged (${firstReason(error).replaceAll(/\s+/g, ' ')}): put back a backup. Nothing was changed.`,
    { cause: error },
  )

/** Whether there is a file; its journals without it are the rest of a database, onto which none may be made. */
function stands(file: string): boolean {
  if (existsSync(file)) return true
  if (lstatSync(file, { throwIfNoEntry: false }))
    throw new StartRefused(`${file} is a link to a file that is not there. Nothing was changed.`)
  const rest = ['-wal', '-journal']
    .map((suffix) => `${file}${suffix}`)
    .find((each) => (statSync(each, { throwIfNoEntry: false })?.size ?? 0) > 0)
  if (rest)
    throw new StartRefused(
      `${file} is not there, but ${rest} is: part of the database is missing. Put back both, or move the latter away. Nothing was changed.`,
    )
  return false
}

/** One column of what a statement answers, as texts. */
export const texts = (source: Database.Database, statement: string): string[] =>
  source
    .prepare(statement)
    .all()
    .map((row) => (typeof row === 'object' && row !== null ? String(Object.values(row)[0]) : ''))

function requireWhole(source: Database.Database, file: string): void {
  const [found] = texts(source, 'PRAGMA quick_check(1)')
  if (found !== 'ok') throw damaged(file, new Error(found ?? 'no answer'))
}

function appliedIn(source: Database.Database): Set<string> {
  const [table] = texts(source, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'")
  return new Set(table === undefined ? [] : texts(source, 'SELECT name FROM payload_migrations'))
}

/**
 * Opens a database file to look at it before anything of it is changed.
 * @returns null when there is none yet
 * @throws StartRefused when it is empty, no database, or damaged
 */
export function lookAt(file: string): Looked | null {
  if (!stands(file)) return null
  const { size } = statSync(file)
  if (!statSync(file).isFile()) throw new StartRefused(`${file} is a folder, not a database.`)
  if (size === 0)
    throw new StartRefused(
      `${file} is empty (0 bytes), which no database is: put back a backup, or remove the file to begin anew. Nothing was changed.`,
    )
  if (header(file) !== HEADER) throw new StartRefused(`${file} is not a SQLite database. Nothing was changed.`)
  try {
    const source = new Database(file)
    source.exec('PRAGMA busy_timeout = 5000')
    if (size <= CHECKED_WHOLE) requireWhole(source, file)
    return { source, applied: appliedIn(source) }
  } catch (error) {
    throw error instanceof StartRefused ? error : unusable(file, error)
  }
}

function unusable(file: string, error: unknown): StartRefused {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damaged(file, error)
  return new StartRefused(
    `${file} cannot be opened (${firstReason(error)}): it and its folder must be writable, and no other program may hold it. Nothing was changed.`,
    { cause: error },
  )
}

/**
 * The file was written by a later release, which knows what this one does not.
 * @throws StartRefused then
 */
export function refuseNewer(file: string, applied: ReadonlySet<string>, known: readonly { name: string }[]): void {
  const names = new Set(known.map(({ name }) => name))
  const [unknown] = [...applied].filter((name) => !names.has(name))
  if (unknown === undefined) return
  throw new StartRefused(
    `${file} was written by a newer release (migration ${unknown}), and this one would lose what it does not know: start the newer one, or put back a backup. Nothing was changed.`,
  )
}
