import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`publications_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`people_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`publications_rels_order_idx\` ON \`publications_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`publications_rels_parent_idx\` ON \`publications_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`publications_rels_path_idx\` ON \`publications_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`publications_rels_people_id_idx\` ON \`publications_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE TABLE \`_publications_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`people_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_publications_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_publications_v_rels_order_idx\` ON \`_publications_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_rels_parent_idx\` ON \`_publications_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_rels_path_idx\` ON \`_publications_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_rels_people_id_idx\` ON \`_publications_v_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE TABLE \`publication_approvals\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`publication_id\` text(36),
  	\`content_hash\` text NOT NULL,
  	\`person_id\` text(36) NOT NULL,
  	\`mandate_id\` text(36) NOT NULL,
  	\`body_id\` text(36) NOT NULL,
  	\`at\` text NOT NULL,
  	\`without_opinion\` integer DEFAULT false NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`publication_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`mandate_id\`) REFERENCES \`mandates\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`body_id\`) REFERENCES \`governance_bodies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`publication_approvals_publication_idx\` ON \`publication_approvals\` (\`publication_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_approvals_person_idx\` ON \`publication_approvals\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_approvals_mandate_idx\` ON \`publication_approvals\` (\`mandate_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_approvals_body_idx\` ON \`publication_approvals\` (\`body_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_approvals_updated_at_idx\` ON \`publication_approvals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`publication_approvals_created_at_idx\` ON \`publication_approvals\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subject_contentHash_person_withoutOpinion_idx\` ON \`publication_approvals\` (\`subject\`,\`content_hash\`,\`person_id\`,\`without_opinion\`);`)
  await db.run(sql`CREATE TABLE \`publication_opinions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`publication_id\` text(36),
  	\`content_hash\` text NOT NULL,
  	\`person_id\` text(36) NOT NULL,
  	\`mandate_id\` text(36) NOT NULL,
  	\`body_id\` text(36) NOT NULL,
  	\`at\` text NOT NULL,
  	\`opinion\` text NOT NULL,
  	\`comments\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`publication_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`mandate_id\`) REFERENCES \`mandates\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`body_id\`) REFERENCES \`governance_bodies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`publication_opinions_publication_idx\` ON \`publication_opinions\` (\`publication_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_opinions_person_idx\` ON \`publication_opinions\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_opinions_mandate_idx\` ON \`publication_opinions\` (\`mandate_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_opinions_body_idx\` ON \`publication_opinions\` (\`body_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_opinions_updated_at_idx\` ON \`publication_opinions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`publication_opinions_created_at_idx\` ON \`publication_opinions\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subject_contentHash_person_idx\` ON \`publication_opinions\` (\`subject\`,\`content_hash\`,\`person_id\`);`)
  await db.run(sql`CREATE TABLE \`publication_editions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`publication_id\` text(36),
  	\`content_hash\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`slug\` text NOT NULL,
  	\`published_at\` text NOT NULL,
  	\`content\` text NOT NULL,
  	\`pdf_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`publication_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`pdf_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`publication_editions_publication_idx\` ON \`publication_editions\` (\`publication_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_editions_pdf_idx\` ON \`publication_editions\` (\`pdf_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_editions_updated_at_idx\` ON \`publication_editions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`publication_editions_created_at_idx\` ON \`publication_editions\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subject_number_idx\` ON \`publication_editions\` (\`subject\`,\`number\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`slug_number_idx\` ON \`publication_editions\` (\`slug\`,\`number\`);`)
  await db.run(sql`CREATE TABLE \`publication_editions_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`files_id\` text(36),
  	\`media_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`publication_editions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`publication_editions_rels_order_idx\` ON \`publication_editions_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`publication_editions_rels_parent_idx\` ON \`publication_editions_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_editions_rels_path_idx\` ON \`publication_editions_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`publication_editions_rels_files_id_idx\` ON \`publication_editions_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_editions_rels_media_id_idx\` ON \`publication_editions_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`schedules\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`slot\` text NOT NULL,
  	\`version\` text NOT NULL,
  	\`saved_at\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`by_id\` text(36),
  	\`status\` text NOT NULL,
  	\`ending\` text,
  	\`said\` text,
  	\`ended_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`schedules_subject_idx\` ON \`schedules\` (\`subject\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`schedules_slot_idx\` ON \`schedules\` (\`slot\`);`)
  await db.run(sql`CREATE INDEX \`schedules_by_idx\` ON \`schedules\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`schedules_updated_at_idx\` ON \`schedules\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`schedules_created_at_idx\` ON \`schedules\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_at_idx\` ON \`schedules\` (\`status\`,\`at\`);`)
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
  await db.run(sql`ALTER TABLE \`pages\` ADD \`image_id\` text(36) REFERENCES media(id);`)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_english_slug_idx\` ON \`pages\` (\`english_slug\`);`)
  await db.run(sql`CREATE INDEX \`pages_image_idx\` ON \`pages\` (\`image_id\`);`)
  await db.run(sql`ALTER TABLE \`pages_locales\` ADD \`translated\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`pages_locales\` ADD \`meta_title\` text;`)
  await db.run(sql`ALTER TABLE \`pages_locales\` ADD \`meta_description\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_english_slug\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_image_id\` text(36) REFERENCES media(id);`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`autosave\` integer;`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_english_slug_idx\` ON \`_pages_v\` (\`version_english_slug\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_image_idx\` ON \`_pages_v\` (\`version_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_autosave_idx\` ON \`_pages_v\` (\`autosave\`);`)
  await db.run(sql`ALTER TABLE \`_pages_v_locales\` ADD \`version_translated\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_pages_v_locales\` ADD \`version_meta_title\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v_locales\` ADD \`version_meta_description\` text;`)
  await db.run(sql`ALTER TABLE \`_publications_v\` ADD \`autosave\` integer;`)
  await db.run(sql`CREATE INDEX \`_publications_v_autosave_idx\` ON \`_publications_v\` (\`autosave\`);`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`autosave\` integer;`)
  await db.run(sql`CREATE INDEX \`_events_v_autosave_idx\` ON \`_events_v\` (\`autosave\`);`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sha256\` text;`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`sha256\` text;`)
  await db.run(sql`ALTER TABLE \`redirects\` ADD \`to\` text;`)
  await db.run(sql`CREATE INDEX \`redirects_to_idx\` ON \`redirects\` (\`to\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`publications_rels\`;`)
  await db.run(sql`DROP TABLE \`_publications_v_rels\`;`)
  await db.run(sql`DROP TABLE \`publication_approvals\`;`)
  await db.run(sql`DROP TABLE \`publication_opinions\`;`)
  await db.run(sql`DROP TABLE \`publication_editions\`;`)
  await db.run(sql`DROP TABLE \`publication_editions_rels\`;`)
  await db.run(sql`DROP TABLE \`schedules\`;`)
  await db.run(sql`DROP TABLE \`content_epoch\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_pages\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`slug\` text,
  	\`parent_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_pages\`("id", "slug", "parent_id", "updated_at", "created_at", "_status") SELECT "id", "slug", "parent_id", "updated_at", "created_at", "_status" FROM \`pages\`;`)
  await db.run(sql`DROP TABLE \`pages\`;`)
  await db.run(sql`ALTER TABLE \`__new_pages\` RENAME TO \`pages\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_slug_idx\` ON \`pages\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`pages_parent_idx\` ON \`pages\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_updated_at_idx\` ON \`pages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`pages_created_at_idx\` ON \`pages\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`pages__status_idx\` ON \`pages\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__pages_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_slug\` text,
  	\`version_parent_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__pages_v\`("id", "parent_id", "version_slug", "version_parent_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest") SELECT "id", "parent_id", "version_slug", "version_parent_id", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest" FROM \`_pages_v\`;`)
  await db.run(sql`DROP TABLE \`_pages_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__pages_v\` RENAME TO \`_pages_v\`;`)
  await db.run(sql`CREATE INDEX \`_pages_v_parent_idx\` ON \`_pages_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_slug_idx\` ON \`_pages_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_parent_idx\` ON \`_pages_v\` (\`version_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_updated_at_idx\` ON \`_pages_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_created_at_idx\` ON \`_pages_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version__status_idx\` ON \`_pages_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_created_at_idx\` ON \`_pages_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_updated_at_idx\` ON \`_pages_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_snapshot_idx\` ON \`_pages_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_published_locale_idx\` ON \`_pages_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_latest_idx\` ON \`_pages_v\` (\`latest\`);`)
  await db.run(sql`DROP INDEX \`_publications_v_autosave_idx\`;`)
  await db.run(sql`ALTER TABLE \`_publications_v\` DROP COLUMN \`autosave\`;`)
  await db.run(sql`DROP INDEX \`_events_v_autosave_idx\`;`)
  await db.run(sql`ALTER TABLE \`_events_v\` DROP COLUMN \`autosave\`;`)
  await db.run(sql`DROP INDEX \`redirects_to_idx\`;`)
  await db.run(sql`ALTER TABLE \`redirects\` DROP COLUMN \`to\`;`)
  await db.run(sql`ALTER TABLE \`pages_locales\` DROP COLUMN \`translated\`;`)
  await db.run(sql`ALTER TABLE \`pages_locales\` DROP COLUMN \`meta_title\`;`)
  await db.run(sql`ALTER TABLE \`pages_locales\` DROP COLUMN \`meta_description\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v_locales\` DROP COLUMN \`version_translated\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v_locales\` DROP COLUMN \`version_meta_title\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v_locales\` DROP COLUMN \`version_meta_description\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sha256\`;`)
  await db.run(sql`ALTER TABLE \`files\` DROP COLUMN \`sha256\`;`)
}
