import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`pages\` ADD \`deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`pages_deleted_at_idx\` ON \`pages\` (\`deleted_at\`);`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_deleted_at_idx\` ON \`_pages_v\` (\`version_deleted_at\`);`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`publications_deleted_at_idx\` ON \`publications\` (\`deleted_at\`);`)
  await db.run(sql`ALTER TABLE \`_publications_v\` ADD \`version_deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`_publications_v_version_version_deleted_at_idx\` ON \`_publications_v\` (\`version_deleted_at\`);`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`events_deleted_at_idx\` ON \`events\` (\`deleted_at\`);`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_deleted_at_idx\` ON \`_events_v\` (\`version_deleted_at\`);`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`documents_deleted_at_idx\` ON \`documents\` (\`deleted_at\`);`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`media_deleted_at_idx\` ON \`media\` (\`deleted_at\`);`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`files_deleted_at_idx\` ON \`files\` (\`deleted_at\`);`)
  for (const reference of WITHOUT_ACTION) await giveAction(db, reference)
}

/** Columns that were added with a reference alone: SQLite would then refuse to delete what they name, or leave a name of nothing. */
const WITHOUT_ACTION = [
  { table: 'pages', column: 'image_id', to: 'media', index: 'pages_image_idx' },
  { table: '_pages_v', column: 'version_image_id', to: 'media', index: '_pages_v_version_version_image_idx' },
  { table: 'messages', column: 'adhesion_id', to: 'adhesions', index: 'messages_adhesion_idx' },
] as const

/** Puts a column in the place of another that empties itself when the row that it names goes; no table is made anew. */
async function giveAction(
  db: MigrateUpArgs['db'],
  { table, column, to, index }: (typeof WITHOUT_ACTION)[number],
): Promise<void> {
  for (const statement of [
    `DROP INDEX \`${index}\``,
    `ALTER TABLE \`${table}\` ADD \`${column}_kept\` text(36) REFERENCES \`${to}\`(\`id\`) ON DELETE SET NULL`,
    `UPDATE \`${table}\` SET \`${column}_kept\` = \`${column}\``,
    `ALTER TABLE \`${table}\` DROP COLUMN \`${column}\``,
    `ALTER TABLE \`${table}\` RENAME COLUMN \`${column}_kept\` TO \`${column}\``,
    `CREATE INDEX \`${index}\` ON \`${table}\` (\`${column}\`)`,
  ])
    await db.run(sql.raw(statement))
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`pages_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`deleted_at\`;`)
  await db.run(sql`DROP INDEX \`_pages_v_version_version_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_deleted_at\`;`)
  await db.run(sql`DROP INDEX \`publications_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`deleted_at\`;`)
  await db.run(sql`DROP INDEX \`_publications_v_version_version_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`_publications_v\` DROP COLUMN \`version_deleted_at\`;`)
  await db.run(sql`DROP INDEX \`events_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`events\` DROP COLUMN \`deleted_at\`;`)
  await db.run(sql`DROP INDEX \`_events_v_version_version_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`_events_v\` DROP COLUMN \`version_deleted_at\`;`)
  await db.run(sql`DROP INDEX \`documents_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`deleted_at\`;`)
  await db.run(sql`DROP INDEX \`media_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`deleted_at\`;`)
  await db.run(sql`DROP INDEX \`files_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`files\` DROP COLUMN \`deleted_at\`;`)
}
