import { describe, expect, it } from 'vitest'
import { ConfigurationError, readEnv } from './env.ts'

const PRODUCTION = {
  APP_MODE: 'production',
  PUBLIC_URL: 'https://cpof.fr',
  DATA_DIR: '/tmp/cpof',
  PAYLOAD_SECRET: 'a'.repeat(40),
  TOKEN_SECRET: 'b'.repeat(40),
  SMTP_URL: 'smtps://smtp.cpof.fr',
  MAIL_FROM: 'CPOF <ne-pas-repondre@cpof.fr>',
}

describe('the sender of e-mails', () => {
  it('is required in production, and no sample', () => {
    expect(readEnv(PRODUCTION).MAIL_FROM).toBe(PRODUCTION.MAIL_FROM)
    expect(readEnv({ ...PRODUCTION, MAIL_FROM: 'contact@cpof.fr' }).MAIL_FROM).toBe('contact@cpof.fr')
    for (const sample of [
      '',
      'CPOF <ne-pas-repondre@cpof.example>',
      'a@example.com',
      'A <a@mail.example.org>',
      'a@localhost',
      'a@CPOF.TEST',
      'cpof',
      'A <a@b',
      'a@cpof.fr\nBcc: b@cpof.fr',
    ]) {
      expect(() => readEnv({ ...PRODUCTION, MAIL_FROM: sample }), sample).toThrow(/MAIL_FROM/)
    }
  })

  it('is a sample where nothing really leaves', () => {
    const { PAYLOAD_SECRET, TOKEN_SECRET } = PRODUCTION
    expect(readEnv({ APP_MODE: 'demo', PAYLOAD_SECRET, TOKEN_SECRET }).MAIL_FROM).toBe(
      'CPOF <ne-pas-repondre@cpof.example>',
    )
  })
})

describe('MAIL', () => {
  it('is to send or to hold', () => {
    expect(readEnv(PRODUCTION).MAIL).toBe('send')
    expect(readEnv({ ...PRODUCTION, MAIL: 'hold' }).MAIL).toBe('hold')
    expect(() => readEnv({ ...PRODUCTION, MAIL: 'off' })).toThrow(ConfigurationError)
  })
})
