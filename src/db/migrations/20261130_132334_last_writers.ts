import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`_identity_v_version_registers\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`number\` text,
  	\`href\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_identity_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_identity_v_version_registers_order_idx\` ON \`_identity_v_version_registers\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_identity_v_version_registers_parent_id_idx\` ON \`_identity_v_version_registers\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_identity_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`version_legal_name\` text,
  	\`version_rna\` text,
  	\`version_siren\` text,
  	\`version_seat\` text,
  	\`version_president\` text,
  	\`version_publication_director\` text,
  	\`version_email\` text,
  	\`version_phone\` text,
  	\`version_host\` text,
  	\`version_changed_by\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`_identity_v_created_at_idx\` ON \`_identity_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_identity_v_updated_at_idx\` ON \`_identity_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_header_v_version_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`page_id\` text(36),
  	\`href\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`page_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_header_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_header_v_version_links_order_idx\` ON \`_header_v_version_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_header_v_version_links_parent_id_idx\` ON \`_header_v_version_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_header_v_version_links_page_idx\` ON \`_header_v_version_links\` (\`page_id\`);`)
  await db.run(sql`CREATE TABLE \`_header_v_version_links_locales\` (
  	\`label\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_header_v_version_links\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_header_v_version_links_locales_locale_parent_id_unique\` ON \`_header_v_version_links_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_header_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`version_changed_by\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`_header_v_created_at_idx\` ON \`_header_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_header_v_updated_at_idx\` ON \`_header_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_footer_v_version_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`page_id\` text(36),
  	\`href\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`page_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_footer_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_footer_v_version_links_order_idx\` ON \`_footer_v_version_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_footer_v_version_links_parent_id_idx\` ON \`_footer_v_version_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_footer_v_version_links_page_idx\` ON \`_footer_v_version_links\` (\`page_id\`);`)
  await db.run(sql`CREATE TABLE \`_footer_v_version_links_locales\` (
  	\`label\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_footer_v_version_links\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_footer_v_version_links_locales_locale_parent_id_unique\` ON \`_footer_v_version_links_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_footer_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`version_changed_by\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`_footer_v_created_at_idx\` ON \`_footer_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_footer_v_updated_at_idx\` ON \`_footer_v\` (\`updated_at\`);`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`_publications_v\` ADD \`version_changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`charter_versions\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`governance_bodies\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`mandates\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`people\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`identity\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`header\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`footer\` ADD \`changed_by\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`_identity_v_version_registers\`;`)
  await db.run(sql`DROP TABLE \`_identity_v\`;`)
  await db.run(sql`DROP TABLE \`_header_v_version_links\`;`)
  await db.run(sql`DROP TABLE \`_header_v_version_links_locales\`;`)
  await db.run(sql`DROP TABLE \`_header_v\`;`)
  await db.run(sql`DROP TABLE \`_footer_v_version_links\`;`)
  await db.run(sql`DROP TABLE \`_footer_v_version_links_locales\`;`)
  await db.run(sql`DROP TABLE \`_footer_v\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_changed_by\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`_publications_v\` DROP COLUMN \`version_changed_by\`;`)
  await db.run(sql`ALTER TABLE \`events\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`_events_v\` DROP COLUMN \`version_changed_by\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`files\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`charter_versions\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`governance_bodies\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`mandates\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`people\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`identity\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`header\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`footer\` DROP COLUMN \`changed_by\`;`)
}
