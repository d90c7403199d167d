import { existsSync, writeFileSync } from 'node:fs'
import payload, { generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'

import config from '../../payload.config.ts'
import { exampleEnv } from './example-env.ts'
import { mailsInMarkdown } from '../../src/server/mail-departures.ts'
import { fillReadme } from './readme.ts'

/** Makes the files that Payload and the README derive from the sources. */
async function generate(): Promise<void> {
  const sanitized = await config
  await generateTypes(sanitized, { log: false })
  await generateImportMap(sanitized, { log: false, force: true })
  if (existsSync('README.md')) fillReadme('README.md')
  writeFileSync('.env.example', exampleEnv())
  writeFileSync('docs/e-mails.md', mailsInMarkdown())
}

/** Writes a SQLite migration from the newest snapshot in `folder` to the present collections, if they differ. */
async function migration(folder: string, name: string): Promise<void> {
  await payload.init({ config, disableDBConnect: true, disableOnInit: true })
  Object.assign(payload.db, { migrationDir: folder })
  await payload.db.createMigration({ migrationName: name, payload, skipEmpty: true })
}

const [command, ...args] = process.argv.slice(2)
if (command === 'generate') await generate()
else if (command === 'migration' && args[0] && args[1]) await migration(args[0], args[1])
else throw new Error(`Unknown command: ${command ?? ''}`)
process.exit(0)
