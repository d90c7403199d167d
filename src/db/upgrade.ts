import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statfsSync, statSync, unlinkSync } from 'node:fs'
import path from 'node:path'
import type Database from 'libsql'
import { flushFile, flushFolderOf } from '../lib/flush.ts'
import { firstReason, StartRefused } from '../lib/start-refused.ts'
import { applyMigrations, type FileMigration } from './apply-migrations.ts'
import { lookAt, refuseNewer, texts } from './file-state.ts'
import { refuseSeveralNames } from './lock.ts'
import { refuseMoved } from './moved-file.ts'

/** What may stand beside a SQLite file under its name. */
const JOURNALS = ['-wal', '-shm', '-journal'] as const

/** Bytes that must stay free besides the two copies an upgrade may need at once. */
const MARGIN = 8 * 1024 * 1024

/** The one name under which a database is made or upgraded; never looked for by a pattern, and never put back. */
export const workFileOf = (file: string): string => `${file}.upgrading`

/** Where the database stays as it was before a migration. */
export const keptFileOf = (file: string, migration: string): string => `${file}.before-${migration}`

/**
 * Makes a database, or brings it to the present schema, before anybody opens it: in a file of its own beside it, which
 * takes its place in one step once it is whole, checked and on the disk. Until then the database is not touched: whoever
 * ends this process, and however full the disk is, the next start finds it as it was and begins again. What was
 * replaced stays as `<file>.before-<migration>`. The lock of the file must be held.
 * @throws StartRefused when the file is no database, damaged, newer than this release, moved away, or cannot be upgraded
 */
export async function bringToPresent(
  file: string,
  migrations: readonly FileMigration[],
  { mayBeMoved = false }: { mayBeMoved?: boolean } = {},
): Promise<void> {
  const looked = lookAt(file)
  if (!looked) return make(file, migrations)
  const { source, applied } = looked
  try {
    refuseNewer(file, applied, migrations)
    if (!mayBeMoved) refuseMoved(file, source)
    dropUnusedNames(file, migrations)
    refuseSeveralNames(file)
    const [next] = migrations.filter(({ name }) => !applied.has(name))
    if (next) await upgrade(file, source, next.name, migrations)
  } finally {
    source.close()
  }
}

async function make(file: string, migrations: readonly FileMigration[]): Promise<void> {
  const work = workFileOf(file)
  clear(work)
  try {
    await applyMigrations(work, migrations)
    flushFile(work)
  } catch (error) {
    clear(work)
    throw new StartRefused(`The database ${file} could not be made: ${firstReason(error)}.`, { cause: error })
  }
  putWhereNothingIs(work, file)
  flushFolderOf(file)
}

async function upgrade(
  file: string,
  source: Database.Database,
  next: string,
  migrations: readonly FileMigration[],
): Promise<void> {
  const work = workFileOf(file)
  clear(work)
  requireRoom(file)
  try {
    source.prepare('VACUUM INTO ?').run(work)
    await applyMigrations(work, migrations)
    flushFile(work)
    endJournals(source, file)
  } catch (error) {
    clear(work)
    const earlier = `${file}.migrating-from-${next}`
    const hint = existsSync(earlier)
      ? ` ${earlier} may be the database as it was before an earlier release was interrupted in this migration.`
      : ''
    throw new StartRefused(`${file} could not be brought to ${next}: ${firstReason(error)}. It is as it was.${hint}`, {
      cause: error,
    })
  }
  keep(file, next)
  renameSync(work, file)
  flushFolderOf(file)
}

/** Removes the work of a process that died in it; the database is not part of it. */
function clear(work: string): void {
  for (const suffix of ['', ...JOURNALS]) rmSync(`${work}${suffix}`, { force: true })
}

/** @throws StartRefused when the disk could not hold a copy of the file and what a rebuilt table needs beside it */
function requireRoom(file: string): void {
  const sizeOf = (place: string): number => statSync(place, { throwIfNoEntry: false })?.size ?? 0
  const needed = 2 * (sizeOf(file) + sizeOf(`${file}-wal`)) + MARGIN
  const { bavail, bsize } = statfsSync(path.dirname(file))
  if (bavail * bsize >= needed) return
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)
  throw new StartRefused(
    `The disk of ${file} has too little room for its upgrade: ${megabytes(needed)} MB are needed and ${megabytes(bavail * bsize)} MB are free. Nothing was changed.`,
  )
}

/**
 * Brings what the journals hold into the file and ends them: another file takes its name, and theirs must not be read
 * with it. The connection must be the only one; one that is closed here is not gone before its memory is.
 */
function endJournals(source: Database.Database, file: string): void {
  const [mode] = texts(source, 'PRAGMA journal_mode = DELETE')
  if (mode !== 'delete') throw new Error('another program has it open')
  flushFile(file)
  const left = JOURNALS.filter((suffix) => existsSync(`${file}${suffix}`))
  if (left.length > 0) throw new Error(`another program has it open (${left.join(', ')})`)
}

/** Gives the file a second name, so that replacing it loses nothing; where there are no second names, copies it. */
function keep(file: string, next: string): void {
  const wished = keptFileOf(file, next)
  const kept = existsSync(wished) ? `${wished}-${new Date().toISOString().replaceAll(/[:.]/g, '')}` : wished
  try {
    linkSync(file, kept)
  } catch (error) {
    if (existsSync(kept)) throw error
    copyFileSync(file, kept)
    flushFile(kept)
  }
  flushFolderOf(file)
}

/** A process that died before the exchange may have left a second name of the present file: it keeps nothing. */
function dropUnusedNames(file: string, migrations: readonly FileMigration[]): void {
  const { dev, ino } = statSync(file)
  for (const { name } of migrations) {
    const kept = statSync(keptFileOf(file, name), { throwIfNoEntry: false })
    if (kept?.dev === dev && kept.ino === ino) unlinkSync(keptFileOf(file, name))
  }
}

function putWhereNothingIs(work: string, file: string): void {
  try {
    linkSync(work, file)
  } catch (error) {
    if (existsSync(file)) throw error
    renameSync(work, file)
    return
  }
  unlinkSync(work)
}
