import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleFile, endBundler } from '../../scripts/lib/bundle.mjs'
import { inProject, nodeFlags, root } from '../../scripts/lib/project.mjs'
import { lockFile, unlockFile } from '../../src/db/lock.ts'
import { application } from '../support/factories.ts'
import { freshMongoUrl } from '../support/mongo.ts'

/** The commands as people run them: bundled, in a process of their own, against a database of their own. */

const mongo = process.env['TEST_DATABASE'] === 'mongo'
const folder = mkdtempSync(path.join(tmpdir(), 'cpof-commands-'))
// Beside the packages, where the bundle finds them.
const bundles = inProject('node_modules', '.cache', `commands-${randomBytes(4).toString('hex')}`)
const file = path.join(folder, 'cpof.db')

const settings = {
  APP_MODE: 'test',
  PUBLIC_URL: 'http://localhost:3000',
  DATA_DIR: folder,
  DATABASE_URL: mongo ? freshMongoUrl() : `file:${file}`,
  PAYLOAD_SECRET: randomBytes(24).toString('hex'),
  TOKEN_SECRET: randomBytes(24).toString('hex'),
}

type Ended = { status: number; out: string; err: string }

function run(command: string, ...args: string[]): Promise<Ended> {
  const { PATH, HOME, TMPDIR } = process.env
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...nodeFlags, path.join(bundles, `${command}.js`), ...args],
      { cwd: root, env: { PATH, HOME, TMPDIR, NODE_ENV: 'production', ...settings } },
      (error, out, err) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
      },
    )
  })
}

beforeAll(async () => {
  await mkdir(bundles, { recursive: true })
  for (const command of ['create-admin', 'create-bureau', 'reset-second-factor'])
    await bundleFile(`src/server/commands/${command}.ts`, path.join(bundles, `${command}.js`))
})

afterAll(async () => {
  await endBundler()
  await rm(bundles, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
})

const { organisation, representative } = application()

const person = (name: string, role: string, more: object = {}) => ({
  firstName: name,
  lastName: 'Roche',
  email: `${name.toLowerCase()}@bureau.example`,
  role,
  firstDay: '2026-01-12',
  ...more,
})

const founding = {
  deliberation: 'Assemblée constitutive du 12 janvier 2026, résolution 3',
  body: { name: 'Bureau' },
  members: [{ key: 'fondateur', effectiveOn: '2026-01-12', organisation, representative }],
  mandates: [
    person('Ada', 'chair', { onBehalfOf: 'fondateur' }),
    person('Line', 'treasurer'),
    person('Zoe', 'member', { lastDay: '2028-01-11' }),
  ],
  secretariat: [
    { name: 'Camille', email: 'camille@bureau.example' },
    { name: 'Dominique', email: 'dominique@bureau.example' },
  ],
}

/** More than a transaction has time for, if a hash were computed for each of them in it. */
const many = Array.from({ length: 90 }, (_, index) => ({
  name: `Aide ${index}`,
  email: `aide-${index}@bureau.example`,
}))

async function written(content: unknown): Promise<string> {
  const name = path.join(folder, `${randomBytes(4).toString('hex')}.json`)
  await writeFile(name, typeof content === 'string' ? content : JSON.stringify(content))
  return name
}

describe('create-admin', () => {
  it('makes an administrator and prints the link by which the password is chosen', async () => {
    const { status, out, err } = await run('create-admin', '--email', 'Admin@CPOF.example', '--name', 'Ada Martin')
    expect(status, err).toBe(0)
    expect(out).toContain('Ada Martin <admin@cpof.example>')
    expect(out).toMatch(/http:\/\/localhost:3000\/admin\/reset\/[0-9a-f]{64}/)
  })

  it('says in a sentence what is wrong, and does nothing', async () => {
    expect(await run('create-admin', '--email', 'admin@cpof.example', '--name', 'Autre')).toMatchObject({
      status: 1,
      err: expect.stringContaining('There is an account for admin@cpof.example already'),
    })
    expect(await run('create-admin', '--email', 'nobody', '--name', 'x')).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^--email: .*\nUsage: npm run create-admin/),
    })
    expect(await run('create-admin', '--role', 'x')).toMatchObject({
      status: 1,
      err: expect.stringContaining('--role'),
    })
  })
})

describe('reset-second-factor', () => {
  it('says in a sentence what there is not to take away', async () => {
    expect(await run('reset-second-factor', '--email', 'Admin@cpof.example')).toMatchObject({
      status: 1,
      err: 'The account admin@cpof.example has no second factor: there is nothing to take away.\n',
    })
    expect(await run('reset-second-factor', '--email', 'personne@cpof.example')).toMatchObject({
      status: 1,
      err: 'There is no such account.\n',
    })
    expect(await run('reset-second-factor')).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^--email: .*\nUsage: npm run reset-second-factor/),
    })
  })
})

describe('create-bureau', () => {
  it('makes nobody administrator and secretary', async () => {
    const asSecretary = {
      ...founding,
      secretariat: [...founding.secretariat, { name: 'Ada Martin', email: 'ADMIN@cpof.example' }],
    }
    const refused = await run('create-bureau', '--file', await written(asSecretary))
    expect([refused.status, refused.out, refused.err]).toEqual([
      1,
      '',
      expect.stringContaining('nobody is administrator and secretary at once'),
    ])
  })

  it('names the place of everything that is wrong in its file', async () => {
    const { status, err } = await run(
      'create-bureau',
      '--file',
      await written({
        ...founding,
        deliberation: '',
        mandates: [
          person('Ada', 'chair', { onBehalfOf: 'inconnu' }),
          person('Line', 'king'),
          person('Zoe', 'member', { lastDay: '2025-01-01', firstDay: 'demain', email: 'ada@bureau.example' }),
        ],
        secretariat: [{ name: 'Camille' }],
      }),
    )
    expect(status).toBe(1)
    const places = err
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(':')[0])
      .filter(Boolean)
    expect(places).toEqual(
      expect.arrayContaining([
        'deliberation',
        'mandates.0.onBehalfOf',
        'mandates.1.role',
        'mandates.2.firstDay',
        'mandates.2.email',
        'secretariat.0.email',
        'secretariat',
      ]),
    )
    expect(await run('create-bureau', '--file', await written('{'))).toMatchObject({
      status: 1,
      err: expect.stringContaining('cannot be read as JSON'),
    })
  })

  it('changes nothing while another process holds a SQLite file', async () => {
    const name = await written({ ...founding, secretariat: [...founding.secretariat, ...many] })
    if (!mongo) {
      lockFile(file)
      try {
        const { status, out, err } = await run('create-bureau', '--file', name)
        expect({ status, out }).toEqual({ status: 1, out: expect.not.stringContaining('founded') })
        expect(err.trim().split('\n')).toEqual([
          expect.stringMatching(/^Another process is using .*cpof\.db: stop it first\. Nothing was changed\.$/),
        ])
      } finally {
        unlockFile(file)
      }
    }
    expect(await run('create-bureau', '--file', name)).toMatchObject({
      status: 0,
      out: expect.stringContaining('Bureau founded. Founding members: 1, mandates: 3, accounts: 95.'),
    })
  })

  it('founds it once', async () => {
    expect(await run('create-bureau', '--file', await written(founding))).toMatchObject({
      status: 1,
      err: expect.stringContaining('the Bureau is founded once'),
    })
  })
})
