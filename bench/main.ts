import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { applications } from './applications.ts'
import { sideBySide, type Measured, type Way } from './measure.ts'
import { serve, type Served } from './server.ts'

/** A submission writes a dozen rows in one transaction: rounds of it are counted, not timed. */
const SUBMISSIONS = 150

/**
 * What the front door costs: submissions, reads by REST and a public page, each beside a bare Express route that does
 * the same, on one database, in turns. It reports and fails nothing. The load comes from this process, the answers
 * from another; `DATABASE_URL` measures MongoDB (an empty database of your own), otherwise a SQLite file that is
 * removed afterwards. No e-mail is sent meanwhile.
 */
async function bench(seconds: number): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cpof-bench-'))
  const unlimited = '1000000000'
  const child = fork(process.argv[1] ?? '', ['--serve'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      APP_MODE: 'test',
      DATA_DIR: dataDir,
      PUBLIC_URL: 'http://localhost:3000',
      PAYLOAD_SECRET: randomBytes(24).toString('hex'),
      TOKEN_SECRET: randomBytes(24).toString('hex'),
      LOG_LEVEL: 'silent',
      LIMIT_SUBMISSIONS: unlimited,
    },
  })
  try {
    console.log('Preparing a database with the sample data …')
    const served = await addresses(child)
    console.log(`${process.env['DATABASE_URL'] ? 'MongoDB' : 'SQLite'}, 20 connections, 2 rounds of ${seconds} s (submissions: of ${SUBMISSIONS}) each\n`)
    const pairs: [string, Way, Way][] = [
      ['public page /charte', { url: `${served.door}/charte` }, { url: `${served.bare}/charte` }],
      ['REST: 20 pages', { url: `${served.door}/api/pages?limit=20` }, { url: `${served.bare}/pages` }],
      ['submission', { url: `${served.door}/api/adhesions`, post: applications(0), amount: SUBMISSIONS }, { url: `${served.bare}/adhesions`, post: applications(5_000_000), amount: SUBMISSIONS }],
    ]
    console.log(line('', 'front door/s', 'p50', 'p99', 'bare/s', 'p50', 'p99', 'ratio', 'failed'))
    for (const [name, ours, bare] of pairs) console.log(report(name, await sideBySide(ours, bare, seconds)))
  } finally {
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const line = (name: string, ...cells: string[]): string => name.padEnd(22) + cells.map((cell) => cell.padStart(13)).join('')

const milliseconds = (value: number): string => `${value} ms`

const report = (name: string, { ours, bare }: { ours: Measured; bare: Measured }): string =>
  line(
    name,
    ours.rate.toFixed(0),
    milliseconds(ours.p50),
    milliseconds(ours.p99),
    bare.rate.toFixed(0),
    milliseconds(bare.p50),
    milliseconds(bare.p99),
    (ours.rate / bare.rate).toFixed(2),
    String(ours.failed + bare.failed),
  )

const isServed = (message: unknown): message is Served => typeof message === 'object' && message !== null && 'door' in message && 'bare' in message

async function addresses(child: ReturnType<typeof fork>): Promise<Served> {
  const told = once(child, 'message').then(([message]: unknown[]) => message)
  const ended = once(child, 'exit').then(() => null)
  const message = await Promise.race([told, ended])
  if (!isServed(message)) throw new Error('The server of the benchmark did not start.')
  return message
}

const { values } = parseArgs({ options: { serve: { type: 'boolean', default: false }, seconds: { type: 'string', default: '4' } } })
await (values.serve ? serve() : bench(Math.max(1, Number(values.seconds) || 4)))
