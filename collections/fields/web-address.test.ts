import { describe, expect, it } from 'vitest'
import { isWebAddress } from './web-address.ts'

describe('the address of a site elsewhere', () => {
  it.each([null, undefined, '', 'https://www.exemple.fr', 'http://exemple.fr/page?a=b#c', 'HTTPS://EXEMPLE.FR'])(
    'may be %j',
    (value) => {
      expect(isWebAddress(value)).toBe(true)
    },
  )

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/membres',
    'mailto:a@exemple.fr',
    'exemple.fr',
    'https://',
    'https://a:b@exemple.fr',
    'https://127.0.0.1',
    'https:javascript:alert(1)',
    7,
    {},
    ['https://exemple.fr'],
  ])('is not %j', (value) => {
    expect(isWebAddress(value)).toContain('https://')
  })
})
