import { describe, expect, it } from 'vitest'
import { absoluteHref, safeHref } from './href.ts'

describe('the addresses a text may link to', () => {
  it.each([
    'https://www.exemple.fr/page?a=1#b',
    'http://exemple.fr',
    'mailto:contact@exemple.fr',
    'tel:+33123456789',
    '/charte',
    '/',
    '#engagements',
    '?page=2',
  ])('%s is kept', (address) => {
    expect(safeHref(address)).toBe(address)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://exemple.fr/1',
    '//autre.example/piege',
    '/\\autre.example/piege',
    'https:///autre.example',
    'www.exemple.fr',
    '',
    null,
    undefined,
    42,
    { toString: () => 'javascript:alert(1)' },
  ])('%j is dropped', (address) => {
    expect(safeHref(address)).toBeNull()
  })

  it('a text read away from the site links to whole addresses only', () => {
    expect(absoluteHref('https://exemple.fr/')).toBe('https://exemple.fr/')
    expect(absoluteHref('mailto:a@exemple.fr')).toBe('mailto:a@exemple.fr')
    expect(absoluteHref('/charte')).toBeNull()
    expect(absoluteHref('#suite')).toBeNull()
    expect(absoluteHref('tel:+33123456789')).toBeNull()
  })
})
