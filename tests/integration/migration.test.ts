import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createClient } from '@libsql/client'
import type { sqliteAdapter } from '@payloadcms/db-sqlite'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrateFile, restoreInterrupted } from '../../src/db/migrate.ts'
import { migrations } from '../../src/db/migrations/index.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import { startApp, type TestApp } from '../support/app.ts'

type Adapter = ReturnType<ReturnType<typeof sqliteAdapter>['init']>

const isSqlite = (db: object): db is Adapter => 'client' in db

let app: TestApp
let adapter: Adapter
let file: string

beforeAll(async () => {
  // SQLite alone has migrations, whichever database the run is about.
  process.env['TEST_DATABASE'] = 'sqlite'
  app = await startApp()
  const { db } = app.payload
  if (!isSqlite(db)) throw new Error('This is not a SQLite adapter')
  adapter = db
  file = path.join(app.dataDir, 'cpof.db')
  await seedDemo(app.payload)
})

afterAll(async () => {
  await app.stop()
})

const tables = async (): Promise<string[]> => {
  const { rows } = await adapter.client.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
  return rows.map(({ name }) => (typeof name === 'string' ? name : '')).filter((name) => name !== 'payload_migrations')
}

const counts = async (): Promise<Record<string, number>> => {
  const counted: Record<string, number> = {}
  for (const table of await tables()) {
    const { rows } = await adapter.client.execute(`SELECT count(*) AS n FROM "${table}"`)
    counted[table] = Number(rows[0]?.['n'])
  }
  return counted
}

/** Rebuilds a table with children, as a migration does when a column changes. */
const rebuilding = (table: string, create: string) => ({
  name: `99999999_rebuild_${table}`,
  up: async ({ db }: Parameters<(typeof migrations)[number]['up']>[0]) => {
    await db.run(sql`PRAGMA foreign_keys=OFF;`)
    await db.run(sql.raw(create.replace(`\`${table}\``, `\`__new_${table}\``)))
    await db.run(sql.raw(`INSERT INTO \`__new_${table}\` SELECT * FROM \`${table}\``))
    await db.run(sql.raw(`DROP TABLE \`${table}\``))
    await db.run(sql.raw(`ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\``))
    await db.run(sql`PRAGMA foreign_keys=ON;`)
  },
  down: async () => {},
})

describe('a migration of a filled SQLite file', () => {
  it('rebuilds a table with children and loses no row of any table, after a copy', async () => {
    const before = await counts()
    expect(before['adhesions']).toBeGreaterThan(10)
    expect(before['users_roles']).toBeGreaterThan(3)
    const { rows } = await adapter.client.execute("SELECT sql FROM sqlite_master WHERE name = 'users'")
    const create = rows[0]?.['sql']
    if (typeof create !== 'string') throw new Error('The file has no table of users')
    await migrateFile(adapter, [...migrations, rebuilding('users', create)], file)
    expect(await counts()).toEqual(before)
    expect(readdirSync(app.dataDir).some((name) => name.includes('.before-99999999_rebuild_users'))).toBe(true)
  })

  it('is put back as it was when its process died half-way', async () => {
    const other = path.join(app.dataDir, 'other.db')
    await adapter.client.execute({ sql: 'VACUUM INTO ?', args: [`${other}.migrating-from-99999999`] })
    writeFileSync(other, 'half migrated')
    restoreInterrupted(other)
    const restored = createClient({ url: `file:${other}` })
    const { rows } = await restored.execute('SELECT count(*) AS n FROM adhesions')
    restored.close()
    expect(Number(rows[0]?.['n'])).toBe((await counts())['adhesions'])
  })
})
