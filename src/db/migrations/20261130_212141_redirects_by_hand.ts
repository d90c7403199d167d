import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`redirects\` ADD \`elsewhere\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`redirects\` ADD \`by_hand\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`redirects\` ADD \`changed_by\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`redirects\` DROP COLUMN \`elsewhere\`;`)
  await db.run(sql`ALTER TABLE \`redirects\` DROP COLUMN \`by_hand\`;`)
  await db.run(sql`ALTER TABLE \`redirects\` DROP COLUMN \`changed_by\`;`)
}
