import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../lib/dates.ts'
import { memberThrough, overlap } from './mandate-rules.ts'

const span = (firstDay: string, lastDay: string | null = null) => ({ firstDay, lastDay })

const days = fc.integer({ min: 0, max: 60 }).map((count) => addDays('2026-01-01', count))
const spans = fc
  .tuple(days, fc.option(fc.integer({ min: 0, max: 30 })))
  .map(([firstDay, length]) => span(firstDay, length === null ? null : addDays(firstDay, length)))

describe('two mandates', () => {
  it('overlap when they share a day, first and last included', () => {
    expect(overlap(span('2026-01-01', '2026-01-31'), span('2026-01-31'))).toBe(true)
    expect(overlap(span('2026-01-01', '2026-01-30'), span('2026-01-31'))).toBe(false)
    expect(overlap(span('2026-01-01'), span('2030-01-01'))).toBe(true)
  })

  it('overlap exactly when some day lies in both, in either order', () => {
    const holds = ({ firstDay, lastDay }: ReturnType<typeof span>, day: string) =>
      firstDay <= day && (lastDay === null || day <= lastDay)
    const all = Array.from({ length: 120 }, (_, count) => addDays('2026-01-01', count))
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        expect(overlap(a, b)).toBe(all.some((day) => holds(a, day) && holds(b, day)))
        expect(overlap(a, b)).toBe(overlap(b, a))
      }),
    )
  })
})

describe('a mandate on behalf of an organisation', () => {
  const member = { confirmed: true, effectiveOn: '2024-01-01', endedOn: null }

  it('lies within its membership', () => {
    expect(memberThrough(member, span('2024-01-01'))).toBe(true)
    expect(memberThrough(member, span('2023-12-31'))).toBe(false)
    expect(memberThrough({ ...member, confirmed: false }, span('2024-06-01'))).toBe(false)
    expect(memberThrough({ ...member, endedOn: '2025-12-31' }, span('2024-06-01', '2025-12-31'))).toBe(true)
    expect(memberThrough({ ...member, endedOn: '2025-12-31' }, span('2024-06-01'))).toBe(false)
  })
})
