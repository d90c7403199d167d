import Database from 'libsql'
import { sql } from 'drizzle-orm'
import type { FileMigration } from '../../src/db/apply-migrations.ts'

export type TestMigration = FileMigration

/** A table with children, and what Payload notes of migrations. */
export const FIRST: TestMigration = {
  name: '1_first',
  up: async ({ db }) => {
    await db.run(sql`CREATE TABLE payload_migrations (id text PRIMARY KEY NOT NULL, name text, batch numeric)`)
    await db.run(sql`CREATE TABLE files (id integer PRIMARY KEY, text text)`)
    await db.run(
      sql`CREATE TABLE rows (id integer PRIMARY KEY, file integer NOT NULL REFERENCES files(id) ON DELETE CASCADE, text text)`,
    )
  },
}

/** Rebuilds the table with children, as a generated migration does when a column becomes required. */
export const rebuild: TestMigration = {
  name: '2_rebuild',
  up: async ({ db }) => {
    await db.run(sql`PRAGMA foreign_keys=OFF`)
    await db.run(sql`CREATE TABLE __new_files (id integer PRIMARY KEY, text text NOT NULL)`)
    await db.run(sql`INSERT INTO __new_files SELECT * FROM files`)
    await db.run(sql`DROP TABLE files`)
    await db.run(sql`ALTER TABLE __new_files RENAME TO files`)
    await db.run(sql`PRAGMA foreign_keys=ON`)
  },
}

/** Fills a file of the first schema with so many rows of a kilobyte, and as many children that only the write-ahead log holds. */
export function fill(file: string, rows: number): void {
  const database = new Database(file)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) INSERT INTO files SELECT i, hex(randomblob(500)) FROM n`,
  )
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.exec('INSERT INTO rows SELECT id, id, text FROM files')
  database.close()
}
