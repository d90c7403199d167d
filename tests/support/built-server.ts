import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { vi } from 'vitest'

import { nodeFlags, root } from '../../scripts/lib/project.mjs'

/** The server as it runs for people: the built one, in a process of its own. */
export type BuiltServer = {
  url: string
  /** What it wrote so far, both streams. */
  output: () => string
  /** Ends it (`SIGTERM` asks, `SIGKILL` does not) and waits for its end. */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
  /** Its process stands still, and answers nothing. */
  freeze: () => void
  goOn: () => void
}

/** A program and its arguments. */
export type Command = readonly [string, ...string[]]

const hasEnded = (server: ChildProcess) => server.exitCode !== null || server.signalCode !== null

/**
 * Starts `dist/server.js` and waits until it is ready.
 *
 * @param port on which it listens on this machine (`freePort` gives one)
 * @param settings its environment; nothing of the test's own but `PATH` and the like reaches it
 * @param command another line that runs it; whatever that starts gets the signals, too
 * @throws when it ends before it is ready, with what it wrote
 */
export async function startBuiltServer(
  port: number,
  settings: Record<string, string>,
  command?: Command,
): Promise<BuiltServer> {
  const url = `http://localhost:${port}`
  const { PATH, HOME, TMPDIR } = process.env
  const env = { PATH, HOME, TMPDIR, NODE_ENV: 'production' as const, PORT: String(port), PUBLIC_URL: url, ...settings }
  const [program, ...args] = command ?? [process.execPath, ...nodeFlags, path.join(root, 'dist', 'server.js')]
  const server = spawn(program, args, { cwd: root, env, detached: command !== undefined })
  const signal = (name: NodeJS.Signals) => (command && server.pid ? process.kill(-server.pid, name) : server.kill(name))
  let output = ''
  server.stdout.setEncoding('utf8').on('data', (text) => (output += text))
  server.stderr.setEncoding('utf8').on('data', (text) => (output += text))

  const end = async (name: 'SIGTERM' | 'SIGKILL') => {
    if (hasEnded(server)) return
    const ended = once(server, 'exit')
    signal(name)
    await ended
  }
  const ready = async () => {
    if (hasEnded(server)) return
    const answer = await fetch(`${url}/health/ready`)
    if (!answer.ok) throw new Error(`It is not ready: ${answer.status}.`)
  }
  try {
    await vi.waitFor(ready, { timeout: 90_000, interval: 50 })
  } catch (error) {
    await end('SIGKILL')
    throw new Error(`The server did not become ready.\n${output}`, { cause: error })
  }
  if (hasEnded(server)) throw new Error(`The server ended before it was ready.\n${output}`)
  return { url, output: () => output, end, freeze: () => signal('SIGSTOP'), goOn: () => signal('SIGCONT') }
}
