import { describe, expect, it } from 'vitest'
import { absoluteHref, isHostileHref, safeHref } from './href.ts'

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

  it('refuses to be written what leads elsewhere, not words that lead nowhere', () => {
    for (const address of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      '\u0001javascript:x',
      'data:text/html,x',
      '//autre.example',
      '/\\autre.example',
      '\\\\autre.example',
      'ftp://a.example',
      'http:/a.example',
    ])
      expect(isHostileHref(address), address).toBe(true)
    for (const address of [
      '',
      'www.exemple.fr',
      'https://exemple.fr',
      'mailto:a@exemple.fr',
      'tel:+33123456789',
      '/charte',
      '#a',
      '?page=2',
      'javascript%3Aalert(1)',
    ])
      expect(isHostileHref(address), address).toBe(false)
  })
})
