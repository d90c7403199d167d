// @ts-check
// Writes the next SQLite migration, from the last one to the present collections.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

import { payloadTools } from './lib/payload-tools.mjs'
import { inProject } from './lib/project.mjs'

const name = process.argv[2]
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error('Say what the migration does: npm run migration -- add-members-network')
  process.exit(1)
}
const folder = inProject('src', 'db', 'migrations')
const before = new Set(readdirSync(folder))
const { status, output } = await payloadTools('migration', folder, name)
const made = readdirSync(folder).filter((file) => !before.has(file))
// Payload writes type imports as values, which the compiler refuses here.
for (const file of made.filter((each) => each.endsWith('.ts'))) {
  const full = inProject('src', 'db', 'migrations', file)
  writeFileSync(
    full,
    readFileSync(full, 'utf8').replace(
      'import { MigrateUpArgs, MigrateDownArgs, sql }',
      'import { type MigrateUpArgs, type MigrateDownArgs, sql }',
    ),
  )
}
if (status !== 0) console.error(output)
console.log(
  made.length > 0 ? `Made ${made.join(', ')}.` : 'The collections are those of the last migration: nothing to do.',
)
process.exitCode = status
