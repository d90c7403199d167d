import path from 'node:path'
import { parseArgs } from 'node:util'
import { readEnv } from '../../env.ts'
import { backUp } from '../../safekeeping/backup.ts'
import { UsageError } from '../command.ts'
import { inSentences } from '../plain-command.ts'
import { platformVersion } from '../../lib/version.ts'

const USAGE = 'npm run backup -- FOLDER [--keep N]'

/** Writes the database and its uploads, as one moment has them, into a folder of that moment; the server may go on. */
export const main = (argv: readonly string[]): Promise<number> =>
  inSentences(async () => {
    const {
      values,
      positionals: [folder, ...more],
    } = parseArgs({ args: [...argv], options: { keep: { type: 'string' } }, allowPositionals: true })
    const keep = values.keep === undefined ? null : Number(values.keep)
    if (folder === undefined || more.length > 0 || (keep !== null && !(Number.isSafeInteger(keep) && keep > 0)))
      throw new UsageError(`A folder is needed, and how many backups to keep is a number.\nUsage: ${USAGE}`)
    const {
      folder: made,
      manifest,
      removed,
    } = await backUp({ env: readEnv(), folder: path.resolve(folder), keep, version: platformVersion() })
    const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0)
    console.log(`${rows} rows and ${manifest.uploads.length} files kept in ${made}`)
    for (const name of removed) console.log(`Removed ${name}: more than ${String(keep)} were kept.`)
    for (const name of manifest.missing) console.error(`Missing when the copy was made, though a row names it: ${name}`)
    return 0
  })

process.exitCode = await main(process.argv.slice(2))
