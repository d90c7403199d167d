import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`content_epoch\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`area\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`content_epoch_updated_at_idx\` ON \`content_epoch\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`content_epoch_created_at_idx\` ON \`content_epoch\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`english_slug\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_english_slug_idx\` ON \`pages\` (\`english_slug\`);`)
  await db.run(sql`ALTER TABLE \`pages_locales\` ADD \`translated\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_english_slug\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`autosave\` integer;`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_english_slug_idx\` ON \`_pages_v\` (\`version_english_slug\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_autosave_idx\` ON \`_pages_v\` (\`autosave\`);`)
  await db.run(sql`ALTER TABLE \`_pages_v_locales\` ADD \`version_translated\` integer DEFAULT false;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`content_epoch\`;`)
  await db.run(sql`DROP INDEX \`pages_english_slug_idx\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`english_slug\`;`)
  await db.run(sql`DROP INDEX \`_pages_v_version_version_english_slug_idx\`;`)
  await db.run(sql`DROP INDEX \`_pages_v_autosave_idx\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_english_slug\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`autosave\`;`)
  await db.run(sql`ALTER TABLE \`pages_locales\` DROP COLUMN \`translated\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v_locales\` DROP COLUMN \`version_translated\`;`)
}
