import { parseArgs } from 'node:util'
import { ConfigurationError, goOnWith, readEnv, type Env } from '../../env.ts'
import { move } from '../../safekeeping/move.ts'
import { requireBucket } from '../bucket.ts'
import { UsageError } from '../command.ts'
import { ownDataFolder } from '../data-folder.ts'
import { inSentences } from '../plain-command.ts'

const USAGE = 'npm run move -- --to mongodb://…/cpof?replicaSet=rs0 [--bucket NAME]'

/** Takes a whole SQLite installation to MongoDB, and proves it by counts, contents and chains; ends with 1 when nothing was moved. */
export const main = (argv: readonly string[]): Promise<number> =>
  inSentences(async () => {
    const {
      values: { to: url, bucket },
    } = parseArgs({ args: [...argv], options: { to: { type: 'string' }, bucket: { type: 'string' } } })
    if (!url || !/^mongodb(\+srv)?:\/\//.test(url) || bucket === '')
      throw new UsageError(`The address of a MongoDB database is needed.\nUsage: ${USAGE}`)
    const from = readEnv()
    const to = settingsThere(from, { DATABASE_URL: url, ...(bucket === undefined ? {} : { S3_BUCKET: bucket }) })
    process.umask(0o077)
    ownDataFolder(from)
    await requireBucket(from)
    await requireBucket(to)
    const { place, rows, checked, faults } = await move({
      from,
      to,
      configure: async () => (await import('../../../payload.config.ts')).default,
      say: (line) => console.log(line),
    })
    for (const [name, count] of Object.entries(rows)) console.log(`  ${name}: ${count}`)
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
    console.log(
      `${total} rows, ${checked.chains} chains of the journal and ${checked.files} files are in ${place}, the same as here: counted, compared and verified.`,
    )
    for (const fault of faults) console.error(`It was so before: ${fault}`)
    console.log(
      `This installation is marked as moved and starts no more. It goes on with DATABASE_URL of ${place}${to.S3_BUCKET === from.S3_BUCKET ? '' : ` and S3_BUCKET=${to.S3_BUCKET ?? ''}`}, and the same secrets.`,
    )
    return 0
  })

function settingsThere(from: Env, settings: Record<string, string>): Env {
  if (from.APP_MODE === 'production' && from.S3_BUCKET === undefined && settings['S3_BUCKET'] === undefined) {
    throw new UsageError(
      `Instances on MongoDB share no disk: name the bucket that uploads go to by --bucket, and its server by S3_ENDPOINT, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.\nUsage: ${USAGE}\nNothing was changed.`,
    )
  }
  try {
    return goOnWith(settings)
  } catch (error) {
    throw error instanceof ConfigurationError
      ? new UsageError(`${error.message.replaceAll('DATABASE_URL', '--to')} Nothing was changed.`, { cause: error })
      : error
  }
}

process.exitCode = await main(process.argv.slice(2))
