import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Client } from '@libsql/client'
import type { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { Migration } from 'payload'

type Adapter = ReturnType<ReturnType<typeof sqliteAdapter>['init']>

/**
 * Brings a SQLite file to the present schema: a copy first (`<file>.before-<migration>`), each migration
 * outside a transaction (inside one SQLite ignores `foreign_keys=OFF`, and rebuilding a table then
 * cascades through its children), foreign keys checked after.
 * @throws Error when a foreign key points nowhere afterwards; the copy stands.
 */
export async function migrateFile(adapter: Adapter, migrations: readonly Migration[], file: string): Promise<void> {
  const applied = await appliedMigrations(adapter.client)
  const pending = migrations.filter(({ name }) => !applied.has(name))
  if (pending.length === 0) return
  const copy = `${path.resolve(file)}.before-${pending[0]?.name ?? 'migration'}`
  if (applied.size > 0) {
    if (existsSync(copy)) rmSync(copy)
    await adapter.client.execute({ sql: 'VACUUM INTO ?', args: [copy] })
  }
  const { beginTransaction, commitTransaction } = adapter
  adapter.beginTransaction = async () => null
  adapter.commitTransaction = async () => {}
  try {
    await adapter.migrate({ migrations: [...migrations] })
  } finally {
    Object.assign(adapter, { beginTransaction, commitTransaction })
  }
  const broken = await adapter.client.execute('PRAGMA foreign_key_check')
  if (broken.rows.length > 0) {
    throw new Error(`The migration left ${broken.rows.length} foreign keys pointing nowhere; the database as it was is ${copy}`)
  }
}

async function appliedMigrations(client: Client): Promise<Set<string>> {
  const table = await client.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'")
  if (table.rows.length === 0) return new Set()
  const rows = await client.execute('SELECT name FROM payload_migrations')
  return new Set(rows.rows.map((row) => String(row['name'])))
}
