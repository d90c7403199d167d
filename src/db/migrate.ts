import { copyFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Client } from '@libsql/client'
import type { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { Migration } from 'payload'
import type { migrations as generated } from './migrations/index.ts'

type Adapter = ReturnType<ReturnType<typeof sqliteAdapter>['init']>
type Migrations = typeof generated

/** Copies made before a migration that has not ended; one that is still there tells of a process that died in it. */
const UNDERWAY = '.migrating-from-'

/**
 * Puts back the database as it was when a process died while it migrated; call before the file is opened.
 * A migration runs outside a transaction, so what it left half done cannot be gone on with.
 */
export function restoreInterrupted(file: string): void {
  const full = path.resolve(file)
  const prefix = `${path.basename(full)}${UNDERWAY}`
  const [copy] = readdirSync(path.dirname(full)).filter((name) => name.startsWith(prefix) && !name.endsWith('.part'))
  if (copy === undefined) return
  for (const suffix of ['-wal', '-shm']) rmSync(`${full}${suffix}`, { force: true })
  copyFileSync(path.join(path.dirname(full), copy), full)
}

/**
 * Brings a SQLite file to the present schema. An empty one in transactions; a filled one outside of them
 * (inside one SQLite ignores `foreign_keys=OFF`, and rebuilding a table cascades through its children), after
 * a copy that stays beside it as `<file>.before-<migration>`, and with its foreign keys checked after.
 * @throws Error when a foreign key points nowhere afterwards; the copy stands.
 */
export async function migrateFile(adapter: Adapter, migrations: Migrations, file: string): Promise<void> {
  const applied = await appliedMigrations(adapter.client)
  // The generated type names the adapter's own arguments, Payload's the general ones.
  const all: Migration[] = migrations.map(({ name, up, down }) => ({ name, up: (args) => up(args as Parameters<typeof up>[0]), down: (args) => down(args as Parameters<typeof down>[0]) }))
  const [next] = migrations.filter(({ name }) => !applied.has(name))
  if (!next) return
  if (applied.size === 0) {
    await adapter.migrate({ migrations: all })
    return
  }
  const full = path.resolve(file)
  const underway = `${full}${UNDERWAY}${next.name}`
  rmSync(`${underway}.part`, { force: true })
  await adapter.client.execute({ sql: 'VACUUM INTO ?', args: [`${underway}.part`] })
  renameSync(`${underway}.part`, underway)
  await outsideTransactions(adapter, () => adapter.migrate({ migrations: all }))
  const broken = await adapter.client.execute('PRAGMA foreign_key_check')
  if (broken.rows.length > 0) {
    throw new Error(`The migration left ${broken.rows.length} foreign keys pointing nowhere; the database as it was is ${underway}`)
  }
  renameSync(underway, `${full}.before-${next.name}`)
}

async function outsideTransactions(adapter: Adapter, run: () => Promise<void>): Promise<void> {
  const { beginTransaction, commitTransaction } = adapter
  adapter.beginTransaction = async () => null
  adapter.commitTransaction = async () => {}
  try {
    await run()
  } finally {
    Object.assign(adapter, { beginTransaction, commitTransaction })
  }
}

async function appliedMigrations(client: Client): Promise<Set<string>> {
  const table = await client.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'")
  if (table.rows.length === 0) return new Set()
  const rows = await client.execute('SELECT name FROM payload_migrations')
  return new Set(rows.rows.map((row) => typeof row['name'] === 'string' ? row['name'] : ''))
}
