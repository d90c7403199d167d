import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readEnv } from './env.ts'
import { fileOfUrl, urlOfFile } from './lib/file-url.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'cpof-env-'))
afterAll(() => rmSync(folder, { recursive: true }))

const production = {
  PUBLIC_URL: 'https://adhesions.cpof-essai.fr',
  DATA_DIR: folder,
  PAYLOAD_SECRET: 'kq0y5vM4m3c8s1ZbW7xR2nT9uP6hL0aE',
  TOKEN_SECRET: 'Yw3e9QfK1rJ7tV5bN2mX8zC4pD6gH0sU',
  SMTP_URL: 'smtps://user:password@smtp.cpof-essai.fr',
  MAIL_FROM: 'CPOF <ne-pas-repondre@cpof-essai.fr>',
}

describe('the settings of a production', () => {
  it('are taken as they are', () => {
    expect(readEnv(production)).toMatchObject({ ...production, APP_MODE: 'production', database: 'sqlite' })
  })

  it.each([
    ['PUBLIC_URL', 'https://cpof.example'],
    ['PUBLIC_URL', 'https://www.example.org:8443'],
    ['PUBLIC_URL', 'https://cpof.test'],
    ['PAYLOAD_SECRET', 'change-me-change-me-change-me-change-me'],
    ['TOKEN_SECRET', 'only-for-building-never-for-serving!'],
    ['TOKEN_SECRET', 'this-is-a-sample-of-a-secret-to-replace'],
  ])('are refused when %s is a sample: %s', (name, value) => {
    expect(() => readEnv({ ...production, [name]: value })).toThrow(new RegExp(`^${name} .*sample`))
  })

  it.each([
    ['TRUST_PROXY', 'loopback         # the nginx below', /comment/],
    [
      'PAYLOAD_SECRET',
      `${production.PAYLOAD_SECRET}             # openssl rand -base64 33, and another one for the next`,
      /comment/,
    ],
    ['S3_ENDPOINT', 'https://s3.cpof-essai.fr   # for a server other than Amazon’s', /comment/],
    ['MAIL_FROM', "'CPOF <ne-pas-repondre@cpof-essai.fr>'", /quotes/],
    ['DATABASE_URL', '"file:/var/lib/cpof/cpof.db"', /quotes/],
    ['PUBLIC_URL', 'https://adhesions.cpof-essai.fr ', /blank/],
    ['SMTP_URL', '"smtp://localhost"', /quotes/],
  ])('are refused when %s holds what only a shell takes away: %s', (name, value, why) => {
    expect(() => readEnv({ ...production, [name]: value })).toThrow(new RegExp(`^${name} .*${why.source}`))
  })

  it.each(['true', '1', 'false'])('are refused with what erases a database at the start, be it %s', (value) => {
    expect(() => readEnv({ ...production, PAYLOAD_DROP_DATABASE: value })).toThrow(/^PAYLOAD_DROP_DATABASE would erase/)
  })

  it('let webhooks lead to this machine outside of a production alone', () => {
    expect(() => readEnv({ ...production, WEBHOOK_LOOPBACK: '1' })).toThrow(/^WEBHOOK_LOOPBACK is for tests/)
    expect(readEnv({ ...production, APP_MODE: 'test', WEBHOOK_LOOPBACK: '1' }).WEBHOOK_LOOPBACK).toBe('1')
    expect(readEnv(production).WEBHOOK_LOOPBACK).toBe('0')
  })

  it('name everything that is left of a file at once', () => {
    expect(() => readEnv({ ...production, TRUST_PROXY: 'loopback # a', SMTP_URL: "'smtp://a'" })).toThrow(
      /SMTP_URL[^]*TRUST_PROXY/,
    )
  })
})

describe('a folder of any name', () => {
  it.each(['#1', 'a?b', '100%20x', '50%', 'un été à l’ombre', "d'accord"])('holds its database: %s', (name) => {
    const file = path.join(folder, name, 'cpof.db')
    mkdirSync(path.dirname(file), { recursive: true })
    const { DATABASE_URL } = readEnv({ ...production, DATA_DIR: path.dirname(file) })
    expect(fileOfUrl(DATABASE_URL)).toBe(file)
    // Given by hand: escaped as a URL is, or as the plain path.
    for (const url of [urlOfFile(file), `file:${file}`, `file://${file}`]) {
      expect(fileOfUrl(readEnv({ ...production, DATABASE_URL: url }).DATABASE_URL)).toBe(file)
    }
  })
})
