import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalPath } from './canonical-path.ts'

describe('the one spelling of a path', () => {
  it.each([
    ['/', '/'],
    ['/charte', '/charte'],
    ['/%63harte', '/charte'],
    ['/%63%68%61%72%74%65', '/charte'],
    ['/charte/', '/charte'],
    ['/charte/1%2emd', '/charte/1.md'],
    ['/a%7eb%2Dc%5f', '/a~b-c_'],
    ['/caf%c3%a9', '/caf%C3%A9'],
    ['/caf\u00c3\u00a9', '/caf%C3%A9'],
    ['/un mot"<>', '/un%20mot%22%3C%3E'],
    ['/(payload)/%5b%5b...segments%5d%5d', '/(payload)/%5B%5B...segments%5D%5D'],
    ['/[turbo]', '/%5Bturbo%5D'],
    ['/Charte', '/Charte'],
    ['/%43HARTE', '/CHARTE'],
    ['/a%252fb', '/a%252fb'],
    ['/.well-known/security.txt', '/.well-known/security.txt'],
    ['/a..b/...', '/a..b/...'],
  ])('of %s is %s', (raw, canonical) => {
    expect(canonicalPath(raw)).toBe(canonical)
  })

  it.each([
    '',
    'charte',
    '*',
    'http://elsewhere.example/charte',
    '//',
    '//evil.example/',
    '/charte//',
    '/a//b',
    '/./charte',
    '/charte/.',
    '/../charte',
    '/charte/..',
    '/%2e/charte',
    '/%2E%2e/charte',
    '/.%2e/charte',
    '/charte/%2e',
    '/publications%2Fguide',
    '/publications%2fguide',
    '/en%5Ccharte',
    '/en%5ccharte',
    '/en\\charte',
    '/\\evil.example',
    '/charte%00',
    '/charte%0d%0aSet-Cookie:a',
    '/charte%7f',
    '/charte%C2%85',
    '/charte%',
    '/charte%6',
    '/charte%zz',
    '/%E0%A4%A',
    '/%ff',
    '/\u00ff',
    '/charte#a',
    '/.///evil.example/../../../en/membres',
  ])('is none for %j', (raw) => {
    expect(canonicalPath(raw)).toBeNull()
  })

  it('is its own, begins with one slash, and means the same', () => {
    const piece = fc.oneof(
      fc.constantFrom('/', '.', '%2e', '%2F', '%63', '%c3%a9', '\\', '%', '#', ' ', '~'),
      fc.string({ maxLength: 3, unit: 'binary-ascii' }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const raw = `/${pieces.join('')}`
        const canonical = canonicalPath(raw)
        if (canonical === null) return
        expect(canonicalPath(canonical)).toBe(canonical)
        expect(canonical).toMatch(/^\/(?![/\\])/)
        expect(new URL(`http://a.example${canonical}`).pathname).toBe(canonical)
        expect(decodeURIComponent(canonical)).toBe(decodeURIComponent(raw).replace(/(?<=.)\/$/, ''))
      }),
    )
  })
})
