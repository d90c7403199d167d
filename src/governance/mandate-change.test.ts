import { describe, expect, it } from 'vitest'
import { isMandateChange, sameTerms, withChange } from './mandate-change.ts'
import type { MandateTerms } from './mandate-rules.ts'

const terms: MandateTerms = {
  person: 'p',
  body: 'b',
  role: 'member',
  onBehalfOf: 'm',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
}

describe('a proposed change of a mandate', () => {
  it('touches what it names, and null takes something away', () => {
    expect(withChange(terms, { kind: 'change', lastDay: null })).toEqual({ ...terms, lastDay: null })
    expect(withChange(terms, { kind: 'change', role: 'chair', onBehalfOf: null })).toEqual({
      ...terms,
      role: 'chair',
      onBehalfOf: null,
    })
    expect(withChange(terms, { kind: 'end', lastDay: '2026-06-30' })).toEqual({ ...terms, lastDay: '2026-06-30' })
  })

  it('that changes nothing is known', () => {
    expect(sameTerms(terms, withChange(terms, { kind: 'change', role: 'member' }))).toBe(true)
    expect(sameTerms(terms, withChange(terms, { kind: 'end', lastDay: '2026-06-30' }))).toBe(false)
  })

  it('is read back from what is stored, and nothing else is taken for one', () => {
    for (const change of [
      { kind: 'end', lastDay: '2026-06-30' },
      { kind: 'change' },
      { kind: 'change', lastDay: null, role: 'chair' },
    ])
      expect(isMandateChange(JSON.parse(JSON.stringify(change)))).toBe(true)
    for (const other of [
      null,
      'end',
      {},
      { kind: 'end' },
      { kind: 'end', lastDay: '2026-02-30' },
      { kind: 'change', role: 'king' },
      { kind: 'rule' },
    ])
      expect(isMandateChange(other)).toBe(false)
  })
})
