import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`security_events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`type\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`until\` text,
  	\`count\` numeric DEFAULT 1 NOT NULL,
  	\`account\` text,
  	\`by\` text,
  	\`ip\` text,
  	\`network\` text,
  	\`device\` text,
  	\`data\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`security_events_at_idx\` ON \`security_events\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`security_events_updated_at_idx\` ON \`security_events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`security_events_created_at_idx\` ON \`security_events\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`account_at_idx\` ON \`security_events\` (\`account\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`type_at_idx\` ON \`security_events\` (\`type\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`staff_sessions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`account\` text NOT NULL,
  	\`ends_at\` text NOT NULL,
  	\`last_seen_at\` text NOT NULL,
  	\`label\` text,
  	\`ip\` text,
  	\`device\` text,
  	\`enrolling\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`staff_sessions_account_idx\` ON \`staff_sessions\` (\`account\`);`)
  await db.run(sql`CREATE INDEX \`staff_sessions_ends_at_idx\` ON \`staff_sessions\` (\`ends_at\`);`)
  await db.run(sql`CREATE INDEX \`staff_sessions_updated_at_idx\` ON \`staff_sessions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`staff_sessions_created_at_idx\` ON \`staff_sessions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sign_in_attempts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`purpose\` text NOT NULL,
  	\`account\` text,
  	\`address_key\` text,
  	\`device\` text,
  	\`device_known\` integer DEFAULT false,
  	\`code_hash\` text,
  	\`challenge\` text,
  	\`tries\` numeric DEFAULT 0 NOT NULL,
  	\`until\` text NOT NULL,
  	\`ended_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`sign_in_attempts_account_idx\` ON \`sign_in_attempts\` (\`account\`);`)
  await db.run(sql`CREATE INDEX \`sign_in_attempts_until_idx\` ON \`sign_in_attempts\` (\`until\`);`)
  await db.run(sql`CREATE INDEX \`sign_in_attempts_updated_at_idx\` ON \`sign_in_attempts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sign_in_attempts_created_at_idx\` ON \`sign_in_attempts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`addressKey_createdAt_idx\` ON \`sign_in_attempts\` (\`address_key\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`second_factors\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`account\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`label\` text,
  	\`secret\` text,
  	\`last_step\` numeric,
  	\`credential_id\` text,
  	\`public_key\` text,
  	\`sign_count\` numeric,
  	\`transports\` text,
  	\`used_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`second_factors_key_idx\` ON \`second_factors\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`second_factors_account_idx\` ON \`second_factors\` (\`account\`);`)
  await db.run(sql`CREATE INDEX \`second_factors_updated_at_idx\` ON \`second_factors\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`second_factors_created_at_idx\` ON \`second_factors\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`domain_sentAt_idx\`;`)
  await db.run(sql`ALTER TABLE \`messages\` ADD \`adhesion_id\` text(36) REFERENCES adhesions(id);`)
  await db.run(sql`ALTER TABLE \`messages\` ADD \`cause\` text;`)
  await db.run(sql`ALTER TABLE \`messages\` ADD \`network\` text DEFAULT '';`)
  await db.run(sql`ALTER TABLE \`messages\` ADD \`lane\` numeric;`)
  await db.run(sql`ALTER TABLE \`messages\` ADD \`turn\` text;`)
  await db.run(sql`ALTER TABLE \`messages\` ADD \`first_tried_at\` text;`)
  await db.run(sql`ALTER TABLE \`messages\` ADD \`server_away\` integer DEFAULT false;`)
  await db.run(sql`CREATE INDEX \`messages_adhesion_idx\` ON \`messages\` (\`adhesion_id\`);`)
  await db.run(sql`CREATE INDEX \`status_lane_notBefore_idx\` ON \`messages\` (\`status\`,\`lane\`,\`not_before\`);`)
  await db.run(sql`CREATE INDEX \`network_sentAt_idx\` ON \`messages\` (\`network\`,\`sent_at\`);`)
  await db.run(sql`CREATE INDEX \`network_turn_idx\` ON \`messages\` (\`network\`,\`turn\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`rev\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`pending\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`suspended\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`suspension\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`unaccepted\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`secretary_since\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`password_links\` numeric;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`prefix\` text DEFAULT '';`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`_objectkey\` text;`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`prefix\` text DEFAULT '';`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`_objectkey\` text;`)
  await db.run(sql`ALTER TABLE \`adhesions\` ADD \`representative_proven_key\` text;`)
  await db.run(sql`ALTER TABLE \`adhesions\` ADD \`contact_proven_key\` text;`)
  await db.run(sql`ALTER TABLE \`attachments\` ADD \`prefix\` text DEFAULT '';`)
  await db.run(sql`ALTER TABLE \`attachments\` ADD \`_objectkey\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`security_events\`;`)
  await db.run(sql`DROP TABLE \`staff_sessions\`;`)
  await db.run(sql`DROP TABLE \`sign_in_attempts\`;`)
  await db.run(sql`DROP TABLE \`second_factors\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_messages\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`template\` text NOT NULL,
  	\`recipient\` text NOT NULL,
  	\`recipient_key\` text NOT NULL,
  	\`domain\` text NOT NULL,
  	\`capped\` integer DEFAULT false,
  	\`data\` text NOT NULL,
  	\`links\` text NOT NULL,
  	\`attachments\` text,
  	\`status\` text NOT NULL,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`not_before\` text NOT NULL,
  	\`lease_until\` text,
  	\`lease_by\` text,
  	\`sent_at\` text,
  	\`message_id\` text,
  	\`response\` text,
  	\`last_error\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new_messages\`("id", "key", "subject", "template", "recipient", "recipient_key", "domain", "capped", "data", "links", "attachments", "status", "attempts", "not_before", "lease_until", "lease_by", "sent_at", "message_id", "response", "last_error", "updated_at", "created_at") SELECT "id", "key", "subject", "template", "recipient", "recipient_key", "domain", "capped", "data", "links", "attachments", "status", "attempts", "not_before", "lease_until", "lease_by", "sent_at", "message_id", "response", "last_error", "updated_at", "created_at" FROM \`messages\`;`)
  await db.run(sql`DROP TABLE \`messages\`;`)
  await db.run(sql`ALTER TABLE \`__new_messages\` RENAME TO \`messages\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`messages_key_idx\` ON \`messages\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`messages_subject_idx\` ON \`messages\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`messages_updated_at_idx\` ON \`messages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`messages_created_at_idx\` ON \`messages\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_notBefore_idx\` ON \`messages\` (\`status\`,\`not_before\`);`)
  await db.run(sql`CREATE INDEX \`recipientKey_sentAt_idx\` ON \`messages\` (\`recipient_key\`,\`sent_at\`);`)
  await db.run(sql`CREATE INDEX \`domain_sentAt_idx\` ON \`messages\` (\`domain\`,\`sent_at\`);`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`rev\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`pending\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`suspended\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`suspension\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`unaccepted\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`secretary_since\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`password_links\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`prefix\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`_objectkey\`;`)
  await db.run(sql`ALTER TABLE \`files\` DROP COLUMN \`prefix\`;`)
  await db.run(sql`ALTER TABLE \`files\` DROP COLUMN \`_objectkey\`;`)
  await db.run(sql`ALTER TABLE \`adhesions\` DROP COLUMN \`representative_proven_key\`;`)
  await db.run(sql`ALTER TABLE \`adhesions\` DROP COLUMN \`contact_proven_key\`;`)
  await db.run(sql`ALTER TABLE \`attachments\` DROP COLUMN \`prefix\`;`)
  await db.run(sql`ALTER TABLE \`attachments\` DROP COLUMN \`_objectkey\`;`)
}
