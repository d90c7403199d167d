import { describe, expect, it } from 'vitest'
import { readEnv } from '../env.ts'
import { trustedProxies } from './proxies.ts'

describe('the proxies that are believed', () => {
  it('are none by default', () => {
    expect(trustedProxies('')).toBe(false)
    expect(trustedProxies(' , ')).toBe(false)
  })

  it('are addresses, networks and the well-known names', () => {
    expect(trustedProxies('10.0.0.1, 192.168.0.0/16,loopback')).toEqual(['10.0.0.1', '192.168.0.0/16', 'loopback'])
  })

  it.each(['everybody', '10.0.0.300', '1'.repeat(20), 'loopback         # the nginx below'])(
    'are never "%s": the settings are refused in a sentence',
    (setting) => {
      expect(() =>
        readEnv({
          APP_MODE: 'test',
          PAYLOAD_SECRET: 'p'.repeat(32),
          TOKEN_SECRET: 't'.repeat(32),
          TRUST_PROXY: setting,
        }),
      ).toThrow(/^TRUST_PROXY /)
    },
  )
})
