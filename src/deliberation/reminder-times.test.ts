import { describe, expect, it } from 'vitest'
import { roundReminderDue } from './reminder-times.ts'

const at = (text: string) => new Date(text)

describe('a round of ten days', () => {
  const round = { opensAt: '2026-11-02T09:00:00Z', closesAt: '2026-11-12T09:00:00Z' }

  it.each([
    ['2026-11-07T08:59:59Z', false, false],
    ['2026-11-07T09:00:00Z', true, false],
    ['2026-11-11T08:59:59Z', true, false],
    ['2026-11-11T09:00:00Z', false, true],
    ['2026-11-12T08:59:59Z', false, true],
    ['2026-11-12T09:00:00Z', false, false],
  ])('at %s has its half reminder due: %s, that of the last day: %s', (moment, half, lastDay) => {
    expect(roundReminderDue('half', round, at(moment))).toBe(half)
    expect(roundReminderDue('last-day', round, at(moment))).toBe(lastDay)
  })
})

describe('a short round', () => {
  it('of two days has the reminder of the last day alone', () => {
    const round = { opensAt: '2026-11-02T09:00:00Z', closesAt: '2026-11-04T09:00:00Z' }
    expect(roundReminderDue('half', round, at('2026-11-03T10:00:00Z'))).toBe(false)
    expect(roundReminderDue('last-day', round, at('2026-11-03T10:00:00Z'))).toBe(true)
  })

  it('of one day has the half reminder alone', () => {
    const round = { opensAt: '2026-11-02T09:00:00Z', closesAt: '2026-11-03T09:00:00Z' }
    expect(roundReminderDue('half', round, at('2026-11-02T21:00:00Z'))).toBe(true)
    expect(roundReminderDue('last-day', round, at('2026-11-02T21:00:00Z'))).toBe(false)
  })

  it('in session has none', () => {
    expect(
      roundReminderDue('half', { opensAt: '2026-11-02T09:00:00Z', closesAt: null }, at('2026-12-02T09:00:00Z')),
    ).toBe(false)
  })
})
