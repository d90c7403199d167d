import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSiren } from './siren.ts'
import { parseSiret } from './siret.ts'

/** Closes digits with a Luhn key, written apart from the library under test. */
function withLuhnKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return digits + String((10 - (sum % 10)) % 10)
}

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`))
const sirens = digits(8)
  .map(withLuhnKey)
  .filter((siren) => siren !== '000000000' && siren !== '356000000')
const sirets = fc.tuple(sirens, digits(4)).map(([siren, order]) => withLuhnKey(siren + order))
const separators = fc.constantFrom('', ' ', '\u00a0', '\u202f', '.', '-', '–', '  ')

describe('a SIRET', () => {
  test('is read with any spaces, dots and dashes between its digits', () => {
    fc.assert(
      fc.property(sirets, fc.array(separators, { minLength: 14, maxLength: 14 }), (siret, between) => {
        const typed = [...siret].map((digit, index) => digit + (between[index] ?? '')).join('')
        expect(parseSiret(typed)).toEqual({ siret, siren: siret.slice(0, 9) })
      }),
    )
  })

  test('with one digit mistyped is refused', () => {
    fc.assert(
      fc.property(sirets, fc.nat(13), fc.integer({ min: 1, max: 9 }), (siret, place, shift) => {
        const wrong = (Number(siret[place]) + shift) % 10
        const typed = siret.slice(0, place) + String(wrong) + siret.slice(place + 1)
        fc.pre(!typed.startsWith('000000000') && !typed.startsWith('356000000'))
        expect(parseSiret(typed)).toMatchObject({ issue: { code: 'siret-checksum' } })
      }),
    )
  })

  test('whose SIREN does not stand on its own is refused, though its own key closes', () => {
    expect(parseSiret('12345678000006')).toMatchObject({ issue: { code: 'siret-checksum' } })
  })

  test('of nothing but zeros, or after a SIREN of zeros, is refused', () => {
    expect(parseSiret('00000000000000')).toMatchObject({ issue: { code: 'siret-zeros' } })
    expect(parseSiret(withLuhnKey('0000000000001'))).toMatchObject({ issue: { code: 'siret-zeros' } })
  })

  test('of La Poste adds up to a multiple of five, but for its head office', () => {
    expect(parseSiret('356 000 000 00048')).toEqual({ siret: '35600000000048', siren: '356000000' })
    expect(parseSiret('35600000049837')).toEqual({ siret: '35600000049837', siren: '356000000' })
    expect(parseSiret('35600000049838')).toMatchObject({ issue: { code: 'siret-checksum' } })
  })

  test('of another length says what is missing', () => {
    expect(parseSiret('732829320')).toMatchObject({ issue: { code: 'siret-is-siren' } })
    expect(parseSiret('7328293200007')).toMatchObject({ issue: { code: 'siret-length' } })
    expect(parseSiret('732829320000744')).toMatchObject({ issue: { code: 'siret-length' } })
    expect(parseSiret('FR73282932000074')).toMatchObject({ issue: { code: 'siret-format' } })
    expect(parseSiret('٧٣٢٨٢٩٣٢٠٠٠٠٧٤')).toMatchObject({ issue: { code: 'siret-format' } })
    expect(parseSiret('')).toMatchObject({ issue: { code: 'siret-format' } })
  })
})

describe('a SIREN', () => {
  test('is nine digits closed by their key', () => {
    fc.assert(
      fc.property(sirens, (siren) => {
        expect(parseSiren(` ${siren} `)).toEqual({ siren })
      }),
    )
    expect(parseSiren('732829321')).toMatchObject({ issue: { code: 'siren-checksum' } })
    expect(parseSiren('73282932')).toMatchObject({ issue: { code: 'siren-format' } })
  })

  test('of zeros is nobody’s', () => {
    expect(parseSiren('000000000')).toMatchObject({ issue: { code: 'siren-zeros' } })
  })
})
