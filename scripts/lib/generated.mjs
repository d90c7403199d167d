// @ts-check
import { readdirSync } from 'node:fs'

import { run } from './processes.mjs'
import { inProject } from './project.mjs'
import { isFresh, takeStamp, writeStamp } from './stamp.mjs'

const stamp = 'node_modules/.cache/cpof/generated-stamp.json'
const collections = 'collections'
const migrations = 'src/db/migrations'

/** What the database and the panel are made from, and what was made of it. */
const files = () =>
  [
    'payload.config.ts',
    'src/payload-types.ts',
    'src/app/(payload)/admin/importMap.js',
    ...readdirSync(inProject(collections), { recursive: true }).map((file) => `${collections}/${file}`),
  ].filter((file) => /\.(ts|js)$/.test(file))

/**
 * Says which command to run when the collections have changed and what is generated from them has not. Looks only when
 * the collections, or what was generated, are no longer those that were found in order.
 * @returns {Promise<boolean>} false when a migration is missing: a server on SQLite cannot start then
 */
export const sayWhatToGenerate = async () => {
  if (isFresh(stamp)) return true
  const taken = takeStamp(files(), [collections, migrations])
  const { status, output } = await run(process.execPath, [inProject('scripts', 'generate.mjs'), '--check'], {
    quiet: true,
  })
  if (status === 0) writeStamp(stamp, taken)
  else console.error(output.trimEnd())
  return status !== 2
}
