import { parseArgs } from 'node:util'
import { ConfigurationError, readEnv, useTimeOfParis } from '../env.ts'
import { ownDataFolder } from './data-folder.ts'
import { requirePort } from './listening.ts'
import { plainSentence } from './plain-sentence.ts'
import { resetDemo } from './reset.ts'
import { type RunningServer, startServer } from './start.ts'

/** Whether the process runs in a terminal, whose hangup then ends it; elsewhere the signal asks to open logs anew, and there are none. */
const inTerminal = process.stdout.isTTY

useTimeOfParis()

let running: RunningServer | null = null
let stopping = false

/** Ends the process on a signal: after the server has stopped, or at once while it starts, which may be cut off anywhere. */
function endOn(signal: NodeJS.Signals): void {
  // A terminal and npm may both pass the same Ctrl+C on: once is meant.
  if (stopping) return
  stopping = true
  if (!running) process.exit(0)
  running.stop(signal).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, endOn)
process.on('SIGHUP', (signal) => {
  if (inTerminal) endOn(signal)
})

try {
  process.umask(0o077)
  const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } })
  const env = readEnv()
  await requirePort(env)
  if (values.reset) {
    if (env.APP_MODE !== 'demo') throw new ConfigurationError('--reset erases all data: it works in demo mode alone.')
    resetDemo(env)
  }
  const notices = ownDataFolder(env)
  running = await startServer(env, { reset: values.reset, notices })
} catch (error) {
  console.error(plainSentence(error) ?? error)
  process.exit(1)
}
