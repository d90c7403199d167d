import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`request_keys\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name_hash\` text NOT NULL,
  	\`caller\` text NOT NULL,
  	\`body_hash\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`holder\` text NOT NULL,
  	\`held_until\` text NOT NULL,
  	\`until\` text NOT NULL,
  	\`answer\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`request_keys_name_hash_idx\` ON \`request_keys\` (\`name_hash\`);`)
  await db.run(sql`CREATE INDEX \`request_keys_until_idx\` ON \`request_keys\` (\`until\`);`)
  await db.run(sql`CREATE INDEX \`request_keys_updated_at_idx\` ON \`request_keys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`request_keys_created_at_idx\` ON \`request_keys\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`caller_until_idx\` ON \`request_keys\` (\`caller\`,\`until\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`request_keys\`;`)
}
