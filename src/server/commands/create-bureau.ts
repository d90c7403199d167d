import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readFounding } from '../../api/governance/read-founding.ts'
import { foundBureau } from '../../membership/found-bureau.ts'
import { UsageError, withPayload } from '../command.ts'

const USAGE = 'npm run create-bureau -- --file bureau.json'

/** Founds the first Bureau from a file, on a system that has none; nothing is changed when anything is wrong. */
export async function main(argv: readonly string[]): Promise<number> {
  return withPayload(
    async () => readFounding(await readJson(argv)),
    async (payload, founding) => {
      const { body, accounts } = await foundBureau(payload, founding)
      console.log(
        `${body.name} founded. Founding members: ${founding.members.length}, mandates: ${founding.mandates.length}, accounts: ${accounts}.`,
      )
      console.log('Everybody is invited by e-mail to choose a password: the invitations leave when the server runs.')
    },
  )
}

async function readJson(argv: readonly string[]): Promise<unknown> {
  const {
    values: { file },
  } = parseArgs({ args: [...argv], options: { file: { type: 'string' } } })
  if (!file) throw new UsageError(`--file is missing.\nUsage: ${USAGE}`)
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

process.exitCode = await main(process.argv.slice(2))
