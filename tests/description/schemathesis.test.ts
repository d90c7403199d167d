import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provideSchemathesis } from '../../scripts/lib/schemathesis.mjs'
import { startApp, type TestApp } from '../support/app.ts'
import { type TestDoor } from '../support/door.ts'
import { adoptCharter, application } from '../support/factories.ts'
import { makeColleague } from '../support/governance.ts'
import { lastToken } from '../support/outbox.ts'
import { openSiteDoor } from '../support/site.ts'

/** What an answer is held to. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
]

let app: TestApp
let door: TestDoor
let program: string
let scratch: string

beforeAll(async () => {
  const found = await provideSchemathesis()
  if (!found) throw new Error('schemathesis is not to be had on this machine.')
  program = found
  scratch = mkdtempSync(path.join(tmpdir(), 'cpof-schemathesis-'))
  const loose = Object.fromEntries(
    ['LOGINS', 'SIGNATURES', 'SUBMISSIONS', 'FAILED_LOGINS'].map((name) => [`LIMIT_${name}`, '1000000']),
  )
  app = await startApp({ LOG_LEVEL: 'silent', ...loose })
  await adoptCharter(app.payload)
  door = await openSiteDoor(app, loose)
}, 400_000)

afterAll(async () => {
  await door.close()
  await app.stop()
  rmSync(scratch, { recursive: true, force: true })
})

/** Runs a program of the environment that schemathesis is in, which has httpx. */
async function python(...args: string[]): Promise<{ code: unknown; said: string }> {
  const beside = path.join(path.dirname(program), 'python')
  const ran = spawn(existsSync(beside) ? beside : 'python3', args, { cwd: scratch, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [ran.stdout, ran.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code]: unknown[] = await once(ran, 'close')
  return { code, said }
}

/** Asks for what the description offers, a few times each, the same in each run. @returns what was found, empty for nothing */
async function findings(times: number, token: string | null = null): Promise<string> {
  const args = ['run', `${door.url}/api/openapi.json`, '--url', `${door.url}/api`]
  args.push(
    '--checks',
    CHECKS.join(','),
    '--phases',
    'examples,fuzzing',
    '--max-examples',
    String(times),
    '--seed',
    '1',
  )
  args.push('--no-shrink', '--no-color', '--warnings', 'off', '--generation-database', 'none', '--continue-on-failure')
  args.push('--generation-with-security-parameters', 'false', '--suppress-health-check', 'all')
  // Who ends a session, or all of them, asks for nothing more.
  args.push('--exclude-path-regex', '^/users/(logout|refresh-token|sessions)')
  if (token !== null) args.push('--header', `Authorization: JWT ${token}`)
  const tool = spawn(program, args, { cwd: scratch, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [tool.stdout, tool.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code]: unknown[] = await once(tool, 'close')
  return code === 0 ? '' : said
}

describe('what the description offers', () => {
  it('is answered to nobody as it says, and never by a failure', async () => {
    expect(await findings(2)).toBe('')
  }, 300_000)

  it('is answered to who edits and keeps the files as it says, and never by a failure', async () => {
    const { token } = await makeColleague(app.payload, ['editor', 'secretariat'])
    // Once: each asks the database for much.
    expect(await findings(1, token)).toBe('')
  }, 300_000)
})

describe('the client in Python', () => {
  it('applies with a paper, signs and follows, and says what is refused', async () => {
    const root = path.resolve(import.meta.dirname, '../..')
    const paper = path.join(scratch, 'statuts.pdf')
    writeFileSync(paper, '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')
    const client = (...args: string[]) => python(path.join(root, 'docs/api/client.py'), door.url, ...args)
    // The one of the documentation was sent above, with the other examples.
    const declared = path.join(scratch, 'adhesion.json')
    writeFileSync(declared, JSON.stringify(application()))
    const applied = await client('apply', declared, paper)
    expect(applied).toMatchObject({ code: 0, said: expect.stringContaining('awaiting-signature') as string })
    const { doc } = JSON.parse(applied.said) as { doc: { id: string } }
    const token = await lastToken(app.payload, { adhesion: doc.id, template: 'signature-link' })
    const signed = await client('sign', token, 'Jeanne Martin')
    expect(signed).toMatchObject({ code: 0, said: expect.stringContaining('"submitted"') as string })
    const follow = await lastToken(app.payload, { adhesion: doc.id, template: 'receipt' }, 'followUp')
    const followed = await client('follow', follow)
    expect(followed).toMatchObject({ code: 0, said: expect.stringContaining('statuts.pdf') as string })
    const refused = await client('follow', 'x'.repeat(43))
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('401 link-unknown') as string })
  }, 120_000)
})
