import { expect, it } from 'vitest'
import { termOf } from './term.ts'

const at = { enteredStateAt: '2026-03-01T10:00:00.000Z', signedAt: null, termOn: null }
const signed = { ...at, signedAt: '2026-02-01T23:30:00.000Z' }

it('is the day on which something is expected of somebody, in Paris', () => {
  expect(termOf({ ...at, status: 'awaiting-signature' })).toBe('2026-04-30')
  expect(termOf({ ...signed, status: 'submitted' })).toBe('2026-04-03')
  expect(termOf({ ...signed, status: 'before-bureau' })).toBe('2026-04-03')
  expect(termOf({ ...signed, status: 'needs-information', termOn: '2026-03-20' })).toBe('2026-03-20')
  expect(termOf({ ...signed, status: 'under-review', termOn: '2026-03-20' }), 'the question is over').toBe('2026-04-03')
  expect(termOf({ ...signed, status: 'rejected', termOn: '2026-03-20' })).toBeNull()
})
