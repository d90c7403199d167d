import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { applications } from './applications.ts'
import { sideBySide, type Way } from './measure.ts'
import { line, report } from './report.ts'
import { serve, type Order, type Served } from './server.ts'
import { benchSite } from './site.ts'

/** A submission writes a dozen rows in one transaction: rounds of it are counted, not timed. */
const SUBMISSIONS = 150

/**
 * What the public site does, and what the front door costs: submissions, reads by REST and a public page, each beside a
 * bare Express route that does the same, on one database, in turns. It reports and fails nothing. The load comes from this process, the answers
 * from another; `DATABASE_URL` measures MongoDB (an empty database of your own), otherwise a SQLite file that is
 * removed afterwards. No e-mail is sent meanwhile.
 */
async function bench(seconds: number, addresses: number): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cpof-bench-'))
  const unlimited = '1000000000'
  const child = fork(process.argv[1] ?? '', ['--serve'], {
    execArgv: [...process.execArgv, '--expose-gc'],
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
    const served = await whereItAnswers(child)
    console.log(
      `${process.env['DATABASE_URL'] ? 'MongoDB' : 'SQLite'}, 20 connections, 3 rounds of ${seconds} s (submissions: of ${SUBMISSIONS}) each`,
    )
    const order = async (what: Order): Promise<number> => {
      const told = once(child, 'message')
      child.send(what)
      const [answer]: unknown[] = await told
      return typeof answer === 'object' && answer !== null && 'done' in answer && typeof answer.done === 'number'
        ? answer.done
        : 0
    }
    await benchSite({ served, seconds, addresses, order })
    const pairs: [string, Way, Way][] = [
      ['public page /charte', { url: `${served.door}/charte` }, { url: `${served.bare}/charte` }],
      ['REST: 20 pages', { url: `${served.door}/api/pages?limit=20` }, { url: `${served.bare}/pages` }],
      [
        'submission',
        { url: `${served.door}/api/adhesions`, post: applications(0), amount: SUBMISSIONS },
        { url: `${served.bare}/adhesions`, post: applications(5_000_000), amount: SUBMISSIONS },
      ],
    ]
    console.log(line('\nWhat the door costs', 'front door/s', 'p50', 'p99', 'bare/s', 'p50', 'p99', 'ratio', 'failed'))
    for (const [name, ours, bare] of pairs) console.log(report(name, await sideBySide(ours, bare, seconds)))
  } finally {
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const isServed = (message: unknown): message is Served =>
  typeof message === 'object' && message !== null && 'door' in message && 'bare' in message

async function whereItAnswers(child: ReturnType<typeof fork>): Promise<Served> {
  const told = once(child, 'message').then(([message]: unknown[]) => message)
  const ended = once(child, 'exit').then(() => null)
  const message = await Promise.race([told, ended])
  if (!isServed(message)) throw new Error('The server of the benchmark did not start.')
  return message
}

const { values } = parseArgs({
  options: {
    serve: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '4' },
    addresses: { type: 'string', default: '100000' },
  },
})
await (values.serve
  ? serve()
  : bench(Math.max(1, Number(values.seconds) || 4), Math.max(1_000, Number(values.addresses) || 100_000)))
