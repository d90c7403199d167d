import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identifierKey } from './identifier-key.ts'
import { LEGAL_FORMS, parseLegalForm } from './legal-form.ts'
import { parseNda } from './nda.ts'
import { type Qualiopi, qualiopiPeriodIssue, qualiopiWarnings } from './qualiopi.ts'
import { parseRna } from './rna.ts'

test('an RNA is W and nine characters, however it was typed', () => {
  expect(parseRna('w 751 234 567')).toEqual({ rna: 'W751234567' })
  expect(parseRna('W9R1000123')).toEqual({ rna: 'W9R1000123' })
  for (const typed of ['751234567', 'W75123456', 'W7512345678', 'X751234567', '']) {
    expect(parseRna(typed)).toMatchObject({ issue: { code: 'rna-format' } })
  }
})

test('an unusual NDA is kept and warned about', () => {
  expect(parseNda('11 75 12345 75')).toEqual({ nda: '11751234575', warnings: [] })
  expect(parseNda('94 2a 12345 2a').warnings).toEqual([])
  expect(parseNda('en cours')).toMatchObject({ nda: 'ENCOURS', warnings: [{ code: 'nda-format' }] })
  expect(parseNda('1175123457')).toMatchObject({ warnings: [{ code: 'nda-format' }] })
})

test('a legal form is known by its id and by its label', () => {
  for (const { id, label } of LEGAL_FORMS) {
    expect(parseLegalForm(id)).toBe(id)
    expect(parseLegalForm(` ${label.toUpperCase()} `)).toBe(id)
  }
  expect(parseLegalForm('SARL')).toBeUndefined()
})

describe('the key of an organisation', () => {
  test('is its SIREN, else its RNA, else its country and register number', () => {
    const all = { siren: '732829320', rna: 'W751234567', country: 'BE', registerNumber: '0403.019.261' }
    expect(identifierKey(all)).toBe('siren:732829320')
    expect(identifierKey({ ...all, siren: undefined })).toBe('rna:W751234567')
    expect(identifierKey({ country: 'BE', registerNumber: 'be 0403.019.261' })).toBe('register:BE:BE0403019261')
  })

  test('does not depend on how a register number is punctuated', () => {
    const groups = fc.array(fc.stringMatching(/^[A-Z0-9]{1,4}$/), { minLength: 1, maxLength: 4 })
    const signs = fc.constantFrom(' ', '.', '-', '/', '\u00a0')
    fc.assert(
      fc.property(groups, signs, (parts, sign) => {
        expect(identifierKey({ country: 'LU', registerNumber: parts.join(sign).toLowerCase() })).toBe(
          identifierKey({ country: 'LU', registerNumber: parts.join('') }),
        )
      }),
    )
  })

  test('never meets that of another kind, or a slot’s own prefixes', () => {
    const any = fc.record({
      country: fc.stringMatching(/^[A-Z]{2}$/),
      registerNumber: fc.stringMatching(/^[\w :]{0,20}[a-z0-9]$/),
    })
    fc.assert(
      fc.property(any, (register) => {
        expect(identifierKey(register)).toMatch(/^register:[A-Z]{2}:[^:]+$/)
      }),
    )
  })

  test('cannot be made of nothing', () => {
    expect(() => identifierKey({ country: 'BE' })).toThrow(RangeError)
    expect(() => identifierKey({ country: 'BE', registerNumber: ' - ' })).toThrow(RangeError)
  })
})

describe('Qualiopi', () => {
  const certified: Qualiopi = { status: 'certified', certifier: 'Certif', certificateNumber: '12' }

  test('a certificate does not end before it begins', () => {
    expect(qualiopiPeriodIssue({ validFrom: '2026-02-01', validUntil: '2026-01-31' })?.code).toBe('qualiopi-period')
    expect(qualiopiPeriodIssue({ validFrom: '2026-02-01', validUntil: '2026-02-01' })).toBeUndefined()
    expect(qualiopiPeriodIssue({ validUntil: '2026-01-31' })).toBeUndefined()
  })

  test('what does not fit together is a question for the secretariat', () => {
    expect(qualiopiWarnings(certified)).toEqual([])
    expect(qualiopiWarnings({ status: 'deemed' })).toEqual([])
    expect(qualiopiWarnings({ status: 'certified' })).toMatchObject([{ code: 'qualiopi-certificate-missing' }])
    expect(qualiopiWarnings({ ...certified, status: 'none' })).toMatchObject([
      { code: 'qualiopi-none-with-certificate' },
    ])
  })
})
