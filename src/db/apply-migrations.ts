import { randomUUID } from 'node:crypto'
import { createClient, type Client } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { urlOfFile } from '../lib/file-url.ts'
import type { migrations as generated } from './migrations/index.ts'

/** A migration as Payload generates it. */
export type FileMigration = Pick<(typeof generated)[number], 'name' | 'up'>

/** Migrations are statements alone: no Payload is there to ask before the database is opened. */
const NO_PAYLOAD = {} as Omit<Parameters<FileMigration['up']>[0], 'db'>

/**
 * Applies the migrations that a file lacks. For a file that nobody else has open and that may be thrown away: nothing
 * is flushed to the disk meanwhile, and there is no transaction, since inside one SQLite ignores `foreign_keys=OFF`
 * and rebuilding a table cascades through its children.
 * @throws Error when one fails, or leaves a foreign key that points nowhere or a damaged file
 */
export async function applyMigrations(file: string, migrations: readonly FileMigration[]): Promise<void> {
  const client = createClient({ url: urlOfFile(file) })
  try {
    await client.execute('PRAGMA journal_mode = MEMORY')
    await client.execute('PRAGMA synchronous = OFF')
    const applied = await appliedTo(client)
    const db = drizzle(client)
    for (const { name, up } of migrations.filter((each) => !applied.has(each.name))) {
      await client.execute('PRAGMA foreign_keys = OFF')
      await up({ ...NO_PAYLOAD, db })
      await client.execute({
        sql: 'INSERT INTO payload_migrations (id, name, batch) VALUES (?, ?, ?)',
        args: [randomUUID(), name, applied.size + 1],
      })
    }
    await requireSound(client)
  } finally {
    client.close()
  }
}

async function appliedTo(client: Client): Promise<ReadonlySet<string>> {
  const table = await client.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'")
  if (table.rows.length === 0) return new Set()
  const { rows } = await client.execute('SELECT name FROM payload_migrations')
  return new Set(rows.map(({ name }) => (typeof name === 'string' ? name : '')))
}

async function requireSound(client: Client): Promise<void> {
  const { rows: broken } = await client.execute('PRAGMA foreign_key_check')
  if (broken.length > 0) throw new Error(`the migrations left ${broken.length} foreign keys that point nowhere`)
  const {
    rows: [found],
  } = await client.execute('PRAGMA quick_check(1)')
  if (found?.['quick_check'] !== 'ok') throw new Error(`the migrated file is damaged: ${JSON.stringify(found)}`)
}
