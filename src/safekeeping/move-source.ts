import Database from 'libsql'
import { markMoved, movedIn, type Moved } from '../db/moved-file.ts'
import { migrations } from '../db/migrations/index.ts'
import { SafekeepingRefused } from './errors.ts'

/** The SQLite database that is moved, besides what {@link Store} reads of it. */
export type MoveSource = {
  /** What it was marked with by a move that came so far. */
  moved: () => Moved | null
  /** No copy of this installation but those made of its file has the same. */
  installation: string
  markMoved: (moved: Moved) => void
  close: () => void
}

/** @throws SafekeepingRefused where it is not of the schema of this release */
export function moveSource(file: string): MoveSource {
  const db = new Database(file, { timeout: 10_000 })
  const rows = db.prepare('SELECT id, name FROM payload_migrations ORDER BY batch, name').all() as {
    id: unknown
    name: unknown
  }[]
  const there = rows.map(({ name }) => String(name))
  const lacking = migrations.filter(({ name }) => !there.includes(name))
  const unknown = there.filter((name) => !migrations.some((each) => each.name === name))
  if (lacking.length > 0 || unknown.length > 0) {
    db.close()
    throw new SafekeepingRefused(
      unknown.length > 0
        ? `${file} was written by a newer release (${unknown.join(', ')}): move it with that one. Nothing was changed.`
        : `${file} is of an earlier release (it lacks ${lacking.map(({ name }) => name).join(', ')}): start this one on it once, stop it, and move it then. Nothing was changed.`,
    )
  }
  return {
    moved: () => movedIn(db),
    installation: String(rows[0]?.id),
    markMoved: (moved) => markMoved(db, moved),
    close: () => {
      db.close()
    },
  }
}
