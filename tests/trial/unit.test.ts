import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { packInstallation } from '../../scripts/lib/archive.mjs'
import { inProject } from '../../scripts/lib/project.mjs'
import { freePort } from '../support/free-port.mjs'
import { type Booted, booted } from './booted.ts'

const UNIT = 'docs/deployment/cpof.service'
const STEPS = readFileSync(UNIT, 'utf8').split('\n')

let folder: string
let url: string
let system: Booted

/** A step that the unit's own head tells the operator, with the settings in the place of the empty ones. */
const step = (program: string): string[] => {
  const line = STEPS.find((each) => each.startsWith(`#   ${program} `))
  if (line === undefined) throw new Error(`The unit tells nobody to ${program}`)
  return line.slice(4).split('#')[0]?.trim().split(' ') ?? []
}

const answers = (): Promise<number> =>
  fetch(`${url}/health/ready`).then(
    ({ status }) => status,
    () => 0,
  )
const ready = () =>
  vi
    .waitUntil(async () => (await answers()) === 200, { timeout: 90_000, interval: 100 })
    .catch(() => {
      throw new Error(system.tried('journalctl', '--unit=cpof', '--no-pager', '--output=cat').output)
    })
const shown = (...properties: string[]): Record<string, string> =>
  Object.fromEntries(
    system
      .run('systemctl', 'show', 'cpof', ...properties.map((each) => `--property=${each}`))
      .split('\n')
      .map((line) => line.split('=', 2) as [string, string]),
  )

/** As the head of the unit says: an account, the settings, the unit; `/opt/cpof` is the unpacked archive. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cpof-trial-'))
  const { file } = await packInstallation()
  mkdirSync(path.join(folder, 'opt'))
  const unpacked = spawnSync('tar', ['-xzf', inProject(file), '-C', path.join(folder, 'opt')], { encoding: 'utf8' })
  expect({ status: unpacked.status, said: unpacked.stderr }).toEqual({ status: 0, said: '' })
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  writeFileSync(
    path.join(folder, 'cpof.env'),
    [
      `PUBLIC_URL=${url}`,
      `PORT=${port}`,
      'PAYLOAD_SECRET=a-secret-of-the-trial-of-the-unit-00001',
      'TOKEN_SECRET=a-secret-of-the-trial-of-the-unit-00002',
      'SMTP_URL=smtp://127.0.0.1:9',
      'MAIL=hold',
      'MAIL_FROM=CPOF <ne-pas-repondre@cpof-essai.fr>',
      '',
    ].join('\n'),
  )
  system = await booted({
    [process.execPath]: '/usr/bin/node',
    [path.join(folder, 'opt', 'cpof')]: '/opt/cpof',
    [path.join(folder, 'cpof.env')]: '/run/cpof.env',
  })
  const [useradd = '', ...account] = step('useradd')
  system.run(useradd, ...account)
  const [install = '', ...how] = step('install').map((word) => (word === '.env.example' ? '/run/cpof.env' : word))
  system.run(install, ...how)
  system.run('cp', `/opt/cpof/${UNIT}`, '/etc/systemd/system/cpof.service')
  system.run('systemctl', 'daemon-reload')
  system.run('systemctl', 'enable', '--now', 'cpof')
  await ready()
}, 300_000)

afterAll(async () => {
  await system?.halt()
  rmSync(folder, { recursive: true, force: true })
}, 120_000)

describe('the unit, under systemd', () => {
  it('serves the site and the panel', async () => {
    for (const page of ['/', '/admin/login']) expect([page, (await fetch(url + page)).status]).toEqual([page, 200])
  })

  it('runs as nobody of importance, who may touch its own folder', () => {
    const { MainPID = '' } = shown('MainPID')
    const status = system.run('cat', `/proc/${MainPID}/status`)
    expect(status).toMatch(/^NoNewPrivs:\t1$/m)
    expect(status).toMatch(/^CapBnd:\t0+$/m)
    expect(status).toMatch(/^Seccomp:\t2$/m)
    expect(system.run('stat', '--format=%U', `/proc/${MainPID}`)).toBe('cpof')
    expect(system.run('find', '/var/lib/cpof', '-not', '-user', 'cpof', '-o', '-perm', '/077')).toBe('')
  })

  it('is started again when it is killed', async () => {
    const { MainPID = '' } = shown('MainPID')
    system.run('kill', '-KILL', MainPID)
    await vi.waitUntil(() => shown('NRestarts')['NRestarts'] === '1', { timeout: 30_000, interval: 100 })
    await ready()
  })

  it('ends well on `systemctl stop`, and stays ended', async () => {
    system.run('systemctl', 'stop', 'cpof')
    expect(shown('ActiveState', 'Result', 'ExecMainStatus', 'NRestarts')).toEqual({
      ActiveState: 'inactive',
      Result: 'success',
      ExecMainStatus: '0',
      NRestarts: '1',
    })
    expect(await answers()).toBe(0)
    expect(system.run('journalctl', '--unit=cpof', '--no-pager', '--output=cat')).toContain('"msg":"Stopped"')
  })
})
