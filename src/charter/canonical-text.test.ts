import { describe, expect, it } from 'vitest'
import { canonicalBytes } from './canonical-text.ts'

describe('the canonical text of a charter', () => {
  it('is the same however lines were ended and accents composed', () => {
    const composed = canonicalBytes('Établir\n\nune règle')
    expect(canonicalBytes('E\u0301tablir\r\n\r\nune re\u0300gle\r\n\r\n')).toBe(composed)
    expect(composed).toBe('Établir\n\nune règle\n')
  })

  it('is not changed by being made again', () => {
    const once = canonicalBytes('# Titre\r\rTexte  ')
    expect(canonicalBytes(once)).toBe(once)
  })
})
