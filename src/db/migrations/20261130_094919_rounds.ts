import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

// By hand: what Payload generates reads the new columns from the old tables. Tables and columns are renamed where they stand.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`ballots_adhesion_idx\`;`)
  await db.run(sql`DROP INDEX \`ballots_body_idx\`;`)
  await db.run(sql`DROP INDEX \`ballots_chair_idx\`;`)
  await db.run(sql`DROP INDEX \`ballots_recorded_by_idx\`;`)
  await db.run(sql`DROP INDEX \`ballots_confirmed_by_idx\`;`)
  await db.run(sql`DROP INDEX \`ballots_updated_at_idx\`;`)
  await db.run(sql`DROP INDEX \`ballots_created_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`ballots\` RENAME TO \`rounds\`;`)
  await db.run(sql`CREATE INDEX \`rounds_adhesion_idx\` ON \`rounds\` (\`adhesion_id\`);`)
  await db.run(sql`CREATE INDEX \`rounds_body_idx\` ON \`rounds\` (\`body_id\`);`)
  await db.run(sql`CREATE INDEX \`rounds_chair_idx\` ON \`rounds\` (\`chair_id\`);`)
  await db.run(sql`CREATE INDEX \`rounds_recorded_by_idx\` ON \`rounds\` (\`recorded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`rounds_confirmed_by_idx\` ON \`rounds\` (\`confirmed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`rounds_updated_at_idx\` ON \`rounds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`rounds_created_at_idx\` ON \`rounds\` (\`created_at\`);`)
  await db.run(
    sql`UPDATE \`rounds\` SET \`tally\` = json_remove(json_set(\`tally\`, '$.votesToCome', json_extract(\`tally\`, '$.voicesToCome')), '$.voicesToCome') WHERE json_valid(\`tally\`) AND json_type(\`tally\`, '$.voicesToCome') IS NOT NULL;`,
  )
  await db.run(
    sql`UPDATE \`rounds\` SET \`session\` = json_remove(json_set(\`session\`, '$.votes', json(json_extract(\`session\`, '$.voices'))), '$.voices') WHERE json_valid(\`session\`) AND json_type(\`session\`, '$.voices') = 'object';`,
  )
  await db.run(sql`DROP INDEX \`adhesions_ballot_idx\`;`)
  await db.run(sql`ALTER TABLE \`adhesions\` RENAME COLUMN \`ballot_id\` TO \`current_round_id\`;`)
  await db.run(sql`ALTER TABLE \`adhesions\` DROP COLUMN \`opened_by\`;`)
  await db.run(sql`CREATE INDEX \`adhesions_current_round_idx\` ON \`adhesions\` (\`current_round_id\`);`)
  await db.run(sql`DROP INDEX \`votes_ballot_idx\`;`)
  await db.run(sql`DROP INDEX \`ballot_person_idx\`;`)
  await db.run(sql`ALTER TABLE \`votes\` RENAME COLUMN \`ballot_id\` TO \`round_id\`;`)
  await db.run(sql`CREATE INDEX \`votes_round_idx\` ON \`votes\` (\`round_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`round_person_idx\` ON \`votes\` (\`round_id\`,\`person_id\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`votes_round_idx\`;`)
  await db.run(sql`DROP INDEX \`round_person_idx\`;`)
  await db.run(sql`ALTER TABLE \`votes\` RENAME COLUMN \`round_id\` TO \`ballot_id\`;`)
  await db.run(sql`CREATE INDEX \`votes_ballot_idx\` ON \`votes\` (\`ballot_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`ballot_person_idx\` ON \`votes\` (\`ballot_id\`,\`person_id\`);`)
  await db.run(sql`DROP INDEX \`adhesions_current_round_idx\`;`)
  await db.run(sql`ALTER TABLE \`adhesions\` RENAME COLUMN \`current_round_id\` TO \`ballot_id\`;`)
  await db.run(sql`ALTER TABLE \`adhesions\` ADD \`opened_by\` text;`)
  await db.run(sql`CREATE INDEX \`adhesions_ballot_idx\` ON \`adhesions\` (\`ballot_id\`);`)
  await db.run(
    sql`UPDATE \`rounds\` SET \`tally\` = json_remove(json_set(\`tally\`, '$.voicesToCome', json_extract(\`tally\`, '$.votesToCome')), '$.votesToCome') WHERE json_valid(\`tally\`) AND json_type(\`tally\`, '$.votesToCome') IS NOT NULL;`,
  )
  await db.run(
    sql`UPDATE \`rounds\` SET \`session\` = json_remove(json_set(\`session\`, '$.voices', json(json_extract(\`session\`, '$.votes'))), '$.votes') WHERE json_valid(\`session\`) AND json_type(\`session\`, '$.votes') = 'object';`,
  )
  await db.run(sql`DROP INDEX \`rounds_adhesion_idx\`;`)
  await db.run(sql`DROP INDEX \`rounds_body_idx\`;`)
  await db.run(sql`DROP INDEX \`rounds_chair_idx\`;`)
  await db.run(sql`DROP INDEX \`rounds_recorded_by_idx\`;`)
  await db.run(sql`DROP INDEX \`rounds_confirmed_by_idx\`;`)
  await db.run(sql`DROP INDEX \`rounds_updated_at_idx\`;`)
  await db.run(sql`DROP INDEX \`rounds_created_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`rounds\` RENAME TO \`ballots\`;`)
  await db.run(sql`CREATE INDEX \`ballots_adhesion_idx\` ON \`ballots\` (\`adhesion_id\`);`)
  await db.run(sql`CREATE INDEX \`ballots_body_idx\` ON \`ballots\` (\`body_id\`);`)
  await db.run(sql`CREATE INDEX \`ballots_chair_idx\` ON \`ballots\` (\`chair_id\`);`)
  await db.run(sql`CREATE INDEX \`ballots_recorded_by_idx\` ON \`ballots\` (\`recorded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`ballots_confirmed_by_idx\` ON \`ballots\` (\`confirmed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`ballots_updated_at_idx\` ON \`ballots\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`ballots_created_at_idx\` ON \`ballots\` (\`created_at\`);`)
}
