import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`members\` ADD \`network_proposed_id\` text(36) REFERENCES members(id) ON DELETE SET NULL;`)
  await db.run(sql`CREATE INDEX \`members_network_proposed_idx\` ON \`members\` (\`network_proposed_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_members\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`legal_name\` text NOT NULL,
  	\`acronym\` text,
  	\`directory_listed\` integer DEFAULT true,
  	\`directory_city\` text,
  	\`directory_region\` text,
  	\`directory_website\` text,
  	\`directory_description\` text,
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
  	\`changed_by\` text,
  	FOREIGN KEY (\`adhesion_id\`) REFERENCES \`adhesions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`signature_id\`) REFERENCES \`charter_signatures\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`network_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`entered_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`confirmed_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_members\`("id", "legal_name", "acronym", "directory_listed", "directory_city", "directory_region", "directory_website", "directory_description", "kind", "status", "effective_on", "ended_on", "origin", "deliberation", "adhesion_id", "signature_id", "network_id", "organisation_legal_name", "organisation_acronym", "organisation_legal_form", "organisation_siret", "organisation_siren", "organisation_country", "organisation_register_number", "organisation_rna", "organisation_nda", "organisation_qualiopi_status", "organisation_qualiopi_certifier", "organisation_qualiopi_certificate_number", "organisation_qualiopi_valid_from", "organisation_qualiopi_valid_until", "organisation_address_line1", "organisation_address_line2", "organisation_address_postal_code", "organisation_address_city", "organisation_address_region", "organisation_website", "organisation_description", "representative_first_name", "representative_last_name", "representative_function", "representative_capacity", "representative_email", "representative_phone", "contact_first_name", "contact_last_name", "contact_function", "contact_email", "contact_phone", "slot", "identifier_key", "search_key", "confirmed", "entered_by_id", "confirmed_by_id", "confirmed_at", "rev", "pending", "updated_at", "created_at", "changed_by") SELECT "id", "legal_name", "acronym", "directory_listed", "directory_city", "directory_region", "directory_website", "directory_description", "kind", "status", "effective_on", "ended_on", "origin", "deliberation", "adhesion_id", "signature_id", "network_id", "organisation_legal_name", "organisation_acronym", "organisation_legal_form", "organisation_siret", "organisation_siren", "organisation_country", "organisation_register_number", "organisation_rna", "organisation_nda", "organisation_qualiopi_status", "organisation_qualiopi_certifier", "organisation_qualiopi_certificate_number", "organisation_qualiopi_valid_from", "organisation_qualiopi_valid_until", "organisation_address_line1", "organisation_address_line2", "organisation_address_postal_code", "organisation_address_city", "organisation_address_region", "organisation_website", "organisation_description", "representative_first_name", "representative_last_name", "representative_function", "representative_capacity", "representative_email", "representative_phone", "contact_first_name", "contact_last_name", "contact_function", "contact_email", "contact_phone", "slot", "identifier_key", "search_key", "confirmed", "entered_by_id", "confirmed_by_id", "confirmed_at", "rev", "pending", "updated_at", "created_at", "changed_by" FROM \`members\`;`)
  await db.run(sql`DROP TABLE \`members\`;`)
  await db.run(sql`ALTER TABLE \`__new_members\` RENAME TO \`members\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
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
}
