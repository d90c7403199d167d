import { parseArgs } from 'node:util'
import { resetSecondFactor } from '../../accounts/reset-second-factor.ts'
import { parseEmail } from '../../organisation/email.ts'
import { UsageError, withPayload } from '../command.ts'

const USAGE = 'npm run reset-second-factor -- --email ada@example.org'

/** Takes the second factors of an account away, for its holder who lost them: whoever may run this has the server already. */
export async function main(argv: readonly string[]): Promise<number> {
  return withPayload(
    () => readEmail(argv),
    async (payload, email) => {
      const { account, removed } = await resetSecondFactor(payload, { email })
      console.log(
        `Second factors and recovery codes of ${account.name} <${account.email}> taken away: ${removed}. The account's sessions have ended.`,
      )
      console.log(
        'Its holder, the secretaries and the chair are told by e-mail when the server runs. Where a second factor is required, the next sign-in asks to enrol one.',
      )
    },
  )
}

function readEmail(argv: readonly string[]): string {
  const { values } = parseArgs({ args: [...argv], options: { email: { type: 'string' } } })
  const read = parseEmail(values.email ?? '')
  if ('issue' in read) throw new UsageError(`--email: ${read.issue.messages.en}\nUsage: ${USAGE}`)
  return read.email
}

process.exitCode = await main(process.argv.slice(2))
