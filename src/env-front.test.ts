import { describe, expect, it } from 'vitest'
import { ConfigurationError, readEnv } from './env.ts'

const PRODUCTION = {
  APP_MODE: 'production',
  PUBLIC_URL: 'https://cpof.fr',
  PAYLOAD_SECRET: 'a'.repeat(32),
  TOKEN_SECRET: 'b'.repeat(32),
  SMTP_URL: 'smtps://mail.cpof.fr',
  MAIL_FROM: 'CPOF <contact@cpof.fr>',
}

describe('what the front door is told', () => {
  it('listens on this machine alone, unless it is told otherwise', () => {
    expect([readEnv(PRODUCTION).HOST, readEnv({ ...PRODUCTION, HOST: '0.0.0.0' }).HOST]).toEqual([
      '127.0.0.1',
      '0.0.0.0',
    ])
  })

  it('is reached by https in production, but on this machine', () => {
    for (const origin of [
      'http://cpof.fr',
      'http://localhost.cpof.fr',
      'http://10.0.0.1',
      'http://127.0.0.1.nip.io',
      'http://[2001:db8::1]',
      'http://localhost@cpof.fr',
      'HTTP://cpof.fr',
    ]) {
      expect(() => readEnv({ ...PRODUCTION, PUBLIC_URL: origin }), origin).toThrow(ConfigurationError)
    }
    for (const origin of ['https://cpof.fr', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
      expect(readEnv({ ...PRODUCTION, PUBLIC_URL: origin }).PUBLIC_URL).toBe(origin)
    expect(readEnv({ ...PRODUCTION, APP_MODE: 'demo', PUBLIC_URL: 'http://demo.cpof.fr' }).PUBLIC_URL).toBe(
      'http://demo.cpof.fr',
    )
  })

  it('has points and a measure of lateness, which tests of something else never reach', () => {
    expect([readEnv(PRODUCTION).LIMIT_POINTS, readEnv(PRODUCTION).LIMIT_LAG_MS]).toEqual([20_000, 400])
    expect(readEnv({ ...PRODUCTION, APP_MODE: 'test' }).LIMIT_POINTS).toBe(Number.MAX_SAFE_INTEGER)
    expect(readEnv({ ...PRODUCTION, APP_MODE: 'test', LIMIT_POINTS: '300' }).LIMIT_POINTS).toBe(300)
  })

  it('names somebody to write to about a weakness, if anybody', () => {
    expect(readEnv({ ...PRODUCTION, SECURITY_CONTACT: 'mailto:securite@cpof.fr' }).SECURITY_CONTACT).toBe(
      'mailto:securite@cpof.fr',
    )
    for (const contact of ['securite@cpof.fr', 'http://cpof.fr/contact', 'mailto:', 'javascript:alert(1)'])
      expect(() => readEnv({ ...PRODUCTION, SECURITY_CONTACT: contact }), contact).toThrow(ConfigurationError)
  })
})
