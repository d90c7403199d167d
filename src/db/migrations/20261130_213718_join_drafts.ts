import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`join_drafts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`token_hash\` text NOT NULL,
  	\`sealed\` text NOT NULL,
  	\`until\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`join_drafts_token_hash_idx\` ON \`join_drafts\` (\`token_hash\`);`)
  await db.run(sql`CREATE INDEX \`join_drafts_until_idx\` ON \`join_drafts\` (\`until\`);`)
  await db.run(sql`CREATE INDEX \`join_drafts_updated_at_idx\` ON \`join_drafts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`join_drafts_created_at_idx\` ON \`join_drafts\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`identity\` ADD \`membership_fee\` text;`)
  await db.run(sql`ALTER TABLE \`_identity_v\` ADD \`version_membership_fee\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`join_drafts\`;`)
  await db.run(sql`ALTER TABLE \`identity\` DROP COLUMN \`membership_fee\`;`)
  await db.run(sql`ALTER TABLE \`_identity_v\` DROP COLUMN \`version_membership_fee\`;`)
}
