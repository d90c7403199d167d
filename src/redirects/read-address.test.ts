import { describe, expect, it } from 'vitest'
import { lookedForAt, readFrom, readTarget } from './read-address.ts'

const ORIGIN = 'https://cpof.example'
const from = (given: unknown) => readFrom(given, ORIGIN)
const target = (given: unknown) => readTarget(given, ORIGIN)
const codeOf = (read: object) => ('issue' in read ? JSON.parse(JSON.stringify(read.issue)).code : read)

describe('a former address', () => {
  it('is kept in its one spelling, however it was written', () => {
    for (const given of ['ancienne', '/ancienne', '/ancienne/', ' /ancienne ', `${ORIGIN}/ancienne`])
      expect(from(given)).toEqual({ from: 'ancienne' })
    expect(from('/2019/05/Bulletin.html')).toEqual({ from: '2019/05/Bulletin.html' })
    expect(from('/actualités')).toEqual({ from: 'actualit%C3%A9s' })
  })

  it('is no front page, no query, no other host and no disguise', () => {
    for (const given of [
      '/',
      '//evil',
      '/\\evil',
      '/%2Fevil',
      '../b',
      '/page?id=1',
      '/a#b',
      '/a\u200bb',
      '\\evil',
      'https://autre.example/x',
    ])
      expect(codeOf(from(given))).toBe('not-a-former-address')
    for (const given of ['', '  ', undefined, 7, null]) expect(codeOf(from(given))).toBe('required')
  })
})

describe('the target of a redirect', () => {
  it('stands on this site, with a query and a place', () => {
    expect(target('/membres?region=53#liste')).toEqual({ to: '/membres?region=53#liste', elsewhere: false })
    expect(target(`${ORIGIN}/membres`)).toEqual({ to: '/membres', elsewhere: false })
    expect(target(ORIGIN)).toEqual({ to: '/', elsewhere: false })
  })

  it('may be a whole address of another site', () => {
    expect(target('https://autre.example')).toEqual({ to: 'https://autre.example/', elsewhere: true })
    expect(target('https://autre.example:8443/a?b=c')).toEqual({
      to: 'https://autre.example:8443/a?b=c',
      elsewhere: true,
    })
    expect(target(`${ORIGIN}.evil.example/x`)).toMatchObject({ elsewhere: true })
  })

  it('is never an address that reads as another one', () => {
    const disguised = [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/%2Fevil.example',
      '/%5Cevil.example',
      '/a/%2e%2e/b',
      '/a\nb',
      '/a\u202eb',
      '/a?c=\u202e',
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'mailto:a@b.example',
      'http://autre.example/',
      'HTTPS://autre.example/',
      'https:autre.example',
      'https:/autre.example',
      'https://\\autre.example',
      'https://cpof.example@evil.example/',
      'https://a:b@evil.example/',
      'https://0x7f.1/',
      'https://127.0.0.1/',
      'https://localhost/',
      'https://évil.example/',
      'https://evil.example/\u0000',
      'membres',
    ]
    for (const given of disguised) expect([given, codeOf(target(given))]).toEqual([given, 'not-a-target'])
  })

  it('is looked for under its French address too', () => {
    expect(lookedForAt('/en/about?x=1#y')).toEqual(['en/about', 'about'])
    expect(lookedForAt('/a')).toEqual(['a'])
    expect(lookedForAt('https://autre.example/a')).toEqual([])
  })
})
