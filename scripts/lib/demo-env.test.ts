import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { provideDemoEnv, useDemoEnv } from './demo-env.mjs'

let folder: string
const odd = `another \\ one's "password"`
const names = ['DATABASE_URL', 'PUBLIC_URL', 'SMTP_URL', 'APP_MODE', 'PAYLOAD_SECRET', 'TOKEN_SECRET', 'DEMO_PASSWORD']
const forgetSettings = () => names.forEach((name) => vi.stubEnv(name, undefined))
const settings = () => Object.fromEntries(names.map((name) => [name, process.env[name]]))

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cpof-demo-env-'))
  vi.stubEnv('DATA_DIR', folder)
  forgetSettings()
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

describe('the settings of the demo', () => {
  it('are made once, for its owner alone to read, and stay', () => {
    provideDemoEnv({ reset: false })
    const first = settings()
    expect(first).toMatchObject({ APP_MODE: 'demo', DEMO_PASSWORD: expect.stringMatching(/^(\w{4}-){3}\w{4}$/) })
    expect(first['PAYLOAD_SECRET']?.length).toBeGreaterThanOrEqual(32)
    expect(first['TOKEN_SECRET']).not.toBe(first['PAYLOAD_SECRET'])
    expect(statSync(path.join(folder, 'demo.env')).mode & 0o777).toBe(0o600)

    forgetSettings()
    provideDemoEnv({ reset: false })
    expect(settings()).toEqual(first)
    expect(readdirSync(folder)).toEqual(['demo.env'])
  })

  it('are read by commands on the demo, under the real environment', () => {
    provideDemoEnv({ reset: false })
    const made = settings()
    forgetSettings()
    expect(useDemoEnv()).toBe(true)
    expect(settings()).toEqual(made)

    forgetSettings()
    vi.stubEnv('APP_MODE', 'demo')
    vi.stubEnv('TOKEN_SECRET', 'given')
    expect(useDemoEnv()).toBe(true)
    expect(settings()).toEqual({ ...made, TOKEN_SECRET: 'given' })
  })

  it.each(['PAYLOAD_SECRET', 'TOKEN_SECRET', 'DATABASE_URL', 'PUBLIC_URL', 'SMTP_URL'])(
    'never reach a command of an instance, which %s tells',
    (name) => {
      provideDemoEnv({ reset: false })
      forgetSettings()
      vi.stubEnv(name, 'given')
      expect(useDemoEnv()).toBe(false)
      expect(process.env['APP_MODE']).toBeUndefined()
    },
  )

  it('never reach a server that is said to be in production', () => {
    provideDemoEnv({ reset: false })
    forgetSettings()
    vi.stubEnv('APP_MODE', 'production')
    useDemoEnv()
    expect(process.env['PAYLOAD_SECRET']).toBeUndefined()
  })

  it('keep the password of the accounts until the demo starts over', () => {
    vi.stubEnv('DEMO_PASSWORD', 'the first password')
    expect(provideDemoEnv({ reset: false }).passwordKept).toBe(false)
    vi.stubEnv('DEMO_PASSWORD', 'another "password"')
    expect(provideDemoEnv({ reset: false }).passwordKept).toBe(true)
    expect(process.env['DEMO_PASSWORD']).toBe('the first password')

    vi.stubEnv('DEMO_PASSWORD', odd)
    expect(provideDemoEnv({ reset: true }).passwordKept).toBe(false)
    vi.stubEnv('DEMO_PASSWORD', undefined)
    useDemoEnv()
    expect(process.env['DEMO_PASSWORD']).toBe(odd)
    expect(readFileSync(path.join(folder, 'demo.env'), 'utf8')).not.toContain('the first password')
  })
})
