import path from 'node:path'
import { parseArgs } from 'node:util'
import { readEnv } from '../../env.ts'
import { restore } from '../../safekeeping/restore.ts'
import { UsageError } from '../command.ts'
import { inSentences } from '../plain-command.ts'

const USAGE = 'npm run restore -- FOLDER [--replace]'

/** Brings a backup back to an empty installation, verifies it, and holds its e-mails; ends with 1 when anything differs. */
export const main = (argv: readonly string[]): Promise<number> =>
  inSentences(async () => {
    const {
      values: { replace },
      positionals: [folder, ...more],
    } = parseArgs({
      args: [...argv],
      options: { replace: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    if (folder === undefined || more.length > 0)
      throw new UsageError(`The folder of a backup is needed.\nUsage: ${USAGE}`)
    const { from, checked, setAside } = await restore({ env: readEnv(), folder: path.resolve(folder), replace })
    for (const place of setAside) console.log(`What was there is kept as ${place}`)
    console.log(
      `${from} is back: ${checked.rows} rows, ${checked.chains} chains of the journal and ${checked.files} files verified.`,
    )
    console.log('No e-mail leaves from this copy until "npm run release-mail".')
    for (const fault of checked.faults) console.error(fault)
    return checked.faults.length === 0 ? 0 : 1
  })

process.exitCode = await main(process.argv.slice(2))
