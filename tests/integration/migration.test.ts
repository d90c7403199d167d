import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createClient, type Client } from '@libsql/client'
import type { sqliteAdapter } from '@payloadcms/db-sqlite'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyMigrations, type FileMigration } from '../../src/db/apply-migrations.ts'
import { migrations } from '../../src/db/migrations/index.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import { startApp, type TestApp } from '../support/app.ts'

type Adapter = ReturnType<ReturnType<typeof sqliteAdapter>['init']>

const isSqlite = (db: object): db is Adapter => 'client' in db

let app: TestApp
let adapter: Adapter

beforeAll(async () => {
  // SQLite alone has migrations, whichever database the run is about.
  process.env['TEST_DATABASE'] = 'sqlite'
  app = await startApp()
  const { db } = app.payload
  if (!isSqlite(db)) throw new Error('This is not a SQLite adapter')
  adapter = db
  await seedDemo(app.payload)
})

afterAll(async () => {
  await app.stop()
})

const tables = async (client: Client): Promise<string[]> => {
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  return rows.map(({ name }) => (typeof name === 'string' ? name : '')).filter((name) => name !== 'payload_migrations')
}

const counts = async (client: Client): Promise<Record<string, number>> => {
  const counted: Record<string, number> = {}
  for (const table of await tables(client)) {
    const { rows } = await client.execute(`SELECT count(*) AS n FROM "${table}"`)
    counted[table] = Number(rows[0]?.['n'])
  }
  return counted
}

/** Rebuilds a table with children, as a migration does when a column changes. */
const rebuilding = (table: string, create: string): FileMigration => ({
  name: `99999999_rebuild_${table}`,
  up: async ({ db }) => {
    await db.run(sql`PRAGMA foreign_keys=OFF;`)
    await db.run(sql.raw(create.replace(`\`${table}\``, `\`__new_${table}\``)))
    await db.run(sql.raw(`INSERT INTO \`__new_${table}\` SELECT * FROM \`${table}\``))
    await db.run(sql.raw(`DROP TABLE \`${table}\``))
    await db.run(sql.raw(`ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\``))
    await db.run(sql`PRAGMA foreign_keys=ON;`)
  },
})

describe('a migration of a filled SQLite file', () => {
  it('rebuilds a table with children and loses no row of any table', async () => {
    const before = await counts(adapter.client)
    expect(before['adhesions']).toBeGreaterThan(10)
    expect(before['users_roles']).toBeGreaterThan(3)
    const { rows } = await adapter.client.execute("SELECT sql FROM sqlite_master WHERE name = 'users'")
    const create = rows[0]?.['sql']
    if (typeof create !== 'string') throw new Error('The file has no table of users')
    const copy = path.join(app.dataDir, 'copy.db')
    await adapter.client.execute({ sql: 'VACUUM INTO ?', args: [copy] })
    await applyMigrations(copy, [...migrations, rebuilding('users', create)])
    const migrated = createClient({ url: `file:${copy}` })
    expect(await counts(migrated)).toEqual(before)
    migrated.close()
  })
})

type Snapshot = {
  tables: Record<
    string,
    { foreignKeys: Record<string, { columnsFrom: string[]; tableTo: string; onDelete?: string | undefined }> }
  >
}

describe('a file that was migrated', () => {
  it('does with each reference to a deleted row what the present schema says', async () => {
    const [last] = migrations.slice(-1)
    const snapshot = JSON.parse(
      await readFile(path.resolve('src/db/migrations', `${last?.name ?? ''}.json`), 'utf8'),
    ) as Snapshot
    const wanted = Object.entries(snapshot.tables).flatMap(([table, { foreignKeys }]) =>
      Object.values(foreignKeys).map(
        ({ columnsFrom, tableTo, onDelete = 'no action' }) => `${table}.${columnsFrom.join()} ${tableTo} ${onDelete}`,
      ),
    )
    const found: string[] = []
    for (const table of await tables(adapter.client)) {
      const { rows } = await adapter.client.execute(`PRAGMA foreign_key_list("${table}")`)
      for (const row of rows) {
        const [from, to, action] = [row['from'], row['table'], row['on_delete']].map((each) =>
          typeof each === 'string' ? each : '',
        )
        found.push(`${table}.${from ?? ''} ${to ?? ''} ${(action ?? '').toLowerCase()}`)
      }
    }
    expect(found.sort()).toEqual(wanted.sort())
  })
})
