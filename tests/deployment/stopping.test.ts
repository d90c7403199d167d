import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { freePort } from '../support/free-port.mjs'
import { root } from '../../scripts/lib/project.mjs'

const UNIT_START = [
  '-r',
  './scripts/lib/check-node.cjs',
  '--conditions=production',
  '--enable-source-maps',
  'scripts/run.mjs',
  'start',
]

type Started = { process: ChildProcess; url: string; output: () => string; isReady: () => Promise<boolean> }

const started: { process: ChildProcess; folder: string }[] = []

afterEach(() => {
  for (const { process: server, folder } of started.splice(0)) {
    try {
      // The whole group: what a test that failed left behind, too.
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL')
    } catch {
      // Nobody is left of it.
    }
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Starts an installation of its own by a documented command, and waits until it can do its work. */
async function startBy(program: string, args: readonly string[]): Promise<Started> {
  const [port, folder] = [await freePort(), mkdtempSync(path.join(tmpdir(), 'cpof-stop-'))]
  const url = `http://127.0.0.1:${port}`
  const { PATH, HOME, TMPDIR } = process.env
  const server = spawn(program, args, {
    cwd: root,
    detached: true,
    env: {
      PATH,
      HOME,
      TMPDIR,
      NODE_ENV: 'production',
      APP_MODE: 'production',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: folder,
      PAYLOAD_SECRET: 'a-secret-of-the-tests-of-stopping-000001',
      TOKEN_SECRET: 'a-secret-of-the-tests-of-stopping-000002',
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL: 'hold',
      MAIL_FROM: 'CPOF <ne-pas-repondre@cpof-essai.fr>',
    },
  })
  started.push({ process: server, folder })
  let output = ''
  server.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  server.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
  const isReady = () =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
  await vi.waitUntil(async () => server.exitCode !== null || (await isReady()), { timeout: 90_000, interval: 50 })
  if (server.exitCode !== null) throw new Error(`The server did not start.\n${output}`)
  return { process: server, url, output: () => output, isReady }
}

async function endBy(server: Started, signal: NodeJS.Signals): Promise<unknown[]> {
  const ended = once(server.process, 'exit')
  server.process.kill(signal)
  return ended
}

const lastLine = (output: string): unknown => JSON.parse(output.trimEnd().split('\n').at(-1) ?? '')

describe('a server that was started as documented', () => {
  it('ends well on SIGTERM by `npm start` in a shell, and leaves nobody behind', async () => {
    const server = await startBy('sh', ['-c', 'exec npm start --silent'])
    expect(await endBy(server, 'SIGTERM')).toEqual([0, null])
    expect(lastLine(server.output())).toMatchObject({ msg: 'Stopped', mode: 'production', database: 'sqlite' })
    expect(await server.isReady()).toBe(false)
  })

  it('goes on after SIGHUP and ends well on SIGINT, by the line of the unit and the image', async () => {
    const server = await startBy(process.execPath, UNIT_START)
    server.process.kill('SIGHUP')
    expect(await server.isReady()).toBe(true)
    expect(await endBy(server, 'SIGINT')).toEqual([0, null])
    expect(lastLine(server.output())).toMatchObject({ msg: 'Stopped' })
  })

  it('ends well on SIGTERM as process 1, to which no signal has an effect of its own', async () => {
    const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user']
    const server = await startBy('unshare', [
      ...asRoot,
      '--fork',
      '--pid',
      '--mount-proc',
      '--kill-child',
      process.execPath,
      ...UNIT_START,
    ])
    const ended = once(server.process, 'exit')
    // The process below `unshare` is 1 in its own namespace.
    const { pid } = server.process
    const inside = spawn('sh', ['-c', 'kill -TERM $(cat /proc/$0/task/$0/children)', String(pid)])
    await once(inside, 'exit')
    expect(await ended).toEqual([0, null])
    expect(lastLine(server.output())).toMatchObject({ msg: 'Stopped' })
  })
})
