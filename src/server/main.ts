import { parseArgs } from 'node:util'
import { ConfigurationError, readEnv } from '../env.ts'
import { resetDemo } from './reset.ts'
import { startServer } from './start.ts'

/** What a start that cannot go on is told as a sentence, without a stack. */
function plainSentence(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (error instanceof ConfigurationError) return error.message
  if (!('code' in error)) return null
  if (error.code === 'database-in-use' || error.code === 'start-refused') return error.message
  if (error.code === 'EADDRINUSE') return `Port already in use: ${error.message}. Choose another with PORT=….`
  return null
}

try {
  const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } })
  const env = readEnv()
  if (values.reset) {
    if (env.APP_MODE !== 'demo') throw new ConfigurationError('--reset erases all data: it works in demo mode alone.')
    resetDemo(env)
  }
  const { stop } = await startServer(env, { reset: values.reset })
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // A terminal and npm may both pass the same Ctrl+C on: once is meant.
      if (stopping) return
      stopping = true
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
} catch (error) {
  console.error(plainSentence(error) ?? error)
  process.exit(1)
}
