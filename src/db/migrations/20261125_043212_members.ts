import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`INSERT INTO \`__new_adhesions\`("id", "title", "reference", "kind", "status", "rev", "slot", "identifier_key", "search_key", "ever_submitted", "organisation_legal_name", "organisation_acronym", "organisation_legal_form", "organisation_siret", "organisation_siren", "organisation_country", "organisation_register_number", "organisation_rna", "organisation_nda", "organisation_qualiopi_status", "organisation_qualiopi_certifier", "organisation_qualiopi_certificate_number", "organisation_qualiopi_valid_from", "organisation_qualiopi_valid_until", "organisation_address_line1", "organisation_address_line2", "organisation_address_postal_code", "organisation_address_city", "organisation_address_region", "organisation_website", "organisation_description", "representative_first_name", "representative_last_name", "representative_function", "representative_capacity", "representative_email", "representative_phone", "contact_first_name", "contact_last_name", "contact_function", "contact_email", "contact_phone", "representative_email_key", "contact_email_key", "motivation", "privacy_notice_version", "charter_version_id", "signature_id", "signed_at", "entered_state_at", "claimed_by_id", "claimed_at", "power_to_bind_source", "power_to_bind_checked_by_id", "power_to_bind_checked_at", "round", "ballot_id", "decided_on", "member_id", "refusal_text", "refusal_approved_by_id", "refusal_notified_at", "refusal_overdue_notice_at", "close_reason", "ended_at", "reopen_agreement", "expiry_notice_at", "link_sent_at", "opened_by", "warnings", "anonymised_at", "updated_at", "created_at") SELECT "id", "title", "reference", "kind", "status", "rev", "slot", "identifier_key", "search_key", "ever_submitted", "organisation_legal_name", "organisation_acronym", "organisation_legal_form", "organisation_siret", "organisation_siren", "organisation_country", "organisation_register_number", "organisation_rna", "organisation_nda", "organisation_qualiopi_status", "organisation_qualiopi_certifier", "organisation_qualiopi_certificate_number", "organisation_qualiopi_valid_from", "organisation_qualiopi_valid_until", "organisation_address_line1", "organisation_address_line2", "organisation_address_postal_code", "organisation_address_city", "organisation_address_region", "organisation_website", "organisation_description", "representative_first_name", "representative_last_name", "representative_function", "representative_capacity", "representative_email", "representative_phone", "contact_first_name", "contact_last_name", "contact_function", "contact_email", "contact_phone", "representative_email_key", "contact_email_key", "motivation", "privacy_notice_version", "charter_version_id", "signature_id", "signed_at", "entered_state_at", "claimed_by_id", "claimed_at", "power_to_bind_source", "power_to_bind_checked_by_id", "power_to_bind_checked_at", "round", "ballot_id", "decided_on", "member_id", "refusal_text", "refusal_approved_by_id", "refusal_notified_at", "refusal_overdue_notice_at", "close_reason", "ended_at", "reopen_agreement", "expiry_notice_at", "link_sent_at", "opened_by", "warnings", "anonymised_at", "updated_at", "created_at" FROM \`adhesions\`;`)
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
  await db.run(sql`CREATE INDEX \`adhesions_ballot_idx\` ON \`adhesions\` (\`ballot_id\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_member_idx\` ON \`adhesions\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_refusal_refusal_approved_by_idx\` ON \`adhesions\` (\`refusal_approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_updated_at_idx\` ON \`adhesions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`adhesions_created_at_idx\` ON \`adhesions\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_createdAt_idx\` ON \`adhesions\` (\`status\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_enteredStateAt_idx\` ON \`adhesions\` (\`status\`,\`entered_state_at\`);`)
  await db.run(sql`CREATE INDEX \`everSubmitted_createdAt_idx\` ON \`adhesions\` (\`ever_submitted\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_attachments\` (
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
  await db.run(sql`INSERT INTO \`__new_attachments\`("id", "adhesion_id", "member_id", "request_id", "title", "source", "sha256", "added_by_id", "updated_at", "created_at", "url", "thumbnail_u_r_l", "filename", "mime_type", "filesize", "width", "height") SELECT "id", "adhesion_id", "member_id", "request_id", "title", "source", "sha256", "added_by_id", "updated_at", "created_at", "url", "thumbnail_u_r_l", "filename", "mime_type", "filesize", "width", "height" FROM \`attachments\`;`)
  await db.run(sql`DROP TABLE \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`__new_attachments\` RENAME TO \`attachments\`;`)
  await db.run(sql`CREATE INDEX \`attachments_adhesion_idx\` ON \`attachments\` (\`adhesion_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_member_idx\` ON \`attachments\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_request_idx\` ON \`attachments\` (\`request_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_added_by_idx\` ON \`attachments\` (\`added_by_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_updated_at_idx\` ON \`attachments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`attachments_created_at_idx\` ON \`attachments\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`attachments_filename_idx\` ON \`attachments\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`__new_charter_versions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`title\` text NOT NULL,
  	\`binds\` text DEFAULT 'both' NOT NULL,
  	\`resign_required\` integer DEFAULT false,
  	\`content\` text NOT NULL,
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
  await db.run(sql`INSERT INTO \`__new_charter_versions\`("id", "number", "title", "binds", "resign_required", "content", "canonical_text", "status", "effective_on", "deliberation", "sha256", "adopted_at", "rev", "pending", "updated_at", "created_at") SELECT "id", "number", "title", "binds", "resign_required", "content", "canonical_text", "status", "effective_on", "deliberation", "sha256", "adopted_at", "rev", "pending", "updated_at", "created_at" FROM \`charter_versions\`;`)
  await db.run(sql`DROP TABLE \`charter_versions\`;`)
  await db.run(sql`ALTER TABLE \`__new_charter_versions\` RENAME TO \`charter_versions\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`charter_versions_number_idx\` ON \`charter_versions\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`charter_versions_status_idx\` ON \`charter_versions\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`charter_versions_effective_on_idx\` ON \`charter_versions\` (\`effective_on\`);`)
  await db.run(sql`CREATE INDEX \`charter_versions_updated_at_idx\` ON \`charter_versions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`charter_versions_created_at_idx\` ON \`charter_versions\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_effectiveOn_idx\` ON \`charter_versions\` (\`status\`,\`effective_on\`);`)
  await db.run(sql`CREATE TABLE \`__new_members\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`legal_name\` text NOT NULL,
  	\`acronym\` text,
  	\`kind\` text NOT NULL,
  	\`directory_listed\` integer DEFAULT true,
  	\`directory_description\` text,
  	\`directory_website\` text,
  	\`directory_city\` text,
  	\`directory_region\` text,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`origin\` text NOT NULL,
  	\`effective_on\` text NOT NULL,
  	\`ended_on\` text,
  	\`deliberation\` text,
  	\`slot\` text NOT NULL,
  	\`identifier_key\` text NOT NULL,
  	\`search_key\` text,
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
  	\`adhesion_id\` text(36),
  	\`signature_id\` text(36),
  	\`network_id\` text(36),
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
  await db.run(sql`INSERT INTO \`__new_members\`("id", "legal_name", "acronym", "kind", "directory_listed", "directory_description", "directory_website", "directory_city", "directory_region", "status", "origin", "effective_on", "ended_on", "deliberation", "slot", "identifier_key", "search_key", "organisation_legal_name", "organisation_acronym", "organisation_legal_form", "organisation_siret", "organisation_siren", "organisation_country", "organisation_register_number", "organisation_rna", "organisation_nda", "organisation_qualiopi_status", "organisation_qualiopi_certifier", "organisation_qualiopi_certificate_number", "organisation_qualiopi_valid_from", "organisation_qualiopi_valid_until", "organisation_address_line1", "organisation_address_line2", "organisation_address_postal_code", "organisation_address_city", "organisation_address_region", "organisation_website", "organisation_description", "representative_first_name", "representative_last_name", "representative_function", "representative_capacity", "representative_email", "representative_phone", "contact_first_name", "contact_last_name", "contact_function", "contact_email", "contact_phone", "adhesion_id", "signature_id", "network_id", "confirmed", "entered_by_id", "confirmed_by_id", "confirmed_at", "rev", "pending", "updated_at", "created_at") SELECT "id", "legal_name", "acronym", "kind", "directory_listed", "directory_description", "directory_website", "directory_city", "directory_region", "status", "origin", "effective_on", "ended_on", "deliberation", "slot", "identifier_key", "search_key", "organisation_legal_name", "organisation_acronym", "organisation_legal_form", "organisation_siret", "organisation_siren", "organisation_country", "organisation_register_number", "organisation_rna", "organisation_nda", "organisation_qualiopi_status", "organisation_qualiopi_certifier", "organisation_qualiopi_certificate_number", "organisation_qualiopi_valid_from", "organisation_qualiopi_valid_until", "organisation_address_line1", "organisation_address_line2", "organisation_address_postal_code", "organisation_address_city", "organisation_address_region", "organisation_website", "organisation_description", "representative_first_name", "representative_last_name", "representative_function", "representative_capacity", "representative_email", "representative_phone", "contact_first_name", "contact_last_name", "contact_function", "contact_email", "contact_phone", "adhesion_id", "signature_id", "network_id", "confirmed", "entered_by_id", "confirmed_by_id", "confirmed_at", "rev", "pending", "updated_at", "created_at" FROM \`members\`;`)
  await db.run(sql`DROP TABLE \`members\`;`)
  await db.run(sql`ALTER TABLE \`__new_members\` RENAME TO \`members\`;`)
  await db.run(sql`CREATE INDEX \`members_kind_idx\` ON \`members\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`members_directory_directory_listed_idx\` ON \`members\` (\`directory_listed\`);`)
  await db.run(sql`CREATE INDEX \`members_directory_directory_region_idx\` ON \`members\` (\`directory_region\`);`)
  await db.run(sql`CREATE INDEX \`members_status_idx\` ON \`members\` (\`status\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`members_slot_idx\` ON \`members\` (\`slot\`);`)
  await db.run(sql`CREATE INDEX \`members_identifier_key_idx\` ON \`members\` (\`identifier_key\`);`)
  await db.run(sql`CREATE INDEX \`members_search_key_idx\` ON \`members\` (\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`members_organisation_organisation_siren_idx\` ON \`members\` (\`organisation_siren\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`members_adhesion_idx\` ON \`members\` (\`adhesion_id\`);`)
  await db.run(sql`CREATE INDEX \`members_signature_idx\` ON \`members\` (\`signature_id\`);`)
  await db.run(sql`CREATE INDEX \`members_network_idx\` ON \`members\` (\`network_id\`);`)
  await db.run(sql`CREATE INDEX \`members_confirmed_idx\` ON \`members\` (\`confirmed\`);`)
  await db.run(sql`CREATE INDEX \`members_entered_by_idx\` ON \`members\` (\`entered_by_id\`);`)
  await db.run(sql`CREATE INDEX \`members_confirmed_by_idx\` ON \`members\` (\`confirmed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`members_updated_at_idx\` ON \`members\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`members_created_at_idx\` ON \`members\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_searchKey_idx\` ON \`members\` (\`status\`,\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`confirmed_status_searchKey_idx\` ON \`members\` (\`confirmed\`,\`status\`,\`search_key\`);`)
  await db.run(sql`CREATE TABLE \`__new_governance_bodies\` (
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
  await db.run(sql`INSERT INTO \`__new_governance_bodies\`("id", "name", "slug", "kind", "mission", "rule_quorum_numerator", "rule_quorum_denominator", "rule_minimum_for", "rule_tie", "rule_proxies_per_person", "rule_proxies_count_for_quorum", "rule_ballot_days", "rule_article", "validation_slot", "rev", "pending", "updated_at", "created_at") SELECT "id", "name", "slug", "kind", "mission", "rule_quorum_numerator", "rule_quorum_denominator", "rule_minimum_for", "rule_tie", "rule_proxies_per_person", "rule_proxies_count_for_quorum", "rule_ballot_days", "rule_article", "validation_slot", "rev", "pending", "updated_at", "created_at" FROM \`governance_bodies\`;`)
  await db.run(sql`DROP TABLE \`governance_bodies\`;`)
  await db.run(sql`ALTER TABLE \`__new_governance_bodies\` RENAME TO \`governance_bodies\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`governance_bodies_slug_idx\` ON \`governance_bodies\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`governance_bodies_validation_slot_idx\` ON \`governance_bodies\` (\`validation_slot\`);`)
  await db.run(sql`CREATE INDEX \`governance_bodies_updated_at_idx\` ON \`governance_bodies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`governance_bodies_created_at_idx\` ON \`governance_bodies\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_mandates\` (
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
  await db.run(sql`INSERT INTO \`__new_mandates\`("id", "title", "person_id", "body_id", "role", "on_behalf_of_id", "first_day", "last_day", "deliberation", "confirmed", "entered_by_id", "confirmed_by_id", "confirmed_at", "rev", "pending", "updated_at", "created_at") SELECT "id", "title", "person_id", "body_id", "role", "on_behalf_of_id", "first_day", "last_day", "deliberation", "confirmed", "entered_by_id", "confirmed_by_id", "confirmed_at", "rev", "pending", "updated_at", "created_at" FROM \`mandates\`;`)
  await db.run(sql`DROP TABLE \`mandates\`;`)
  await db.run(sql`ALTER TABLE \`__new_mandates\` RENAME TO \`mandates\`;`)
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
  await db.run(sql`CREATE TABLE \`__new_people\` (
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
  await db.run(sql`INSERT INTO \`__new_people\`("id", "first_name", "last_name", "name", "email", "email_key", "account_id", "account_slot", "rev", "pending", "updated_at", "created_at") SELECT "id", "first_name", "last_name", "name", "email", "email_key", "account_id", "account_slot", "rev", "pending", "updated_at", "created_at" FROM \`people\`;`)
  await db.run(sql`DROP TABLE \`people\`;`)
  await db.run(sql`ALTER TABLE \`__new_people\` RENAME TO \`people\`;`)
  await db.run(sql`CREATE INDEX \`people_name_idx\` ON \`people\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`people_email_key_idx\` ON \`people\` (\`email_key\`);`)
  await db.run(sql`CREATE INDEX \`people_account_idx\` ON \`people\` (\`account_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`people_account_slot_idx\` ON \`people\` (\`account_slot\`);`)
  await db.run(sql`CREATE INDEX \`people_updated_at_idx\` ON \`people\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`people_created_at_idx\` ON \`people\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_attachments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`adhesion_id\` text(36) NOT NULL,
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
  	FOREIGN KEY (\`request_id\`) REFERENCES \`information_requests\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`added_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_attachments\`("id", "adhesion_id", "request_id", "title", "source", "sha256", "added_by_id", "updated_at", "created_at", "url", "thumbnail_u_r_l", "filename", "mime_type", "filesize", "width", "height") SELECT "id", "adhesion_id", "request_id", "title", "source", "sha256", "added_by_id", "updated_at", "created_at", "url", "thumbnail_u_r_l", "filename", "mime_type", "filesize", "width", "height" FROM \`attachments\`;`)
  await db.run(sql`DROP TABLE \`attachments\`;`)
  await db.run(sql`ALTER TABLE \`__new_attachments\` RENAME TO \`attachments\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`attachments_adhesion_idx\` ON \`attachments\` (\`adhesion_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_request_idx\` ON \`attachments\` (\`request_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_added_by_idx\` ON \`attachments\` (\`added_by_id\`);`)
  await db.run(sql`CREATE INDEX \`attachments_updated_at_idx\` ON \`attachments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`attachments_created_at_idx\` ON \`attachments\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`attachments_filename_idx\` ON \`attachments\` (\`filename\`);`)
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
  await db.run(sql`INSERT INTO \`__new_adhesions\`("id", "title", "reference", "kind", "status", "rev", "slot", "identifier_key", "search_key", "ever_submitted", "organisation_legal_name", "organisation_acronym", "organisation_legal_form", "organisation_siret", "organisation_siren", "organisation_country", "organisation_register_number", "organisation_rna", "organisation_nda", "organisation_qualiopi_status", "organisation_qualiopi_certifier", "organisation_qualiopi_certificate_number", "organisation_qualiopi_valid_from", "organisation_qualiopi_valid_until", "organisation_address_line1", "organisation_address_line2", "organisation_address_postal_code", "organisation_address_city", "organisation_address_region", "organisation_website", "organisation_description", "representative_first_name", "representative_last_name", "representative_function", "representative_capacity", "representative_email", "representative_phone", "contact_first_name", "contact_last_name", "contact_function", "contact_email", "contact_phone", "representative_email_key", "contact_email_key", "motivation", "privacy_notice_version", "charter_version_id", "signature_id", "signed_at", "entered_state_at", "claimed_by_id", "claimed_at", "power_to_bind_source", "power_to_bind_checked_by_id", "power_to_bind_checked_at", "round", "ballot_id", "decided_on", "member_id", "refusal_text", "refusal_approved_by_id", "refusal_notified_at", "refusal_overdue_notice_at", "close_reason", "ended_at", "reopen_agreement", "expiry_notice_at", "link_sent_at", "opened_by", "warnings", "anonymised_at", "updated_at", "created_at") SELECT "id", "title", "reference", "kind", "status", "rev", "slot", "identifier_key", "search_key", "ever_submitted", "organisation_legal_name", "organisation_acronym", "organisation_legal_form", "organisation_siret", "organisation_siren", "organisation_country", "organisation_register_number", "organisation_rna", "organisation_nda", "organisation_qualiopi_status", "organisation_qualiopi_certifier", "organisation_qualiopi_certificate_number", "organisation_qualiopi_valid_from", "organisation_qualiopi_valid_until", "organisation_address_line1", "organisation_address_line2", "organisation_address_postal_code", "organisation_address_city", "organisation_address_region", "organisation_website", "organisation_description", "representative_first_name", "representative_last_name", "representative_function", "representative_capacity", "representative_email", "representative_phone", "contact_first_name", "contact_last_name", "contact_function", "contact_email", "contact_phone", "representative_email_key", "contact_email_key", "motivation", "privacy_notice_version", "charter_version_id", "signature_id", "signed_at", "entered_state_at", "claimed_by_id", "claimed_at", "power_to_bind_source", "power_to_bind_checked_by_id", "power_to_bind_checked_at", "round", "ballot_id", "decided_on", "member_id", "refusal_text", "refusal_approved_by_id", "refusal_notified_at", "refusal_overdue_notice_at", "close_reason", "ended_at", "reopen_agreement", "expiry_notice_at", "link_sent_at", "opened_by", "warnings", "anonymised_at", "updated_at", "created_at" FROM \`adhesions\`;`)
  await db.run(sql`DROP TABLE \`adhesions\`;`)
  await db.run(sql`ALTER TABLE \`__new_adhesions\` RENAME TO \`adhesions\`;`)
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
  await db.run(sql`CREATE TABLE \`__new_charter_versions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`title\` text NOT NULL,
  	\`binds\` text DEFAULT 'both' NOT NULL,
  	\`resign_required\` integer DEFAULT false,
  	\`content\` text NOT NULL,
  	\`canonical_text\` text,
  	\`status\` text DEFAULT 'draft' NOT NULL,
  	\`effective_on\` text,
  	\`deliberation\` text,
  	\`sha256\` text,
  	\`adopted_at\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`pending\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new_charter_versions\`("id", "number", "title", "binds", "resign_required", "content", "canonical_text", "status", "effective_on", "deliberation", "sha256", "adopted_at", "rev", "pending", "updated_at", "created_at") SELECT "id", "number", "title", "binds", "resign_required", "content", "canonical_text", "status", "effective_on", "deliberation", "sha256", "adopted_at", "rev", "pending", "updated_at", "created_at" FROM \`charter_versions\`;`)
  await db.run(sql`DROP TABLE \`charter_versions\`;`)
  await db.run(sql`ALTER TABLE \`__new_charter_versions\` RENAME TO \`charter_versions\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`charter_versions_number_idx\` ON \`charter_versions\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`charter_versions_status_idx\` ON \`charter_versions\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`charter_versions_effective_on_idx\` ON \`charter_versions\` (\`effective_on\`);`)
  await db.run(sql`CREATE INDEX \`charter_versions_updated_at_idx\` ON \`charter_versions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`charter_versions_created_at_idx\` ON \`charter_versions\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_effectiveOn_idx\` ON \`charter_versions\` (\`status\`,\`effective_on\`);`)
  await db.run(sql`CREATE TABLE \`__new_members\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`legal_name\` text NOT NULL,
  	\`acronym\` text,
  	\`kind\` text NOT NULL,
  	\`directory_listed\` integer DEFAULT true,
  	\`directory_description\` text,
  	\`directory_website\` text,
  	\`directory_city\` text,
  	\`directory_region\` text,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`origin\` text NOT NULL,
  	\`effective_on\` text NOT NULL,
  	\`ended_on\` text,
  	\`deliberation\` text,
  	\`slot\` text NOT NULL,
  	\`identifier_key\` text NOT NULL,
  	\`search_key\` text,
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
  	\`adhesion_id\` text(36),
  	\`signature_id\` text(36),
  	\`network_id\` text(36),
  	\`confirmed\` integer DEFAULT false,
  	\`entered_by_id\` text(36),
  	\`confirmed_by_id\` text(36),
  	\`confirmed_at\` text,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
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
  await db.run(sql`INSERT INTO \`__new_members\`("id", "legal_name", "acronym", "kind", "directory_listed", "directory_description", "directory_website", "directory_city", "directory_region", "status", "origin", "effective_on", "ended_on", "deliberation", "slot", "identifier_key", "search_key", "organisation_legal_name", "organisation_acronym", "organisation_legal_form", "organisation_siret", "organisation_siren", "organisation_country", "organisation_register_number", "organisation_rna", "organisation_nda", "organisation_qualiopi_status", "organisation_qualiopi_certifier", "organisation_qualiopi_certificate_number", "organisation_qualiopi_valid_from", "organisation_qualiopi_valid_until", "organisation_address_line1", "organisation_address_line2", "organisation_address_postal_code", "organisation_address_city", "organisation_address_region", "organisation_website", "organisation_description", "representative_first_name", "representative_last_name", "representative_function", "representative_capacity", "representative_email", "representative_phone", "contact_first_name", "contact_last_name", "contact_function", "contact_email", "contact_phone", "adhesion_id", "signature_id", "network_id", "confirmed", "entered_by_id", "confirmed_by_id", "confirmed_at", "rev", "pending", "updated_at", "created_at") SELECT "id", "legal_name", "acronym", "kind", "directory_listed", "directory_description", "directory_website", "directory_city", "directory_region", "status", "origin", "effective_on", "ended_on", "deliberation", "slot", "identifier_key", "search_key", "organisation_legal_name", "organisation_acronym", "organisation_legal_form", "organisation_siret", "organisation_siren", "organisation_country", "organisation_register_number", "organisation_rna", "organisation_nda", "organisation_qualiopi_status", "organisation_qualiopi_certifier", "organisation_qualiopi_certificate_number", "organisation_qualiopi_valid_from", "organisation_qualiopi_valid_until", "organisation_address_line1", "organisation_address_line2", "organisation_address_postal_code", "organisation_address_city", "organisation_address_region", "organisation_website", "organisation_description", "representative_first_name", "representative_last_name", "representative_function", "representative_capacity", "representative_email", "representative_phone", "contact_first_name", "contact_last_name", "contact_function", "contact_email", "contact_phone", "adhesion_id", "signature_id", "network_id", "confirmed", "entered_by_id", "confirmed_by_id", "confirmed_at", "rev", "pending", "updated_at", "created_at" FROM \`members\`;`)
  await db.run(sql`DROP TABLE \`members\`;`)
  await db.run(sql`ALTER TABLE \`__new_members\` RENAME TO \`members\`;`)
  await db.run(sql`CREATE INDEX \`members_kind_idx\` ON \`members\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`members_directory_directory_listed_idx\` ON \`members\` (\`directory_listed\`);`)
  await db.run(sql`CREATE INDEX \`members_directory_directory_region_idx\` ON \`members\` (\`directory_region\`);`)
  await db.run(sql`CREATE INDEX \`members_status_idx\` ON \`members\` (\`status\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`members_slot_idx\` ON \`members\` (\`slot\`);`)
  await db.run(sql`CREATE INDEX \`members_identifier_key_idx\` ON \`members\` (\`identifier_key\`);`)
  await db.run(sql`CREATE INDEX \`members_search_key_idx\` ON \`members\` (\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`members_organisation_organisation_siren_idx\` ON \`members\` (\`organisation_siren\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`members_adhesion_idx\` ON \`members\` (\`adhesion_id\`);`)
  await db.run(sql`CREATE INDEX \`members_signature_idx\` ON \`members\` (\`signature_id\`);`)
  await db.run(sql`CREATE INDEX \`members_network_idx\` ON \`members\` (\`network_id\`);`)
  await db.run(sql`CREATE INDEX \`members_confirmed_idx\` ON \`members\` (\`confirmed\`);`)
  await db.run(sql`CREATE INDEX \`members_entered_by_idx\` ON \`members\` (\`entered_by_id\`);`)
  await db.run(sql`CREATE INDEX \`members_confirmed_by_idx\` ON \`members\` (\`confirmed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`members_updated_at_idx\` ON \`members\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`members_created_at_idx\` ON \`members\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_searchKey_idx\` ON \`members\` (\`status\`,\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`confirmed_status_searchKey_idx\` ON \`members\` (\`confirmed\`,\`status\`,\`search_key\`);`)
  await db.run(sql`CREATE TABLE \`__new_governance_bodies\` (
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
  	\`validation_slot\` text NOT NULL,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`pending\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new_governance_bodies\`("id", "name", "slug", "kind", "mission", "rule_quorum_numerator", "rule_quorum_denominator", "rule_minimum_for", "rule_tie", "rule_proxies_per_person", "rule_proxies_count_for_quorum", "rule_ballot_days", "rule_article", "validation_slot", "rev", "pending", "updated_at", "created_at") SELECT "id", "name", "slug", "kind", "mission", "rule_quorum_numerator", "rule_quorum_denominator", "rule_minimum_for", "rule_tie", "rule_proxies_per_person", "rule_proxies_count_for_quorum", "rule_ballot_days", "rule_article", "validation_slot", "rev", "pending", "updated_at", "created_at" FROM \`governance_bodies\`;`)
  await db.run(sql`DROP TABLE \`governance_bodies\`;`)
  await db.run(sql`ALTER TABLE \`__new_governance_bodies\` RENAME TO \`governance_bodies\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`governance_bodies_slug_idx\` ON \`governance_bodies\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`governance_bodies_validation_slot_idx\` ON \`governance_bodies\` (\`validation_slot\`);`)
  await db.run(sql`CREATE INDEX \`governance_bodies_updated_at_idx\` ON \`governance_bodies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`governance_bodies_created_at_idx\` ON \`governance_bodies\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_mandates\` (
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
  	\`rev\` numeric DEFAULT 0 NOT NULL,
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
  await db.run(sql`INSERT INTO \`__new_mandates\`("id", "title", "person_id", "body_id", "role", "on_behalf_of_id", "first_day", "last_day", "deliberation", "confirmed", "entered_by_id", "confirmed_by_id", "confirmed_at", "rev", "pending", "updated_at", "created_at") SELECT "id", "title", "person_id", "body_id", "role", "on_behalf_of_id", "first_day", "last_day", "deliberation", "confirmed", "entered_by_id", "confirmed_by_id", "confirmed_at", "rev", "pending", "updated_at", "created_at" FROM \`mandates\`;`)
  await db.run(sql`DROP TABLE \`mandates\`;`)
  await db.run(sql`ALTER TABLE \`__new_mandates\` RENAME TO \`mandates\`;`)
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
  await db.run(sql`CREATE TABLE \`__new_people\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`first_name\` text NOT NULL,
  	\`last_name\` text NOT NULL,
  	\`name\` text,
  	\`email\` text,
  	\`email_key\` text,
  	\`account_id\` text(36),
  	\`account_slot\` text NOT NULL,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`pending\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`account_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_people\`("id", "first_name", "last_name", "name", "email", "email_key", "account_id", "account_slot", "rev", "pending", "updated_at", "created_at") SELECT "id", "first_name", "last_name", "name", "email", "email_key", "account_id", "account_slot", "rev", "pending", "updated_at", "created_at" FROM \`people\`;`)
  await db.run(sql`DROP TABLE \`people\`;`)
  await db.run(sql`ALTER TABLE \`__new_people\` RENAME TO \`people\`;`)
  await db.run(sql`CREATE INDEX \`people_name_idx\` ON \`people\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`people_email_key_idx\` ON \`people\` (\`email_key\`);`)
  await db.run(sql`CREATE INDEX \`people_account_idx\` ON \`people\` (\`account_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`people_account_slot_idx\` ON \`people\` (\`account_slot\`);`)
  await db.run(sql`CREATE INDEX \`people_updated_at_idx\` ON \`people\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`people_created_at_idx\` ON \`people\` (\`created_at\`);`)
}
