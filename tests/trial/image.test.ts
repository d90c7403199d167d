import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { root } from '../../scripts/lib/project.mjs'
import { freePort } from '../support/free-port.mjs'

const IMAGE = `localhost/cpof:trial-${process.pid}`
/** Bytes of what the image adds to Node. */
const LARGEST = 300e6

type Configured = {
  User: string
  Env: string[]
  Cmd: string[]
  WorkingDir: string
  StopSignal: string
  Healthcheck: { Test: string[] }
}

let configured: Configured
let container: string
let place: string
let server: ChildProcess
let output = ''
let env: string[]

function run(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
    // Needs no other rights than root's, on any machine.
    env: { BUILDAH_ISOLATION: 'chroot', ...process.env },
  })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(status)}: ${stdout}${stderr}`)
  return stdout.trim()
}

/** A command in the image, as its user and in its folder; with `--pid` it is process 1. */
const inside = (command: readonly string[], ...namespaces: string[]): [string, string[]] => [
  'unshare',
  [
    ...namespaces,
    '--fork',
    '--mount',
    '--kill-child',
    'sh',
    '-c',
    'place=$1 user=$2 folder=$3; shift 3; mount -t proc proc "$place/proc" && mount --rbind /dev "$place/dev" && exec chroot --userspec="$user" --groups= "$place" /usr/bin/env -i --chdir="$folder" "$@"',
    'sh',
    place,
    `${configured.User}:${configured.User}`,
    configured.WorkingDir,
    ...env,
    ...command,
  ],
]

beforeAll(async () => {
  run('buildah', 'bud', '--layers', '--network', 'host', '--format', 'docker', '--tag', IMAGE, '.')
  const inspected = JSON.parse(run('buildah', 'inspect', '--type', 'image', IMAGE)) as {
    Docker: { config: Configured }
  }
  configured = inspected.Docker.config
  container = run('buildah', 'from', IMAGE)
  place = run('buildah', 'mount', container)
  const port = await freePort()
  env = [
    ...configured.Env.filter((each) => !/^(PORT|HOST)=/.test(each)),
    `PORT=${port}`,
    'HOST=127.0.0.1',
    `PUBLIC_URL=http://127.0.0.1:${port}`,
    'PAYLOAD_SECRET=a-secret-of-the-trial-of-the-image-0001',
    'TOKEN_SECRET=a-secret-of-the-trial-of-the-image-0002',
    'SMTP_URL=smtp://127.0.0.1:9',
    'MAIL=hold',
    'MAIL_FROM=CPOF <ne-pas-repondre@cpof-essai.fr>',
  ]
  const [program, args] = inside(configured.Cmd, '--pid')
  server = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  server.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text))
  await vi.waitUntil(
    async () =>
      server.exitCode !== null ||
      (await fetch(`http://127.0.0.1:${port}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )),
    { timeout: 120_000, interval: 200 },
  )
  if (server.exitCode !== null) throw new Error(`The image does not run.\n${output}`)
}, 1_800_000)

afterAll(() => {
  server?.kill('SIGKILL')
  if (container) {
    run('buildah', 'rm', container)
    run('buildah', 'rmi', IMAGE)
  }
}, 120_000)

/** The process that is 1 in there, by its number here. */
const first = (): number =>
  Number(readFileSync(`/proc/${String(server.pid)}/task/${String(server.pid)}/children`, 'utf8').trim())

describe('the image', () => {
  it('adds little to Node', () => {
    const [bytes] = run('du', '--summarize', '--bytes', `${place}/opt/cpof`).split('\t')
    expect(Number(bytes)).toBeLessThan(LARGEST)
  })

  it('holds no sources, no tests, and nobody’s settings', () => {
    expect(
      run('find', `${place}/opt/cpof`, '-path', '*/node_modules', '-prune', '-o', '-name', '*.env', '-print'),
    ).toBe('')
    expect(
      run('find', `${place}/opt/cpof`, '-maxdepth', '1', '-name', 'src', '-o', '-maxdepth', '1', '-name', 'tests'),
    ).toBe('')
  })

  it('runs as somebody who is not root, and as process 1', () => {
    const status = readFileSync(`/proc/${first()}/status`, 'utf8')
    expect(status).toMatch(/^NSpid:\t\d+\t1$/m)
    expect(status).toMatch(/^Uid:\t(?!0\t)\d+\t/m)
  })

  it('is found healthy by its own health check', () => {
    const [form, ...check] = configured.Healthcheck.Test
    expect(form).toBe('CMD')
    const [program, args] = inside(check)
    expect(spawnSync(program, args).status).toBe(0)
  })

  it('ends well on the signal of a stop', async () => {
    const ended = once(server, 'exit')
    expect(configured.StopSignal).toBe('SIGTERM')
    process.kill(first(), 'SIGTERM')
    expect(await ended).toEqual([0, null])
    expect(output).toContain('"msg":"Stopped"')
  })
})
