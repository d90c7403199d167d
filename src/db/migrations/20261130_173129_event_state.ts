import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`events\` ADD \`state\` text DEFAULT 'planned';`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_state\` text DEFAULT 'planned';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`events\` DROP COLUMN \`state\`;`)
  await db.run(sql`ALTER TABLE \`_events_v\` DROP COLUMN \`version_state\`;`)
}
