import type Database from 'libsql'
import { StartRefused } from '../lib/start-refused.ts'

/** How the row of `counters` begins that says that this database was moved: then the move, and where to. */
const KEY = 'moved:'

export const isMovedKey = (key: unknown): boolean => typeof key === 'string' && key.startsWith(KEY)

/** What an SQLite database says of its move to MongoDB. */
export type Moved = { move: string; place: string }

/** @returns null for one that was not moved, or has no tables yet */
export function movedIn(source: Database.Database): Moved | null {
  if (!source.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'counters'`).get()) return null
  const row: unknown = source.prepare('SELECT key FROM counters WHERE key LIKE ?').get(`${KEY}%`)
  if (typeof row !== 'object' || row === null || !('key' in row)) return null
  const [move = '', ...place] = String(row.key).slice(KEY.length).split(':')
  return { move, place: place.join(':') }
}

/** Marks it as moved, for good and on the disk: from here on no server and no command opens it to write. */
export function markMoved(source: Database.Database, { move, place }: Moved): void {
  const now = new Date().toISOString()
  source.exec('PRAGMA synchronous = FULL')
  source
    .prepare('INSERT INTO counters (id, key, last, updated_at, created_at) VALUES (?, ?, 1, ?, ?)')
    .run(move, `${KEY}${move}:${place}`, now, now)
}

/** @throws StartRefused for one that was moved: two that go on would both write to people. */
export function refuseMoved(file: string, source: Database.Database): void {
  const moved = movedIn(source)
  if (moved)
    throw new StartRefused(
      `${file} was moved to MongoDB (${moved.place}), where the installation goes on: set DATABASE_URL to that. Nothing was changed.`,
    )
}
