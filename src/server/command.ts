import { getPayload, type Payload } from 'payload'
import { readEnv } from '../env.ts'
import { isDomainError } from '../lib/errors.ts'
import { ownDataFolder } from './data-folder.ts'
import { plainSentence } from './plain-sentence.ts'

/** The arguments of a command cannot be used; the message is shown to whoever typed them. */
export class UsageError extends Error {
  override name = 'UsageError'
}

type Options = {
  /** Whether the command may make the database, and its folder, where there is none yet. */
  mayMake?: boolean
}

/**
 * Runs a command of one's own against the database: reads what was asked for, and only then opens it. What went
 * wrong and could be foreseen is said in plain sentences, with the place where it stands.
 * @returns the status to end with: 1 when nothing was done
 */
export async function withPayload<Asked>(
  read: () => Asked | Promise<Asked>,
  act: (payload: Payload, asked: Asked) => Promise<void>,
  { mayMake = false }: Options = {},
): Promise<number> {
  let payload: Payload | null = null
  process.umask(0o077)
  try {
    const asked = await read()
    ownDataFolder(readEnv(), { mayMake })
    const { default: config } = await import('../../payload.config.ts')
    payload = await getPayload({ config })
    await act(payload, asked)
    return 0
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === null) throw error
    console.error(sentence)
    return 1
  } finally {
    await payload?.destroy()
  }
}

/** The sentence of a foreseen error, told without a stack; null for any other error. */
function sentenceOf(error: unknown): string | null {
  if (isDomainError(error))
    return [
      error.messages.en,
      ...error.issues.map(({ path, messages }) => `  ${path === '' ? 'file' : path}: ${messages.en}`),
    ].join('\n')
  if (!(error instanceof Error)) return null
  if (error instanceof UsageError) return error.message
  const sentence = plainSentence(error)
  if (sentence !== null) return sentence
  const code: unknown = 'code' in error ? error.code : undefined
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS') ? error.message : null
}
