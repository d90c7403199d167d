import { ConfigurationError } from '../env.ts'
import { UsageError } from './command.ts'

const FORESEEN = new Set(['safekeeping', 'database-in-use', 'start-refused'])

/**
 * Runs a command that works on the data as it lies: what could be foreseen is said in its sentence, without a stack.
 * @returns the status to end with
 */
export async function inSentences(run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const code = 'code' in error ? String(error.code) : ''
    if (
      !(error instanceof UsageError) &&
      !(error instanceof ConfigurationError) &&
      !FORESEEN.has(code) &&
      !code.startsWith('ERR_PARSE_ARGS')
    )
      throw error
    console.error(error.message)
    return 1
  }
}
