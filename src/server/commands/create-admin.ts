import { parseArgs } from 'node:util'
import { createAdmin } from '../../accounts/create-admin.ts'
import { formatDay } from '../../lib/dates.ts'
import { settingsOf } from '../../lib/settings.ts'
import { parseEmail } from '../../organisation/email.ts'
import { UsageError, withPayload } from '../command.ts'

const USAGE = 'npm run create-admin -- --email ada@example.org --name "Ada Martin"'

/** Makes the first administrator, and the database where there is none yet; prints the link by which the password is chosen: it is shown this once. */
export async function main(argv: readonly string[]): Promise<number> {
  return withPayload(
    () => readArguments(argv),
    async (payload, { email, name }) => {
      const { path, expiresAt } = await createAdmin(payload, { email, name })
      console.log(
        `Administrator made: ${name} <${email}>. Choose the password by this link, until the end of ${formatDay(new Date(expiresAt.getTime() - 1))}:`,
      )
      console.log(`${settingsOf(payload).PUBLIC_URL}${path}`)
    },
    { mayMake: true },
  )
}

function readArguments(argv: readonly string[]): { email: string; name: string } {
  const { values } = parseArgs({ args: [...argv], options: { email: { type: 'string' }, name: { type: 'string' } } })
  const name = values.name?.trim() ?? ''
  const read = parseEmail(values.email ?? '')
  if ('issue' in read) throw new UsageError(`--email: ${read.issue.messages.en}\nUsage: ${USAGE}`)
  if (name === '') throw new UsageError(`--name is missing.\nUsage: ${USAGE}`)
  return { email: read.email, name }
}

process.exitCode = await main(process.argv.slice(2))
