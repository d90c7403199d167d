import { describe, expect, it } from 'vitest'
import {
  addDays,
  addParisDays,
  addParisMonths,
  endOfParisDay,
  formatDateTime,
  formatDay,
  isDay,
  momentIn,
  parisDay,
  startOfParisDay,
} from './dates.ts'

describe('days in Europe/Paris', () => {
  it('counts a moment late in the UTC evening as the next Paris day', () => {
    expect(parisDay(new Date('2026-11-25T23:30:00Z'))).toBe('2026-11-26')
    expect(parisDay(new Date('2026-07-25T22:30:00Z'))).toBe('2026-07-26')
  })

  it('knows that a day has 25 hours in October and 23 in March', () => {
    const length = (day: string) => (endOfParisDay(day).getTime() - startOfParisDay(day).getTime()) / 3_600_000
    expect(length('2026-10-25')).toBe(25)
    expect(length('2026-03-29')).toBe(23)
    expect(length('2026-06-01')).toBe(24)
  })

  it('keeps the clock time over a change of hour', () => {
    expect(addParisDays(new Date('2026-10-20T08:00:00Z'), 10).toISOString()).toBe('2026-10-30T09:00:00.000Z')
    expect(addParisMonths(new Date('2026-08-31T10:00:00Z'), 6).toISOString()).toBe('2027-02-28T11:00:00.000Z')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })

  it('writes days and moments in full French', () => {
    expect(formatDay('2026-11-23')).toBe('23 novembre 2026')
    expect(formatDay('2026-12-01')).toBe('1er décembre 2026')
    expect(formatDateTime(new Date('2026-11-23T13:05:00Z'))).toBe('23 novembre 2026 à 14\u00a0h\u00a005')
  })

  it('refuses what is not a calendar day', () => {
    expect(['2026-02-29', '2026-2-1', 'demain', '', null].filter(isDay)).toEqual([])
    expect(isDay('2028-02-29')).toBe(true)
  })
})

describe('a moment that somebody typed', () => {
  it('is read by the clock of Paris, or by the offset that it names', () => {
    expect(momentIn('2026-12-01T09:00')).toEqual(new Date('2026-12-01T08:00:00Z'))
    expect(momentIn('2026-07-01T09:00:30')).toEqual(new Date('2026-07-01T07:00:30Z'))
    expect(momentIn('2026-12-01T09:00:00.000Z')).toEqual(new Date('2026-12-01T09:00:00Z'))
    expect(momentIn('2026-12-01T09:00+05:00')).toEqual(new Date('2026-12-01T04:00:00Z'))
  })

  it.each(['', '2026-12-01', '2026-02-30T09:00', '2026-12-01T25:00', '2026-12-01T09:00+99:00', 'demain'])(
    'is none when it says %j',
    (text) => {
      expect(momentIn(text)).toBeNull()
    },
  )
})
