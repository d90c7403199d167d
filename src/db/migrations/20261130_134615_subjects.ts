import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

// By hand, where data moves: what Payload generates asks of the old votes a column that they lack.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_rounds\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
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
  	FOREIGN KEY (\`body_id\`) REFERENCES \`governance_bodies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`chair_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`recorded_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`confirmed_by_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_rounds\`("id", "subject", "round", "body_id", "mode", "status", "rule", "electorate", "recused", "questions", "chair_id", "opens_at", "closes_at", "closed_at", "half_notice_at", "last_day_notice_at", "swept_on", "outcome", "tally", "session", "recorded_by_id", "confirmed_by_id", "void_reason", "updated_at", "created_at") SELECT "id", "subject", "round", "body_id", "mode", "status", "rule", "electorate", "recused", "questions", "chair_id", "opens_at", "closes_at", "closed_at", "half_notice_at", "last_day_notice_at", "swept_on", "outcome", "tally", "session", "recorded_by_id", "confirmed_by_id", "void_reason", "updated_at", "created_at" FROM \`rounds\`;`)
  await db.run(sql`DROP TABLE \`rounds\`;`)
  await db.run(sql`ALTER TABLE \`__new_rounds\` RENAME TO \`rounds\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`rounds_body_idx\` ON \`rounds\` (\`body_id\`);`)
  await db.run(sql`CREATE INDEX \`rounds_chair_idx\` ON \`rounds\` (\`chair_id\`);`)
  await db.run(sql`CREATE INDEX \`rounds_recorded_by_idx\` ON \`rounds\` (\`recorded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`rounds_confirmed_by_idx\` ON \`rounds\` (\`confirmed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`rounds_updated_at_idx\` ON \`rounds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`rounds_created_at_idx\` ON \`rounds\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subject_round_idx\` ON \`rounds\` (\`subject\`,\`round\`);`)
  await db.run(sql`CREATE INDEX \`status_closesAt_idx\` ON \`rounds\` (\`status\`,\`closes_at\`);`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_votes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`round_id\` text(36) NOT NULL,
  	\`person_id\` text(36) NOT NULL,
  	\`choice\` text NOT NULL,
  	\`reason\` text,
  	\`cast_at\` text NOT NULL,
  	\`live\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`round_id\`) REFERENCES \`rounds\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_votes\`("id", "subject", "round_id", "person_id", "choice", "reason", "cast_at", "live", "updated_at", "created_at") SELECT "id", 'adhesion:' || "adhesion_id", "round_id", "person_id", "choice", "reason", "cast_at", "live", "updated_at", "created_at" FROM \`votes\`;`)
  await db.run(sql`DROP TABLE \`votes\`;`)
  await db.run(sql`ALTER TABLE \`__new_votes\` RENAME TO \`votes\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`votes_subject_idx\` ON \`votes\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`votes_round_idx\` ON \`votes\` (\`round_id\`);`)
  await db.run(sql`CREATE INDEX \`votes_person_idx\` ON \`votes\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`votes_updated_at_idx\` ON \`votes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`votes_created_at_idx\` ON \`votes\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`round_person_idx\` ON \`votes\` (\`round_id\`,\`person_id\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const table of ['rounds', 'votes']) {
    await db.run(sql.raw(`ALTER TABLE ${table} ADD adhesion_id text(36) REFERENCES adhesions(id);`))
    await db.run(sql.raw(`UPDATE ${table} SET adhesion_id = substr(subject, length('adhesion:') + 1);`))
    await db.run(sql.raw(`CREATE INDEX ${table}_adhesion_idx ON ${table} (adhesion_id);`))
  }
  await db.run(sql`DROP INDEX \`votes_subject_idx\`;`)
  await db.run(sql`ALTER TABLE \`votes\` DROP COLUMN \`subject\`;`)
}
