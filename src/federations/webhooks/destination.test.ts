import { describe, expect, it } from 'vitest'
import { findDestination, isPublicAddress, readAddress, type Allowed } from './destination.ts'

const PRODUCTION: Allowed = { APP_MODE: 'production', WEBHOOK_LOOPBACK: '0' }
const TEST: Allowed = { APP_MODE: 'test', WEBHOOK_LOOPBACK: '0' }
const LOOPBACK: Allowed = { APP_MODE: 'test', WEBHOOK_LOOPBACK: '1' }

const PUBLIC = '93.184.215.14'
const found = (text: string, allowed: Allowed, ...addresses: string[]) =>
  findDestination(text, allowed, async () => addresses)

describe('an address of the network', () => {
  it.each([PUBLIC, '8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4007:80c::200e'])('%s is public', (text) =>
    expect(isPublicAddress(text)).toBe(true),
  )

  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.254', '127.0.0.1', '127.255.255.254'],
    ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.1.1'],
    ...['198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::7f00:1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:0:127.0.0.1'],
    ...['64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::1', '100::1', '2001::1', '2001:0:7f00:1::', '2001:2::1'],
    ...['2001:10::1', '2001:20::1', '2001:db8::1', '2002:7f00:1::', '2002:0808:0808::1', '3fff::1', '4000::1'],
    ...['5f00::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', 'x', ''],
  ])('%s is not', (text) => expect(isPublicAddress(text)).toBe(false))
})

describe('the address of a webhook', () => {
  it('is https, at port 443 in production, without credentials', () => {
    for (const text of [
      'https://hooks.reseau.example/cpof',
      'https://hooks.reseau.example:443/cpof?a=b',
      'HTTPS://HOOKS.reseau.example',
    ])
      expect([text, readAddress(text, PRODUCTION)?.host]).toEqual([text, 'hooks.reseau.example'])
    for (const text of [
      ...['', 'hooks.reseau.example', 'http://hooks.reseau.example', 'https://', 'ftp://hooks.reseau.example'],
      ...['https://hooks.reseau.example:8443', 'https://a@hooks.reseau.example', 'https://a:b@hooks.reseau.example'],
      ...[
        'https://hooks.reseau.example/#a',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'https://[::1',
        'https://a b',
      ],
    ])
      expect([text, readAddress(text, PRODUCTION)]).toEqual([text, null])
    expect(readAddress('https://hooks.reseau.example:8443', TEST)?.port).toBe('8443')
    expect(readAddress('http://hooks.reseau.example', TEST)).toBeNull()
  })

  it.each([
    ...['https://127.0.0.1', 'https://127.1', 'https://2130706433', 'https://0x7f.1', 'https://0177.0.0.1'],
    ...['https://0x7f000001', 'https://017700000001', 'https://127.0.0.1.', 'https://１２７.０.０.１', 'https://0'],
    ...['https://①②⑦.⓪.⓪.①', 'https://169.254.169.254/latest/meta-data', 'https://2852039166', 'https://10.0.0.1'],
    ...['https://[::1]', 'https://[::ffff:127.0.0.1]', 'https://[::ffff:7f00:1]', 'https://[0:0:0:0:0:0:0:1]'],
    ...['https://[::127.0.0.1]', 'https://[64:ff9b::127.0.0.1]', 'https://[2002:7f00:1::]', 'https://[fd00:ec2::254]'],
    ...['https://[fe80::1]', 'https://[::]', 'https://100.64.0.1', 'https://192.168.0.1', 'https://198.18.0.1'],
  ])('%s leads to no machine of the public network', async (text) => {
    for (const allowed of [PRODUCTION, TEST, LOOPBACK])
      expect(await found(text, allowed, PUBLIC)).toBe('webhook-host-not-public')
  })

  it('leads to what its name does, to all of it, or nowhere', async () => {
    const text = 'https://hooks.reseau.example/cpof'
    const name = new URL(text)
    expect(await found(text, PRODUCTION, PUBLIC)).toEqual({ url: name, addresses: [PUBLIC] })
    expect(await found(text, PRODUCTION, PUBLIC, '127.0.0.1')).toBe('webhook-host-not-public')
    expect(await found(text, PRODUCTION, '::ffff:10.0.0.1')).toBe('webhook-host-not-public')
    expect(await found(text, PRODUCTION)).toBe('webhook-host-unknown')
    const away = await findDestination(text, PRODUCTION, () => Promise.reject(new Error('ESERVFAIL')))
    expect(away).toBe('webhook-host-unknown')
    expect(await found('https://93.184.215.14/', PRODUCTION)).toMatchObject({ addresses: [PUBLIC] })
  })

  it('is 127.0.0.1, so written and by http alone, where tests say so', async () => {
    for (const text of ['http://127.0.0.1', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080/hook?a=b']) {
      expect(await found(text, LOOPBACK)).toEqual({ url: new URL(text), addresses: ['127.0.0.1'] })
      for (const allowed of [TEST, PRODUCTION]) expect(await found(text, allowed)).toBe('not-a-webhook-address')
    }
    for (const text of [
      ...['http://127.0.0.2:8080', 'http://localhost:8080', 'http://[::1]:8080', 'http://2130706433:8080'],
      ...['http://127.1:8080', 'http://0x7f.1', 'http://127.0.0.1.:8080', 'http://0.0.0.0:8080', 'http://10.0.0.1'],
      ...['http://a@127.0.0.1:8080', 'http://[::ffff:127.0.0.1]:8080', 'http://hooks.reseau.example', 'ws://127.0.0.1'],
    ])
      expect([text, await found(text, LOOPBACK, PUBLIC)]).toEqual([text, 'not-a-webhook-address'])
    expect(await found('https://localhost', LOOPBACK, '127.0.0.1')).toBe('webhook-host-not-public')
  })
})
