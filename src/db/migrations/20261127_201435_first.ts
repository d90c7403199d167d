import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_opening\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`lead\` text,
  	\`action_label\` text,
  	\`action_href\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_opening_order_idx\` ON \`pages_blocks_opening\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_opening_parent_id_idx\` ON \`pages_blocks_opening\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_opening_path_idx\` ON \`pages_blocks_opening\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_opening_locale_idx\` ON \`pages_blocks_opening\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_rich_text\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`content\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_rich_text_order_idx\` ON \`pages_blocks_rich_text\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_rich_text_parent_id_idx\` ON \`pages_blocks_rich_text\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_rich_text_path_idx\` ON \`pages_blocks_rich_text\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_rich_text_locale_idx\` ON \`pages_blocks_rich_text\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_values_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_values\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_values_items_order_idx\` ON \`pages_blocks_values_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_values_items_parent_id_idx\` ON \`pages_blocks_values_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_values_items_locale_idx\` ON \`pages_blocks_values_items\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_values\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_values_order_idx\` ON \`pages_blocks_values\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_values_parent_id_idx\` ON \`pages_blocks_values\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_values_path_idx\` ON \`pages_blocks_values\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_values_locale_idx\` ON \`pages_blocks_values\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_call_to_join\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	\`action_label\` text,
  	\`action_href\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_call_to_join_order_idx\` ON \`pages_blocks_call_to_join\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_call_to_join_parent_id_idx\` ON \`pages_blocks_call_to_join\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_call_to_join_path_idx\` ON \`pages_blocks_call_to_join\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_call_to_join_locale_idx\` ON \`pages_blocks_call_to_join\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_quote\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`author\` text,
  	\`role\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_quote_order_idx\` ON \`pages_blocks_quote\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_quote_parent_id_idx\` ON \`pages_blocks_quote\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_quote_path_idx\` ON \`pages_blocks_quote\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_quote_locale_idx\` ON \`pages_blocks_quote\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_commitments_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_commitments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_commitments_items_order_idx\` ON \`pages_blocks_commitments_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_commitments_items_parent_id_idx\` ON \`pages_blocks_commitments_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_commitments_items_locale_idx\` ON \`pages_blocks_commitments_items\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_commitments\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`lead\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_commitments_order_idx\` ON \`pages_blocks_commitments\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_commitments_parent_id_idx\` ON \`pages_blocks_commitments\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_commitments_path_idx\` ON \`pages_blocks_commitments\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_commitments_locale_idx\` ON \`pages_blocks_commitments\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_questions_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`question\` text,
  	\`answer\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_questions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_questions_items_order_idx\` ON \`pages_blocks_questions_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_questions_items_parent_id_idx\` ON \`pages_blocks_questions_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_questions_items_locale_idx\` ON \`pages_blocks_questions_items\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_questions_order_idx\` ON \`pages_blocks_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_questions_parent_id_idx\` ON \`pages_blocks_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_questions_path_idx\` ON \`pages_blocks_questions\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_questions_locale_idx\` ON \`pages_blocks_questions\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_image_with_text\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`image_id\` text(36),
  	\`caption\` text,
  	\`side\` text DEFAULT 'start',
  	\`title\` text,
  	\`content\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_image_with_text_order_idx\` ON \`pages_blocks_image_with_text\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_image_with_text_parent_id_idx\` ON \`pages_blocks_image_with_text\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_image_with_text_path_idx\` ON \`pages_blocks_image_with_text\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_image_with_text_locale_idx\` ON \`pages_blocks_image_with_text\` (\`_locale\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_image_with_text_image_idx\` ON \`pages_blocks_image_with_text\` (\`image_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_logos_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`image_id\` text(36),
  	\`name\` text,
  	\`href\` text,
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_logos\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_logos_items_order_idx\` ON \`pages_blocks_logos_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_logos_items_parent_id_idx\` ON \`pages_blocks_logos_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_logos_items_locale_idx\` ON \`pages_blocks_logos_items\` (\`_locale\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_logos_items_image_idx\` ON \`pages_blocks_logos_items\` (\`image_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_logos\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_logos_order_idx\` ON \`pages_blocks_logos\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_logos_parent_id_idx\` ON \`pages_blocks_logos\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_logos_path_idx\` ON \`pages_blocks_logos\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_logos_locale_idx\` ON \`pages_blocks_logos\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_figures_shown\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`pages_blocks_figures\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_figures_shown_order_idx\` ON \`pages_blocks_figures_shown\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_figures_shown_parent_idx\` ON \`pages_blocks_figures_shown\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_figures_shown_locale_idx\` ON \`pages_blocks_figures_shown\` (\`locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_figures\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_figures_order_idx\` ON \`pages_blocks_figures\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_figures_parent_id_idx\` ON \`pages_blocks_figures\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_figures_path_idx\` ON \`pages_blocks_figures\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_figures_locale_idx\` ON \`pages_blocks_figures\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_governance\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`body_id\` text(36),
  	\`block_name\` text,
  	FOREIGN KEY (\`body_id\`) REFERENCES \`governance_bodies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_governance_order_idx\` ON \`pages_blocks_governance\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_governance_parent_id_idx\` ON \`pages_blocks_governance\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_governance_path_idx\` ON \`pages_blocks_governance\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_governance_locale_idx\` ON \`pages_blocks_governance\` (\`_locale\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_governance_body_idx\` ON \`pages_blocks_governance\` (\`body_id\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_members\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`kind\` text,
  	\`region\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_members_order_idx\` ON \`pages_blocks_members\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_members_parent_id_idx\` ON \`pages_blocks_members\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_members_path_idx\` ON \`pages_blocks_members\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_members_locale_idx\` ON \`pages_blocks_members\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_latest_publications\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`kind\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_latest_publications_order_idx\` ON \`pages_blocks_latest_publications\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_latest_publications_parent_id_idx\` ON \`pages_blocks_latest_publications\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_latest_publications_path_idx\` ON \`pages_blocks_latest_publications\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_latest_publications_locale_idx\` ON \`pages_blocks_latest_publications\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_coming_events\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_coming_events_order_idx\` ON \`pages_blocks_coming_events\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_coming_events_parent_id_idx\` ON \`pages_blocks_coming_events\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_coming_events_path_idx\` ON \`pages_blocks_coming_events\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_coming_events_locale_idx\` ON \`pages_blocks_coming_events\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`slug\` text,
  	\`parent_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_slug_idx\` ON \`pages\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`pages_parent_idx\` ON \`pages\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_updated_at_idx\` ON \`pages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`pages_created_at_idx\` ON \`pages\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`pages__status_idx\` ON \`pages\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`pages_locales\` (
  	\`title\` text,
  	\`summary\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_locales_locale_parent_id_unique\` ON \`pages_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_opening\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`lead\` text,
  	\`action_label\` text,
  	\`action_href\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_opening_order_idx\` ON \`_pages_v_blocks_opening\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_opening_parent_id_idx\` ON \`_pages_v_blocks_opening\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_opening_path_idx\` ON \`_pages_v_blocks_opening\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_opening_locale_idx\` ON \`_pages_v_blocks_opening\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_rich_text\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`content\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_rich_text_order_idx\` ON \`_pages_v_blocks_rich_text\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_rich_text_parent_id_idx\` ON \`_pages_v_blocks_rich_text\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_rich_text_path_idx\` ON \`_pages_v_blocks_rich_text\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_rich_text_locale_idx\` ON \`_pages_v_blocks_rich_text\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_values_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_values\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_values_items_order_idx\` ON \`_pages_v_blocks_values_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_values_items_parent_id_idx\` ON \`_pages_v_blocks_values_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_values_items_locale_idx\` ON \`_pages_v_blocks_values_items\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_values\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_values_order_idx\` ON \`_pages_v_blocks_values\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_values_parent_id_idx\` ON \`_pages_v_blocks_values\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_values_path_idx\` ON \`_pages_v_blocks_values\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_values_locale_idx\` ON \`_pages_v_blocks_values\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_call_to_join\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	\`action_label\` text,
  	\`action_href\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_call_to_join_order_idx\` ON \`_pages_v_blocks_call_to_join\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_call_to_join_parent_id_idx\` ON \`_pages_v_blocks_call_to_join\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_call_to_join_path_idx\` ON \`_pages_v_blocks_call_to_join\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_call_to_join_locale_idx\` ON \`_pages_v_blocks_call_to_join\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_quote\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`author\` text,
  	\`role\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_quote_order_idx\` ON \`_pages_v_blocks_quote\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_quote_parent_id_idx\` ON \`_pages_v_blocks_quote\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_quote_path_idx\` ON \`_pages_v_blocks_quote\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_quote_locale_idx\` ON \`_pages_v_blocks_quote\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_commitments_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_commitments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_commitments_items_order_idx\` ON \`_pages_v_blocks_commitments_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_commitments_items_parent_id_idx\` ON \`_pages_v_blocks_commitments_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_commitments_items_locale_idx\` ON \`_pages_v_blocks_commitments_items\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_commitments\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`lead\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_commitments_order_idx\` ON \`_pages_v_blocks_commitments\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_commitments_parent_id_idx\` ON \`_pages_v_blocks_commitments\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_commitments_path_idx\` ON \`_pages_v_blocks_commitments\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_commitments_locale_idx\` ON \`_pages_v_blocks_commitments\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_questions_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`question\` text,
  	\`answer\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_questions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_questions_items_order_idx\` ON \`_pages_v_blocks_questions_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_questions_items_parent_id_idx\` ON \`_pages_v_blocks_questions_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_questions_items_locale_idx\` ON \`_pages_v_blocks_questions_items\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_questions_order_idx\` ON \`_pages_v_blocks_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_questions_parent_id_idx\` ON \`_pages_v_blocks_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_questions_path_idx\` ON \`_pages_v_blocks_questions\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_questions_locale_idx\` ON \`_pages_v_blocks_questions\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_image_with_text\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`image_id\` text(36),
  	\`caption\` text,
  	\`side\` text DEFAULT 'start',
  	\`title\` text,
  	\`content\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_image_with_text_order_idx\` ON \`_pages_v_blocks_image_with_text\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_image_with_text_parent_id_idx\` ON \`_pages_v_blocks_image_with_text\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_image_with_text_path_idx\` ON \`_pages_v_blocks_image_with_text\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_image_with_text_locale_idx\` ON \`_pages_v_blocks_image_with_text\` (\`_locale\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_image_with_text_image_idx\` ON \`_pages_v_blocks_image_with_text\` (\`image_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_logos_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`image_id\` text(36),
  	\`name\` text,
  	\`href\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_logos\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_logos_items_order_idx\` ON \`_pages_v_blocks_logos_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_logos_items_parent_id_idx\` ON \`_pages_v_blocks_logos_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_logos_items_locale_idx\` ON \`_pages_v_blocks_logos_items\` (\`_locale\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_logos_items_image_idx\` ON \`_pages_v_blocks_logos_items\` (\`image_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_logos\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_logos_order_idx\` ON \`_pages_v_blocks_logos\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_logos_parent_id_idx\` ON \`_pages_v_blocks_logos\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_logos_path_idx\` ON \`_pages_v_blocks_logos\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_logos_locale_idx\` ON \`_pages_v_blocks_logos\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_figures_shown\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_pages_v_blocks_figures\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_figures_shown_order_idx\` ON \`_pages_v_blocks_figures_shown\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_figures_shown_parent_idx\` ON \`_pages_v_blocks_figures_shown\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_figures_shown_locale_idx\` ON \`_pages_v_blocks_figures_shown\` (\`locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_figures\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_figures_order_idx\` ON \`_pages_v_blocks_figures\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_figures_parent_id_idx\` ON \`_pages_v_blocks_figures\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_figures_path_idx\` ON \`_pages_v_blocks_figures\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_figures_locale_idx\` ON \`_pages_v_blocks_figures\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_governance\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`body_id\` text(36),
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`body_id\`) REFERENCES \`governance_bodies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_governance_order_idx\` ON \`_pages_v_blocks_governance\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_governance_parent_id_idx\` ON \`_pages_v_blocks_governance\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_governance_path_idx\` ON \`_pages_v_blocks_governance\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_governance_locale_idx\` ON \`_pages_v_blocks_governance\` (\`_locale\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_governance_body_idx\` ON \`_pages_v_blocks_governance\` (\`body_id\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_members\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`kind\` text,
  	\`region\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_members_order_idx\` ON \`_pages_v_blocks_members\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_members_parent_id_idx\` ON \`_pages_v_blocks_members\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_members_path_idx\` ON \`_pages_v_blocks_members\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_members_locale_idx\` ON \`_pages_v_blocks_members\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_latest_publications\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`kind\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_latest_publications_order_idx\` ON \`_pages_v_blocks_latest_publications\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_latest_publications_parent_id_idx\` ON \`_pages_v_blocks_latest_publications\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_latest_publications_path_idx\` ON \`_pages_v_blocks_latest_publications\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_latest_publications_locale_idx\` ON \`_pages_v_blocks_latest_publications\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_coming_events\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_coming_events_order_idx\` ON \`_pages_v_blocks_coming_events\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_coming_events_parent_id_idx\` ON \`_pages_v_blocks_coming_events\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_coming_events_path_idx\` ON \`_pages_v_blocks_coming_events\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_coming_events_locale_idx\` ON \`_pages_v_blocks_coming_events\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v\` (
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
  await db.run(sql`CREATE TABLE \`_pages_v_locales\` (
  	\`version_title\` text,
  	\`version_summary\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_pages_v_locales_locale_parent_id_unique\` ON \`_pages_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`publications_themes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`publications_themes_order_idx\` ON \`publications_themes\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`publications_themes_parent_idx\` ON \`publications_themes\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`publications_regions\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`publications_regions_order_idx\` ON \`publications_regions\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`publications_regions_parent_idx\` ON \`publications_regions\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`publications_errata\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`day\` text,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`publications_errata_order_idx\` ON \`publications_errata\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`publications_errata_parent_id_idx\` ON \`publications_errata\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`publications\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`kind\` text,
  	\`abstract\` text,
  	\`body\` text,
  	\`pdf_id\` text(36),
  	\`source\` text,
  	\`deadline\` text,
  	\`slug\` text,
  	\`published_on\` text,
  	\`embargo_until\` text,
  	\`embargountil_tz\` text DEFAULT 'Europe/Paris',
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`pdf_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`publications_kind_idx\` ON \`publications\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`publications_pdf_idx\` ON \`publications\` (\`pdf_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`publications_slug_idx\` ON \`publications\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`publications_published_on_idx\` ON \`publications\` (\`published_on\`);`)
  await db.run(sql`CREATE INDEX \`publications_embargo_until_idx\` ON \`publications\` (\`embargo_until\`);`)
  await db.run(sql`CREATE INDEX \`publications_updated_at_idx\` ON \`publications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`publications_created_at_idx\` ON \`publications\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`publications__status_idx\` ON \`publications\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`_status_publishedOn_idx\` ON \`publications\` (\`_status\`,\`published_on\`);`)
  await db.run(sql`CREATE TABLE \`publications_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`publications_texts_order_parent\` ON \`publications_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_publications_v_version_themes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_publications_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_publications_v_version_themes_order_idx\` ON \`_publications_v_version_themes\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_version_themes_parent_idx\` ON \`_publications_v_version_themes\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_publications_v_version_regions\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_publications_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_publications_v_version_regions_order_idx\` ON \`_publications_v_version_regions\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_version_regions_parent_idx\` ON \`_publications_v_version_regions\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_publications_v_version_errata\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`day\` text,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_publications_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_publications_v_version_errata_order_idx\` ON \`_publications_v_version_errata\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_version_errata_parent_id_idx\` ON \`_publications_v_version_errata\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_publications_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_kind\` text,
  	\`version_abstract\` text,
  	\`version_body\` text,
  	\`version_pdf_id\` text(36),
  	\`version_source\` text,
  	\`version_deadline\` text,
  	\`version_slug\` text,
  	\`version_published_on\` text,
  	\`version_embargo_until\` text,
  	\`version_embargountil_tz\` text DEFAULT 'Europe/Paris',
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_pdf_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_publications_v_parent_idx\` ON \`_publications_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_version_version_kind_idx\` ON \`_publications_v\` (\`version_kind\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_version_version_pdf_idx\` ON \`_publications_v\` (\`version_pdf_id\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_version_version_slug_idx\` ON \`_publications_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_version_version_published_on_idx\` ON \`_publications_v\` (\`version_published_on\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_version_version_embargo_until_idx\` ON \`_publications_v\` (\`version_embargo_until\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_version_version_updated_at_idx\` ON \`_publications_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_version_version_created_at_idx\` ON \`_publications_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_version_version__status_idx\` ON \`_publications_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_created_at_idx\` ON \`_publications_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_updated_at_idx\` ON \`_publications_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_snapshot_idx\` ON \`_publications_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_published_locale_idx\` ON \`_publications_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_publications_v_latest_idx\` ON \`_publications_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`version__status_version_publishedOn_idx\` ON \`_publications_v\` (\`version__status\`,\`version_published_on\`);`)
  await db.run(sql`CREATE TABLE \`_publications_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_publications_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_publications_v_texts_order_parent\` ON \`_publications_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`events_speakers\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`role\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`events\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`events_speakers_order_idx\` ON \`events_speakers\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`events_speakers_parent_id_idx\` ON \`events_speakers\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`events_documents\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`file_id\` text(36),
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`events\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`events_documents_order_idx\` ON \`events_documents\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`events_documents_parent_id_idx\` ON \`events_documents\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`events_documents_file_idx\` ON \`events_documents\` (\`file_id\`);`)
  await db.run(sql`CREATE TABLE \`events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`kind\` text,
  	\`starts_at\` text,
  	\`startsat_tz\` text DEFAULT 'Europe/Paris',
  	\`ends_at\` text,
  	\`endsat_tz\` text DEFAULT 'Europe/Paris',
  	\`place\` text,
  	\`link\` text,
  	\`region\` text,
  	\`summary\` text,
  	\`programme\` text,
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE INDEX \`events_starts_at_idx\` ON \`events\` (\`starts_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`events_slug_idx\` ON \`events\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`events_updated_at_idx\` ON \`events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`events_created_at_idx\` ON \`events\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`events__status_idx\` ON \`events\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`_status_startsAt_idx\` ON \`events\` (\`_status\`,\`starts_at\`);`)
  await db.run(sql`CREATE TABLE \`_events_v_version_speakers\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`role\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_events_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_events_v_version_speakers_order_idx\` ON \`_events_v_version_speakers\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_speakers_parent_id_idx\` ON \`_events_v_version_speakers\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_events_v_version_documents\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`file_id\` text(36),
  	\`_uuid\` text,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_events_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_events_v_version_documents_order_idx\` ON \`_events_v_version_documents\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_documents_parent_id_idx\` ON \`_events_v_version_documents\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_documents_file_idx\` ON \`_events_v_version_documents\` (\`file_id\`);`)
  await db.run(sql`CREATE TABLE \`_events_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_kind\` text,
  	\`version_starts_at\` text,
  	\`version_startsat_tz\` text DEFAULT 'Europe/Paris',
  	\`version_ends_at\` text,
  	\`version_endsat_tz\` text DEFAULT 'Europe/Paris',
  	\`version_place\` text,
  	\`version_link\` text,
  	\`version_region\` text,
  	\`version_summary\` text,
  	\`version_programme\` text,
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`events\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_events_v_parent_idx\` ON \`_events_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_starts_at_idx\` ON \`_events_v\` (\`version_starts_at\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_slug_idx\` ON \`_events_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_updated_at_idx\` ON \`_events_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_created_at_idx\` ON \`_events_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version__status_idx\` ON \`_events_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_created_at_idx\` ON \`_events_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_updated_at_idx\` ON \`_events_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_snapshot_idx\` ON \`_events_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_published_locale_idx\` ON \`_events_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_latest_idx\` ON \`_events_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`version__status_version_startsAt_idx\` ON \`_events_v\` (\`version__status\`,\`version_starts_at\`);`)
  await db.run(sql`CREATE TABLE \`documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`day\` text NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`visibility\` text DEFAULT 'members' NOT NULL,
  	\`body_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`body_id\`) REFERENCES \`governance_bodies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`documents_day_idx\` ON \`documents\` (\`day\`);`)
  await db.run(sql`CREATE INDEX \`documents_file_idx\` ON \`documents\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_body_idx\` ON \`documents\` (\`body_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_updated_at_idx\` ON \`documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`documents_created_at_idx\` ON \`documents\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`visibility_day_idx\` ON \`documents\` (\`visibility\`,\`day\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`decorative\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	\`sizes_small_url\` text,
  	\`sizes_small_width\` numeric,
  	\`sizes_small_height\` numeric,
  	\`sizes_small_mime_type\` text,
  	\`sizes_small_filesize\` numeric,
  	\`sizes_small_filename\` text,
  	\`sizes_large_url\` text,
  	\`sizes_large_width\` numeric,
  	\`sizes_large_height\` numeric,
  	\`sizes_large_mime_type\` text,
  	\`sizes_large_filesize\` numeric,
  	\`sizes_large_filename\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_small_sizes_small_filename_idx\` ON \`media\` (\`sizes_small_filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_large_sizes_large_filename_idx\` ON \`media\` (\`sizes_large_filename\`);`)
  await db.run(sql`CREATE TABLE \`media_locales\` (
  	\`title\` text,
  	\`alt\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`media_locales_locale_parent_id_unique\` ON \`media_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`files\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric
  );
  `)
  await db.run(sql`CREATE INDEX \`files_updated_at_idx\` ON \`files\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`files_created_at_idx\` ON \`files\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`files_filename_idx\` ON \`files\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`redirects\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`from\` text NOT NULL,
  	\`page_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`page_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`redirects_from_idx\` ON \`redirects\` (\`from\`);`)
  await db.run(sql`CREATE INDEX \`redirects_page_idx\` ON \`redirects\` (\`page_id\`);`)
  await db.run(sql`CREATE INDEX \`redirects_updated_at_idx\` ON \`redirects\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`redirects_created_at_idx\` ON \`redirects\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`adhesions_organisation_qualiopi_categories\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`adhesions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`adhesions_organisation_qualiopi_categories_order_idx\` ON \`adhesions_organisation_qualiopi_categories\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_organisation_qualiopi_categories_parent_idx\` ON \`adhesions_organisation_qualiopi_categories\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`adhesions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`reference\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`status\` text NOT NULL,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`slot\` text NOT NULL,
  	\`identifier_key\` text NOT NULL,
  	\`search_key\` text,
  	\`ever_submitted\` integer DEFAULT false,
  	\`organisation_legal_name\` text NOT NULL,
  	\`organisation_acronym\` text,
  	\`organisation_legal_form\` text,
  	\`organisation_siret\` text,
  	\`organisation_siren\` text,
  	\`organisation_country\` text DEFAULT 'FR',
  	\`organisation_register_number\` text,
  	\`organisation_rna\` text,
  	\`organisation_nda\` text,
  	\`organisation_qualiopi_status\` text,
  	\`organisation_qualiopi_certifier\` text,
  	\`organisation_qualiopi_certificate_number\` text,
  	\`organisation_qualiopi_valid_from\` text,
  	\`organisation_qualiopi_valid_until\` text,
  	\`organisation_address_line1\` text,
  	\`organisation_address_line2\` text,
  	\`organisation_address_postal_code\` text,
  	\`organisation_address_city\` text,
  	\`organisation_address_region\` text,
  	\`organisation_website\` text,
  	\`organisation_description\` text,
  	\`representative_first_name\` text NOT NULL,
  	\`representative_last_name\` text NOT NULL,
  	\`representative_function\` text,
  	\`representative_capacity\` text,
  	\`representative_email\` text NOT NULL,
  	\`representative_phone\` text,
  	\`contact_first_name\` text,
  	\`contact_last_name\` text,
  	\`contact_function\` text,
  	\`contact_email\` text,
  	\`contact_phone\` text,
  	\`representative_email_key\` text NOT NULL,
  	\`contact_email_key\` text,
  	\`motivation\` text,
  	\`privacy_notice_version\` text,
  	\`charter_version_id\` text(36) NOT NULL,
  	\`signature_id\` text(36),
  	\`signed_at\` text,
  	\`entered_state_at\` text NOT NULL,
  	\`claimed_by_id\` text(36),
  	\`claimed_at\` text,
  	\`power_to_bind_source\` text,
  	\`power_to_bind_checked_by_id\` text(36),
  	\`power_to_bind_checked_at\` text,
  	\`round\` numeric DEFAULT 0,
  	\`ballot_id\` text(36),
  	\`decided_on\` text,
  	\`member_id\` text(36),
  	\`refusal_text\` text,
  	\`refusal_approved_by_id\` text(36),
  	\`refusal_notified_at\` text,
  	\`refusal_overdue_notice_at\` text,
  	\`close_reason\` text,
  	\`ended_at\` text,
  	\`reopen_agreement\` text,
  	\`expiry_notice_at\` text,
  	\`link_sent_at\` text,
  	\`opened_by\` text,
  	\`warnings\` text,
  	\`anonymised_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`charter_version_id\`) REFERENCES \`charter_versions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`signature_id\`) REFERENCES \`charter_signatures\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`claimed_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`power_to_bind_checked_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`ballot_id\`) REFERENCES \`ballots\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`member_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`refusal_approved_by_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`adhesions_reference_idx\` ON \`adhesions\` (\`reference\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_status_idx\` ON \`adhesions\` (\`status\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`adhesions_slot_idx\` ON \`adhesions\` (\`slot\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_identifier_key_idx\` ON \`adhesions\` (\`identifier_key\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_search_key_idx\` ON \`adhesions\` (\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_ever_submitted_idx\` ON \`adhesions\` (\`ever_submitted\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_organisation_organisation_siren_idx\` ON \`adhesions\` (\`organisation_siren\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_representative_email_key_idx\` ON \`adhesions\` (\`representative_email_key\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_contact_email_key_idx\` ON \`adhesions\` (\`contact_email_key\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_charter_version_idx\` ON \`adhesions\` (\`charter_version_id\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_signature_idx\` ON \`adhesions\` (\`signature_id\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_claimed_by_idx\` ON \`adhesions\` (\`claimed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_power_to_bind_power_to_bind_checked_by_idx\` ON \`adhesions\` (\`power_to_bind_checked_by_id\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_ballot_idx\` ON \`adhesions\` (\`ballot_id\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_member_idx\` ON \`adhesions\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_refusal_refusal_approved_by_idx\` ON \`adhesions\` (\`refusal_approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_updated_at_idx\` ON \`adhesions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_created_at_idx\` ON \`adhesions\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_createdAt_idx\` ON \`adhesions\` (\`status\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_enteredStateAt_idx\` ON \`adhesions\` (\`status\`,\`entered_state_at\`);`)
  await db.run(sql`CREATE INDEX \`everSubmitted_createdAt_idx\` ON \`adhesions\` (\`ever_submitted\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`information_requests\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`adhesion_id\` text(36) NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`question\` text NOT NULL,
  	\`deadline\` text NOT NULL,
  	\`asked_by_id\` text(36) NOT NULL,
  	\`asked_at\` text NOT NULL,
  	\`status\` text NOT NULL,
  	\`answer\` text,
  	\`answered_at\` text,
  	\`answered_by_id\` text(36),
  	\`source\` text,
  	\`cancel_reason\` text,
  	\`reminded_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`adhesion_id\`) REFERENCES \`adhesions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`asked_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`answered_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`information_requests_adhesion_idx\` ON \`information_requests\` (\`adhesion_id\`);`)
  await db.run(sql`CREATE INDEX \`information_requests_asked_by_idx\` ON \`information_requests\` (\`asked_by_id\`);`)
  await db.run(sql`CREATE INDEX \`information_requests_answered_by_idx\` ON \`information_requests\` (\`answered_by_id\`);`)
  await db.run(sql`CREATE INDEX \`information_requests_updated_at_idx\` ON \`information_requests\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`information_requests_created_at_idx\` ON \`information_requests\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`adhesion_number_idx\` ON \`information_requests\` (\`adhesion_id\`,\`number\`);`)
  await db.run(sql`CREATE INDEX \`status_deadline_idx\` ON \`information_requests\` (\`status\`,\`deadline\`);`)
  await db.run(sql`CREATE TABLE \`attachments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`adhesion_id\` text(36),
  	\`member_id\` text(36),
  	\`request_id\` text(36),
  	\`title\` text NOT NULL,
  	\`source\` text NOT NULL,
  	\`sha256\` text NOT NULL,
  	\`added_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	FOREIGN KEY (\`adhesion_id\`) REFERENCES \`adhesions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`member_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`request_id\`) REFERENCES \`information_requests\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`added_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`attachments_adhesion_idx\` ON \`attachments\` (\`adhesion_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_member_idx\` ON \`attachments\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_request_idx\` ON \`attachments\` (\`request_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_added_by_idx\` ON \`attachments\` (\`added_by_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_updated_at_idx\` ON \`attachments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`attachments_created_at_idx\` ON \`attachments\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`attachments_filename_idx\` ON \`attachments\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`ballots\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`adhesion_id\` text(36) NOT NULL,
  	\`round\` numeric NOT NULL,
  	\`body_id\` text(36) NOT NULL,
  	\`mode\` text NOT NULL,
  	\`status\` text NOT NULL,
  	\`rule\` text NOT NULL,
  	\`electorate\` text NOT NULL,
  	\`recused\` text NOT NULL,
  	\`questions\` text,
  	\`chair_id\` text(36),
  	\`opens_at\` text NOT NULL,
  	\`closes_at\` text,
  	\`closed_at\` text,
  	\`half_notice_at\` text,
  	\`last_day_notice_at\` text,
  	\`swept_on\` text,
  	\`outcome\` text,
  	\`tally\` text,
  	\`session\` text,
  	\`recorded_by_id\` text(36),
  	\`confirmed_by_id\` text(36),
  	\`void_reason\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`adhesion_id\`) REFERENCES \`adhesions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`body_id\`) REFERENCES \`governance_bodies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`chair_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`recorded_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`confirmed_by_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`ballots_adhesion_idx\` ON \`ballots\` (\`adhesion_id\`);`)
  await db.run(sql`CREATE INDEX \`ballots_body_idx\` ON \`ballots\` (\`body_id\`);`)
  await db.run(sql`CREATE INDEX \`ballots_chair_idx\` ON \`ballots\` (\`chair_id\`);`)
  await db.run(sql`CREATE INDEX \`ballots_recorded_by_idx\` ON \`ballots\` (\`recorded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`ballots_confirmed_by_idx\` ON \`ballots\` (\`confirmed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`ballots_updated_at_idx\` ON \`ballots\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`ballots_created_at_idx\` ON \`ballots\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subject_round_idx\` ON \`ballots\` (\`subject\`,\`round\`);`)
  await db.run(sql`CREATE INDEX \`status_closesAt_idx\` ON \`ballots\` (\`status\`,\`closes_at\`);`)
  await db.run(sql`CREATE TABLE \`votes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`adhesion_id\` text(36) NOT NULL,
  	\`ballot_id\` text(36) NOT NULL,
  	\`person_id\` text(36) NOT NULL,
  	\`choice\` text NOT NULL,
  	\`reason\` text,
  	\`cast_at\` text NOT NULL,
  	\`live\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`adhesion_id\`) REFERENCES \`adhesions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`ballot_id\`) REFERENCES \`ballots\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`votes_adhesion_idx\` ON \`votes\` (\`adhesion_id\`);`)
  await db.run(sql`CREATE INDEX \`votes_ballot_idx\` ON \`votes\` (\`ballot_id\`);`)
  await db.run(sql`CREATE INDEX \`votes_person_idx\` ON \`votes\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`votes_updated_at_idx\` ON \`votes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`votes_created_at_idx\` ON \`votes\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`ballot_person_idx\` ON \`votes\` (\`ballot_id\`,\`person_id\`);`)
  await db.run(sql`CREATE TABLE \`journal\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`adhesion_id\` text(36),
  	\`rank\` numeric NOT NULL,
  	\`type\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`confidential\` integer DEFAULT false,
  	\`evidence\` text,
  	\`salt\` text,
  	\`evidence_hash\` text NOT NULL,
  	\`previous_hash\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`adhesion_id\`) REFERENCES \`adhesions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`journal_adhesion_idx\` ON \`journal\` (\`adhesion_id\`);`)
  await db.run(sql`CREATE INDEX \`journal_updated_at_idx\` ON \`journal\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`journal_created_at_idx\` ON \`journal\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subject_rank_idx\` ON \`journal\` (\`subject\`,\`rank\`);`)
  await db.run(sql`CREATE TABLE \`charter_signatures\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`method\` text NOT NULL,
  	\`adhesion_id\` text(36),
  	\`charter_version_id\` text(36) NOT NULL,
  	\`identifier_key\` text NOT NULL,
  	\`organisation_name\` text NOT NULL,
  	\`signatory\` text,
  	\`signed_at\` text NOT NULL,
  	\`evidence\` text,
  	\`salt\` text,
  	\`evidence_hash\` text NOT NULL,
  	\`scan_sha256\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`adhesion_id\`) REFERENCES \`adhesions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`charter_version_id\`) REFERENCES \`charter_versions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`charter_signatures_adhesion_idx\` ON \`charter_signatures\` (\`adhesion_id\`);`)
  await db.run(sql`CREATE INDEX \`charter_signatures_charter_version_idx\` ON \`charter_signatures\` (\`charter_version_id\`);`)
  await db.run(sql`CREATE INDEX \`charter_signatures_identifier_key_idx\` ON \`charter_signatures\` (\`identifier_key\`);`)
  await db.run(sql`CREATE INDEX \`charter_signatures_updated_at_idx\` ON \`charter_signatures\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`charter_signatures_created_at_idx\` ON \`charter_signatures\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`capabilities\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`uid\` text NOT NULL,
  	\`purpose\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`version\` numeric NOT NULL,
  	\`token_hash\` text NOT NULL,
  	\`expires_at\` text,
  	\`uses\` numeric DEFAULT 0,
  	\`used_at\` text,
  	\`revoked_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`capabilities_uid_idx\` ON \`capabilities\` (\`uid\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`capabilities_token_hash_idx\` ON \`capabilities\` (\`token_hash\`);`)
  await db.run(sql`CREATE INDEX \`capabilities_updated_at_idx\` ON \`capabilities\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`capabilities_created_at_idx\` ON \`capabilities\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`subject_purpose_idx\` ON \`capabilities\` (\`subject\`,\`purpose\`);`)
  await db.run(sql`CREATE TABLE \`messages\` (
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
  await db.run(sql`CREATE UNIQUE INDEX \`messages_key_idx\` ON \`messages\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`messages_subject_idx\` ON \`messages\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`messages_updated_at_idx\` ON \`messages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`messages_created_at_idx\` ON \`messages\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_notBefore_idx\` ON \`messages\` (\`status\`,\`not_before\`);`)
  await db.run(sql`CREATE INDEX \`recipientKey_sentAt_idx\` ON \`messages\` (\`recipient_key\`,\`sent_at\`);`)
  await db.run(sql`CREATE INDEX \`domain_sentAt_idx\` ON \`messages\` (\`domain\`,\`sent_at\`);`)
  await db.run(sql`CREATE TABLE \`counters\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`last\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`counters_key_idx\` ON \`counters\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`counters_updated_at_idx\` ON \`counters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`counters_created_at_idx\` ON \`counters\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`leases\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`holder\` text NOT NULL,
  	\`until\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`leases_key_idx\` ON \`leases\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`leases_updated_at_idx\` ON \`leases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`leases_created_at_idx\` ON \`leases\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`charter_versions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`title\` text NOT NULL,
  	\`binds\` text DEFAULT 'both' NOT NULL,
  	\`resign_required\` integer DEFAULT false,
  	\`content\` text NOT NULL,
  	\`signature_lines\` text,
  	\`canonical_text\` text,
  	\`status\` text DEFAULT 'draft' NOT NULL,
  	\`effective_on\` text,
  	\`deliberation\` text,
  	\`sha256\` text,
  	\`adopted_at\` text,
  	\`rev\` numeric DEFAULT 0,
  	\`pending\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`charter_versions_number_idx\` ON \`charter_versions\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`charter_versions_status_idx\` ON \`charter_versions\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`charter_versions_effective_on_idx\` ON \`charter_versions\` (\`effective_on\`);`)
  await db.run(sql`CREATE INDEX \`charter_versions_updated_at_idx\` ON \`charter_versions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`charter_versions_created_at_idx\` ON \`charter_versions\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_effectiveOn_idx\` ON \`charter_versions\` (\`status\`,\`effective_on\`);`)
  await db.run(sql`CREATE TABLE \`members_organisation_qualiopi_categories\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`members_organisation_qualiopi_categories_order_idx\` ON \`members_organisation_qualiopi_categories\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`members_organisation_qualiopi_categories_parent_idx\` ON \`members_organisation_qualiopi_categories\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`members\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`legal_name\` text NOT NULL,
  	\`acronym\` text,
  	\`directory_listed\` integer DEFAULT true,
  	\`directory_description\` text,
  	\`directory_website\` text,
  	\`directory_city\` text,
  	\`directory_region\` text,
  	\`kind\` text NOT NULL,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`effective_on\` text NOT NULL,
  	\`ended_on\` text,
  	\`origin\` text NOT NULL,
  	\`deliberation\` text,
  	\`adhesion_id\` text(36),
  	\`signature_id\` text(36),
  	\`network_id\` text(36),
  	\`organisation_legal_name\` text NOT NULL,
  	\`organisation_acronym\` text,
  	\`organisation_legal_form\` text,
  	\`organisation_siret\` text,
  	\`organisation_siren\` text,
  	\`organisation_country\` text DEFAULT 'FR',
  	\`organisation_register_number\` text,
  	\`organisation_rna\` text,
  	\`organisation_nda\` text,
  	\`organisation_qualiopi_status\` text,
  	\`organisation_qualiopi_certifier\` text,
  	\`organisation_qualiopi_certificate_number\` text,
  	\`organisation_qualiopi_valid_from\` text,
  	\`organisation_qualiopi_valid_until\` text,
  	\`organisation_address_line1\` text,
  	\`organisation_address_line2\` text,
  	\`organisation_address_postal_code\` text,
  	\`organisation_address_city\` text,
  	\`organisation_address_region\` text,
  	\`organisation_website\` text,
  	\`organisation_description\` text,
  	\`representative_first_name\` text,
  	\`representative_last_name\` text,
  	\`representative_function\` text,
  	\`representative_capacity\` text,
  	\`representative_email\` text,
  	\`representative_phone\` text,
  	\`contact_first_name\` text,
  	\`contact_last_name\` text,
  	\`contact_function\` text,
  	\`contact_email\` text,
  	\`contact_phone\` text,
  	\`slot\` text NOT NULL,
  	\`identifier_key\` text NOT NULL,
  	\`search_key\` text,
  	\`confirmed\` integer DEFAULT false,
  	\`entered_by_id\` text(36),
  	\`confirmed_by_id\` text(36),
  	\`confirmed_at\` text,
  	\`rev\` numeric DEFAULT 0,
  	\`pending\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`adhesion_id\`) REFERENCES \`adhesions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`signature_id\`) REFERENCES \`charter_signatures\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`network_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`entered_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`confirmed_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`members_directory_directory_listed_idx\` ON \`members\` (\`directory_listed\`);`)
  await db.run(sql`CREATE INDEX \`members_directory_directory_region_idx\` ON \`members\` (\`directory_region\`);`)
  await db.run(sql`CREATE INDEX \`members_kind_idx\` ON \`members\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`members_status_idx\` ON \`members\` (\`status\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`members_adhesion_idx\` ON \`members\` (\`adhesion_id\`);`)
  await db.run(sql`CREATE INDEX \`members_signature_idx\` ON \`members\` (\`signature_id\`);`)
  await db.run(sql`CREATE INDEX \`members_network_idx\` ON \`members\` (\`network_id\`);`)
  await db.run(sql`CREATE INDEX \`members_organisation_organisation_siren_idx\` ON \`members\` (\`organisation_siren\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`members_slot_idx\` ON \`members\` (\`slot\`);`)
  await db.run(sql`CREATE INDEX \`members_identifier_key_idx\` ON \`members\` (\`identifier_key\`);`)
  await db.run(sql`CREATE INDEX \`members_search_key_idx\` ON \`members\` (\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`members_confirmed_idx\` ON \`members\` (\`confirmed\`);`)
  await db.run(sql`CREATE INDEX \`members_entered_by_idx\` ON \`members\` (\`entered_by_id\`);`)
  await db.run(sql`CREATE INDEX \`members_confirmed_by_idx\` ON \`members\` (\`confirmed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`members_updated_at_idx\` ON \`members\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`members_created_at_idx\` ON \`members\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_searchKey_idx\` ON \`members\` (\`status\`,\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`confirmed_status_searchKey_idx\` ON \`members\` (\`confirmed\`,\`status\`,\`search_key\`);`)
  await db.run(sql`CREATE TABLE \`governance_bodies_joinable_by\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`governance_bodies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`governance_bodies_joinable_by_order_idx\` ON \`governance_bodies_joinable_by\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`governance_bodies_joinable_by_parent_idx\` ON \`governance_bodies_joinable_by\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`governance_bodies_competences\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`governance_bodies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`governance_bodies_competences_order_idx\` ON \`governance_bodies_competences\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`governance_bodies_competences_parent_idx\` ON \`governance_bodies_competences\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`governance_bodies\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`mission\` text,
  	\`rule_quorum_numerator\` numeric DEFAULT 1 NOT NULL,
  	\`rule_quorum_denominator\` numeric DEFAULT 2 NOT NULL,
  	\`rule_minimum_for\` numeric DEFAULT 2 NOT NULL,
  	\`rule_tie\` text DEFAULT 'refer' NOT NULL,
  	\`rule_proxies_per_person\` numeric DEFAULT 1 NOT NULL,
  	\`rule_proxies_count_for_quorum\` integer DEFAULT true,
  	\`rule_ballot_days\` numeric DEFAULT 10 NOT NULL,
  	\`rule_article\` text,
  	\`validation_slot\` text,
  	\`rev\` numeric DEFAULT 0,
  	\`pending\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`governance_bodies_slug_idx\` ON \`governance_bodies\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`governance_bodies_validation_slot_idx\` ON \`governance_bodies\` (\`validation_slot\`);`)
  await db.run(sql`CREATE INDEX \`governance_bodies_updated_at_idx\` ON \`governance_bodies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`governance_bodies_created_at_idx\` ON \`governance_bodies\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`mandates\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`person_id\` text(36) NOT NULL,
  	\`body_id\` text(36) NOT NULL,
  	\`role\` text DEFAULT 'member' NOT NULL,
  	\`on_behalf_of_id\` text(36),
  	\`first_day\` text NOT NULL,
  	\`last_day\` text,
  	\`deliberation\` text NOT NULL,
  	\`confirmed\` integer DEFAULT false,
  	\`entered_by_id\` text(36),
  	\`confirmed_by_id\` text(36),
  	\`confirmed_at\` text,
  	\`rev\` numeric DEFAULT 0,
  	\`pending\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`body_id\`) REFERENCES \`governance_bodies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`on_behalf_of_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`entered_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`confirmed_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`mandates_person_idx\` ON \`mandates\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`mandates_body_idx\` ON \`mandates\` (\`body_id\`);`)
  await db.run(sql`CREATE INDEX \`mandates_on_behalf_of_idx\` ON \`mandates\` (\`on_behalf_of_id\`);`)
  await db.run(sql`CREATE INDEX \`mandates_first_day_idx\` ON \`mandates\` (\`first_day\`);`)
  await db.run(sql`CREATE INDEX \`mandates_last_day_idx\` ON \`mandates\` (\`last_day\`);`)
  await db.run(sql`CREATE INDEX \`mandates_confirmed_idx\` ON \`mandates\` (\`confirmed\`);`)
  await db.run(sql`CREATE INDEX \`mandates_entered_by_idx\` ON \`mandates\` (\`entered_by_id\`);`)
  await db.run(sql`CREATE INDEX \`mandates_confirmed_by_idx\` ON \`mandates\` (\`confirmed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`mandates_updated_at_idx\` ON \`mandates\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mandates_created_at_idx\` ON \`mandates\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`person_confirmed_idx\` ON \`mandates\` (\`person_id\`,\`confirmed\`);`)
  await db.run(sql`CREATE INDEX \`body_confirmed_idx\` ON \`mandates\` (\`body_id\`,\`confirmed\`);`)
  await db.run(sql`CREATE TABLE \`people\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`first_name\` text NOT NULL,
  	\`last_name\` text NOT NULL,
  	\`name\` text,
  	\`email\` text,
  	\`email_key\` text,
  	\`account_id\` text(36),
  	\`account_slot\` text,
  	\`rev\` numeric DEFAULT 0,
  	\`pending\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`account_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`people_name_idx\` ON \`people\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`people_email_key_idx\` ON \`people\` (\`email_key\`);`)
  await db.run(sql`CREATE INDEX \`people_account_idx\` ON \`people\` (\`account_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`people_account_slot_idx\` ON \`people\` (\`account_slot\`);`)
  await db.run(sql`CREATE INDEX \`people_updated_at_idx\` ON \`people\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`people_created_at_idx\` ON \`people\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`identity_registers\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`number\` text,
  	\`href\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`identity\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`identity_registers_order_idx\` ON \`identity_registers\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`identity_registers_parent_id_idx\` ON \`identity_registers\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`identity\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`legal_name\` text,
  	\`rna\` text,
  	\`siren\` text,
  	\`seat\` text,
  	\`president\` text,
  	\`publication_director\` text,
  	\`email\` text,
  	\`phone\` text,
  	\`host\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`header_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`page_id\` text(36),
  	\`href\` text,
  	FOREIGN KEY (\`page_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`header\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`header_links_order_idx\` ON \`header_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`header_links_parent_id_idx\` ON \`header_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`header_links_page_idx\` ON \`header_links\` (\`page_id\`);`)
  await db.run(sql`CREATE TABLE \`header_links_locales\` (
  	\`label\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`header_links\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`header_links_locales_locale_parent_id_unique\` ON \`header_links_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`header\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`footer_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`page_id\` text(36),
  	\`href\` text,
  	FOREIGN KEY (\`page_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`footer\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`footer_links_order_idx\` ON \`footer_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`footer_links_parent_id_idx\` ON \`footer_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`footer_links_page_idx\` ON \`footer_links\` (\`page_id\`);`)
  await db.run(sql`CREATE TABLE \`footer_links_locales\` (
  	\`label\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`footer_links\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`footer_links_locales_locale_parent_id_unique\` ON \`footer_links_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`footer\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_opening\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_rich_text\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_values_items\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_values\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_call_to_join\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_quote\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_commitments_items\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_commitments\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_questions_items\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_questions\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_image_with_text\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_logos_items\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_logos\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_figures_shown\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_figures\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_governance\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_members\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_latest_publications\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_coming_events\`;`)
  await db.run(sql`DROP TABLE \`pages\`;`)
  await db.run(sql`DROP TABLE \`pages_locales\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_opening\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_rich_text\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_values_items\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_values\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_call_to_join\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_quote\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_commitments_items\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_commitments\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_questions_items\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_questions\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_image_with_text\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_logos_items\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_logos\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_figures_shown\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_figures\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_governance\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_members\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_latest_publications\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_coming_events\`;`)
  await db.run(sql`DROP TABLE \`_pages_v\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_locales\`;`)
  await db.run(sql`DROP TABLE \`publications_themes\`;`)
  await db.run(sql`DROP TABLE \`publications_regions\`;`)
  await db.run(sql`DROP TABLE \`publications_errata\`;`)
  await db.run(sql`DROP TABLE \`publications\`;`)
  await db.run(sql`DROP TABLE \`publications_texts\`;`)
  await db.run(sql`DROP TABLE \`_publications_v_version_themes\`;`)
  await db.run(sql`DROP TABLE \`_publications_v_version_regions\`;`)
  await db.run(sql`DROP TABLE \`_publications_v_version_errata\`;`)
  await db.run(sql`DROP TABLE \`_publications_v\`;`)
  await db.run(sql`DROP TABLE \`_publications_v_texts\`;`)
  await db.run(sql`DROP TABLE \`events_speakers\`;`)
  await db.run(sql`DROP TABLE \`events_documents\`;`)
  await db.run(sql`DROP TABLE \`events\`;`)
  await db.run(sql`DROP TABLE \`_events_v_version_speakers\`;`)
  await db.run(sql`DROP TABLE \`_events_v_version_documents\`;`)
  await db.run(sql`DROP TABLE \`_events_v\`;`)
  await db.run(sql`DROP TABLE \`documents\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`media_locales\`;`)
  await db.run(sql`DROP TABLE \`files\`;`)
  await db.run(sql`DROP TABLE \`redirects\`;`)
  await db.run(sql`DROP TABLE \`adhesions_organisation_qualiopi_categories\`;`)
  await db.run(sql`DROP TABLE \`adhesions\`;`)
  await db.run(sql`DROP TABLE \`information_requests\`;`)
  await db.run(sql`DROP TABLE \`attachments\`;`)
  await db.run(sql`DROP TABLE \`ballots\`;`)
  await db.run(sql`DROP TABLE \`votes\`;`)
  await db.run(sql`DROP TABLE \`journal\`;`)
  await db.run(sql`DROP TABLE \`charter_signatures\`;`)
  await db.run(sql`DROP TABLE \`capabilities\`;`)
  await db.run(sql`DROP TABLE \`messages\`;`)
  await db.run(sql`DROP TABLE \`counters\`;`)
  await db.run(sql`DROP TABLE \`leases\`;`)
  await db.run(sql`DROP TABLE \`charter_versions\`;`)
  await db.run(sql`DROP TABLE \`members_organisation_qualiopi_categories\`;`)
  await db.run(sql`DROP TABLE \`members\`;`)
  await db.run(sql`DROP TABLE \`governance_bodies_joinable_by\`;`)
  await db.run(sql`DROP TABLE \`governance_bodies_competences\`;`)
  await db.run(sql`DROP TABLE \`governance_bodies\`;`)
  await db.run(sql`DROP TABLE \`mandates\`;`)
  await db.run(sql`DROP TABLE \`people\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`identity_registers\`;`)
  await db.run(sql`DROP TABLE \`identity\`;`)
  await db.run(sql`DROP TABLE \`header_links\`;`)
  await db.run(sql`DROP TABLE \`header_links_locales\`;`)
  await db.run(sql`DROP TABLE \`header\`;`)
  await db.run(sql`DROP TABLE \`footer_links\`;`)
  await db.run(sql`DROP TABLE \`footer_links_locales\`;`)
  await db.run(sql`DROP TABLE \`footer\`;`)
}
