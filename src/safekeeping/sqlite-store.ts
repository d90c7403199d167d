import { existsSync } from 'node:fs'
import Database from 'libsql'
import { v7 as uuidv7 } from 'uuid'
import { SafekeepingRefused } from './errors.ts'
import { HELD_KEY } from './held.ts'
import { chainRow, filesOfRow, UPLOADS, type Store } from './store.ts'

type Raw = Record<string, unknown>

/** The SQLite file as it lies: a reader in WAL mode waits for nobody and stops nobody. */
export function sqliteStore(file: string): Store {
  if (!existsSync(file)) throw new SafekeepingRefused(`There is no database ${file}. Nothing was done.`)
  const db = new Database(file, { timeout: 10_000 })
  const all = (query: string): Raw[] => db.prepare(query).all() as Raw[]
  const tables = (): string[] =>
    all(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`).map(
      ({ name }) => String(name),
    )
  return {
    counts: async () =>
      Object.fromEntries(
        tables().map((table) => [table, Number(all(`SELECT count(*) AS n FROM "${table}"`)[0]?.['n'])]),
      ),
    journal: async () =>
      all('SELECT * FROM journal').map((row) => {
        const { evidence } = row
        return chainRow({
          ...camel(row),
          evidence: typeof evidence === 'string' ? (JSON.parse(evidence) as unknown) : evidence,
        })
      }),
    files: async () =>
      UPLOADS.flatMap((collection) =>
        all(`SELECT * FROM ${collection}`).flatMap((row) =>
          filesOfRow(
            collection,
            row,
            Object.keys(row).flatMap((name) =>
              /^sizes_.*_filename$/.test(name)
                ? [{ name: row[name], type: row[name.replace(/filename$/, 'mime_type')] }]
                : [],
            ),
          ),
        ),
      ),
    migrations: async () =>
      all('SELECT name FROM payload_migrations WHERE name IS NOT NULL ORDER BY id').map(({ name }) => String(name)),
    faults: async () => [
      ...all('PRAGMA integrity_check')
        .map((row) => String(Object.values(row)[0]))
        .filter((found) => found !== 'ok')
        .map((found) => `SQLite: ${found}`),
      ...all('PRAGMA foreign_key_check').map(
        (row) =>
          `SQLite: row ${String(row['rowid'])} of ${String(row['table'])} names a row of ${String(row['parent'])} that is not there`,
      ),
    ],
    hold: async () => {
      const now = new Date().toISOString()
      db.prepare('INSERT OR IGNORE INTO counters (id, key, last, updated_at, created_at) VALUES (?, ?, 1, ?, ?)').run(
        uuidv7(),
        HELD_KEY,
        now,
        now,
      )
    },
    close: async () => {
      db.close()
    },
  }
}

const camel = (row: Raw): Raw =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )

/** Writes a consistent copy of a database that may be in use. */
export function copySqlite(file: string, target: string): void {
  if (!existsSync(file)) throw new SafekeepingRefused(`There is no database ${file}. Nothing was done.`)
  const db = new Database(file, { timeout: 10_000 })
  try {
    db.exec(`VACUUM INTO '${target.replaceAll("'", "''")}'`)
  } finally {
    db.close()
  }
}
