import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`api_keys_scopes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`api_keys\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`api_keys_scopes_order_idx\` ON \`api_keys_scopes\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_scopes_parent_idx\` ON \`api_keys_scopes\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`api_keys\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`label\` text NOT NULL,
  	\`member_id\` text(36) NOT NULL,
  	\`contact_first_name\` text NOT NULL,
  	\`contact_last_name\` text NOT NULL,
  	\`contact_email\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`reason\` text,
  	\`key_hash\` text,
  	\`confirmed\` integer DEFAULT false NOT NULL,
  	\`proposed_as\` text NOT NULL,
  	\`entered_by_id\` text(36),
  	\`confirmed_by_id\` text(36),
  	\`confirmed_at\` text,
  	\`revoked_at\` text,
  	\`revoked_by_id\` text(36),
  	\`revocation_reason\` text,
  	\`last_used_at\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`member_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`entered_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`confirmed_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`revoked_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`api_keys_member_idx\` ON \`api_keys\` (\`member_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`api_keys_key_hash_idx\` ON \`api_keys\` (\`key_hash\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_entered_by_idx\` ON \`api_keys\` (\`entered_by_id\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_confirmed_by_idx\` ON \`api_keys\` (\`confirmed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_revoked_by_idx\` ON \`api_keys\` (\`revoked_by_id\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_updated_at_idx\` ON \`api_keys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_created_at_idx\` ON \`api_keys\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`adhesions\` ADD \`federation_id\` text(36) REFERENCES members(id) ON DELETE SET NULL;`)
  await db.run(sql`ALTER TABLE \`adhesions\` ADD \`api_key_id\` text(36) REFERENCES api_keys(id) ON DELETE SET NULL;`)
  await db.run(sql`ALTER TABLE \`adhesions\` ADD \`federation_contact\` text;`)
  await db.run(sql`ALTER TABLE \`adhesions\` ADD \`federation_contact_key\` text;`)
  await db.run(sql`ALTER TABLE \`adhesions\` ADD \`submitted_under\` text;`)
  await db.run(sql`CREATE INDEX \`adhesions_federation_idx\` ON \`adhesions\` (\`federation_id\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_api_key_idx\` ON \`adhesions\` (\`api_key_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`adhesions_submitted_under_idx\` ON \`adhesions\` (\`submitted_under\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`api_keys_scopes\`;`)
  await db.run(sql`DROP TABLE \`api_keys\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_adhesions\` (
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
  	\`representative_proven_key\` text,
  	\`contact_proven_key\` text,
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
  	\`current_round_id\` text(36),
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
  	\`warnings\` text,
  	\`anonymised_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`charter_version_id\`) REFERENCES \`charter_versions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`signature_id\`) REFERENCES \`charter_signatures\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`claimed_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`power_to_bind_checked_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`current_round_id\`) REFERENCES \`rounds\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`member_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`refusal_approved_by_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_adhesions\`("id", "title", "reference", "kind", "status", "rev", "slot", "identifier_key", "search_key", "ever_submitted", "organisation_legal_name", "organisation_acronym", "organisation_legal_form", "organisation_siret", "organisation_siren", "organisation_country", "organisation_register_number", "organisation_rna", "organisation_nda", "organisation_qualiopi_status", "organisation_qualiopi_certifier", "organisation_qualiopi_certificate_number", "organisation_qualiopi_valid_from", "organisation_qualiopi_valid_until", "organisation_address_line1", "organisation_address_line2", "organisation_address_postal_code", "organisation_address_city", "organisation_address_region", "organisation_website", "organisation_description", "representative_first_name", "representative_last_name", "representative_function", "representative_capacity", "representative_email", "representative_phone", "contact_first_name", "contact_last_name", "contact_function", "contact_email", "contact_phone", "representative_email_key", "contact_email_key", "representative_proven_key", "contact_proven_key", "motivation", "privacy_notice_version", "charter_version_id", "signature_id", "signed_at", "entered_state_at", "claimed_by_id", "claimed_at", "power_to_bind_source", "power_to_bind_checked_by_id", "power_to_bind_checked_at", "round", "current_round_id", "decided_on", "member_id", "refusal_text", "refusal_approved_by_id", "refusal_notified_at", "refusal_overdue_notice_at", "close_reason", "ended_at", "reopen_agreement", "expiry_notice_at", "link_sent_at", "warnings", "anonymised_at", "updated_at", "created_at") SELECT "id", "title", "reference", "kind", "status", "rev", "slot", "identifier_key", "search_key", "ever_submitted", "organisation_legal_name", "organisation_acronym", "organisation_legal_form", "organisation_siret", "organisation_siren", "organisation_country", "organisation_register_number", "organisation_rna", "organisation_nda", "organisation_qualiopi_status", "organisation_qualiopi_certifier", "organisation_qualiopi_certificate_number", "organisation_qualiopi_valid_from", "organisation_qualiopi_valid_until", "organisation_address_line1", "organisation_address_line2", "organisation_address_postal_code", "organisation_address_city", "organisation_address_region", "organisation_website", "organisation_description", "representative_first_name", "representative_last_name", "representative_function", "representative_capacity", "representative_email", "representative_phone", "contact_first_name", "contact_last_name", "contact_function", "contact_email", "contact_phone", "representative_email_key", "contact_email_key", "representative_proven_key", "contact_proven_key", "motivation", "privacy_notice_version", "charter_version_id", "signature_id", "signed_at", "entered_state_at", "claimed_by_id", "claimed_at", "power_to_bind_source", "power_to_bind_checked_by_id", "power_to_bind_checked_at", "round", "current_round_id", "decided_on", "member_id", "refusal_text", "refusal_approved_by_id", "refusal_notified_at", "refusal_overdue_notice_at", "close_reason", "ended_at", "reopen_agreement", "expiry_notice_at", "link_sent_at", "warnings", "anonymised_at", "updated_at", "created_at" FROM \`adhesions\`;`)
  await db.run(sql`DROP TABLE \`adhesions\`;`)
  await db.run(sql`ALTER TABLE \`__new_adhesions\` RENAME TO \`adhesions\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
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
  await db.run(sql`CREATE INDEX \`adhesions_current_round_idx\` ON \`adhesions\` (\`current_round_id\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_member_idx\` ON \`adhesions\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_refusal_refusal_approved_by_idx\` ON \`adhesions\` (\`refusal_approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_updated_at_idx\` ON \`adhesions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_created_at_idx\` ON \`adhesions\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_createdAt_idx\` ON \`adhesions\` (\`status\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_enteredStateAt_idx\` ON \`adhesions\` (\`status\`,\`entered_state_at\`);`)
  await db.run(sql`CREATE INDEX \`everSubmitted_createdAt_idx\` ON \`adhesions\` (\`ever_submitted\`,\`created_at\`);`)
}
