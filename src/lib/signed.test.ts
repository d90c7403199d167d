import { describe, expect, it } from 'vitest'
import { readSigned, signed } from './signed.ts'

describe('a signed claim', () => {
  const token = signed('secret', 'preview', 'pages.1.fr')

  it('is read back for what it was signed for', () => {
    expect(readSigned('secret', 'preview', token)).toBe('pages.1.fr')
  })

  it('is nothing for another purpose, under another secret, or changed', () => {
    expect(readSigned('secret', 'contact', token)).toBeNull()
    expect(readSigned('other', 'preview', token)).toBeNull()
    expect(readSigned('secret', 'preview', token.replace('pages.1', 'pages.2'))).toBeNull()
    expect(readSigned('secret', 'preview', `${token}.`)).toBeNull()
    expect(readSigned('secret', 'preview', 'pages.1.fr')).toBeNull()
  })
})
