import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Env } from '../env.ts'
import { fileOfUrl } from '../lib/file-url.ts'
import { StartRefused } from '../lib/start-refused.ts'

type Settings = Pick<Env, 'APP_MODE' | 'DATA_DIR' | 'DATABASE_EXPECTED' | 'DATABASE_URL' | 'S3_BUCKET' | 'database'>

/** Files that only an instance with a database leaves behind. */
const TRACES = ['uploads', 'mailbox', 'cpof.db-wal'] as const

/** Names in the data folder that are ours. */
const isOurs = (name: string): boolean =>
  ['uploads', 'mailbox', 'demo.env'].includes(name) || name.startsWith('cpof.db')

/**
 * Makes the data folder this user's own, and finds out what is wrong with it before anything is changed: 0700, its
 * files 0600. In production a database is made in a folder that exists and is fresh, by whom makes the first
 * administrator anywhere: a path with a mistake in it, or a disk that is not mounted, would else be an empty site.
 * @returns what was changed of it, for the log
 * @throws StartRefused when it is not there, not ours, or lacks the database that it had
 */
export function ownDataFolder(env: Settings, { mayMake = false }: { mayMake?: boolean } = {}): string[] {
  if (env.database === 'sqlite') requireDatabase(env, mayMake)
  else if (env.S3_BUCKET !== undefined) return []
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 })
  if (!statSync(env.DATA_DIR).isDirectory()) throw new StartRefused(`DATA_DIR is ${env.DATA_DIR}, which is no folder.`)
  return tighten(env.DATA_DIR)
}

function requireDatabase(env: Settings, mayMake: boolean): void {
  const file = fileOfUrl(env.DATABASE_URL)
  // A link that leads nowhere is for the database to refuse.
  if (lstatSync(file, { throwIfNoEntry: false })) return
  const folder = path.dirname(file)
  const make = 'To begin a new one there, make its first administrator: npm run create-admin -- --email … --name ….'
  if (env.DATABASE_EXPECTED === '1')
    throw new StartRefused(
      `There is no database ${file}, and DATABASE_EXPECTED=1 says that there is one: is its disk mounted? Nothing was changed.`,
    )
  if (env.APP_MODE !== 'production' || mayMake) return
  if (!existsSync(folder))
    throw new StartRefused(
      `There is no folder ${folder}: look at DATA_DIR and DATABASE_URL. ${make} Nothing was changed.`,
    )
  const trace = TRACES.find((name) => existsSync(path.join(folder, name)))
  if (trace)
    throw new StartRefused(
      `There is no database ${file}, though ${path.join(folder, trace)} is there: put the database back. ${make} Nothing was changed.`,
    )
}

/** Systems without owners and rights have nothing to tighten. */
function tighten(folder: string): string[] {
  const user = process.getuid?.()
  if (user === undefined) return []
  const { uid, mode } = statSync(folder)
  const isLoose = (mode & 0o077) !== 0
  if (user !== 0 && uid !== user) {
    if ((mode & 0o007) === 0) return []
    throw new StartRefused(
      `${folder} belongs to another user and is open to everybody of this machine: give it to the user who starts this (chown), or close it (chmod 0750). Nothing was changed.`,
    )
  }
  if (isLoose) chmodSync(folder, 0o700)
  let closed = 0
  for (const name of readdirSync(folder).filter(isOurs)) closed += close(path.join(folder, name))
  return isLoose || closed > 0
    ? [`${folder} was open to other users of this machine: it is 0700 now, and ${closed} files in it were closed.`]
    : []
}

/** @returns how many files were open to others */
function close(place: string): number {
  const found = lstatSync(place)
  const isFolder = found.isDirectory()
  if (!isFolder && !found.isFile()) return 0
  const wanted = isFolder ? 0o700 : 0o600
  const isLoose = (found.mode & 0o077) !== 0
  if (isLoose) chmodSync(place, wanted)
  if (!isFolder) return isLoose ? 1 : 0
  return readdirSync(place).reduce((sum, name) => sum + close(path.join(place, name)), 0)
}
