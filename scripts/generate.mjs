// @ts-check
// Makes the generated files; with --check only says which of them are not what the sources would make: it ends with 1 when
// there are some, and with 2 when a migration is missing, so that a server would ask its SQLite database for what it lacks.
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { payloadTools } from './lib/payload-tools.mjs'
import { inProject } from './lib/project.mjs'

const checking = process.argv.includes('--check')
const files = [
  'src/payload-types.ts',
  'src/app/(payload)/admin/importMap.js',
  'README.md',
  '.env.example',
  'docs/e-mails.md',
]

/** @param {string} file */
const read = (file) => (existsSync(inProject(file)) ? readFileSync(inProject(file), 'utf8') : null)

/** Whether the SQLite migrations lead to the present collections. */
const migrationsAreComplete = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cpof-migrations-'))
  try {
    cpSync(inProject('src', 'db', 'migrations'), folder, { recursive: true })
    const before = readdirSync(folder).length
    const { status, output } = await payloadTools('migration', folder, 'missing')
    if (status !== 0) throw new Error(output)
    return readdirSync(folder).length === before
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const before = new Map(files.map((file) => [file, read(file)]))
const { status, output } = await payloadTools('generate')
if (status !== 0) {
  console.error(output)
  process.exit(1)
}
const changed = files.filter((file) => read(file) !== before.get(file))

if (!checking) {
  for (const file of changed) console.log(`${file} was made anew.`)
  process.exit(0)
}
for (const file of changed) {
  const was = before.get(file)
  if (typeof was === 'string') writeFileSync(inProject(file), was)
  else rmSync(inProject(file))
  console.error(`${file} is not what the sources make: run "npm run generate".`)
}
const complete = await migrationsAreComplete()
if (!complete)
  console.error('The collections have changed since the last SQLite migration: run "npm run migration -- NAME".')
process.exitCode = complete ? (changed.length > 0 ? 1 : 0) : 2
