import { describe, expect, it } from 'vitest'
import { isFresh, openedAtField } from './opened-at.ts'

const SECRET = 's'.repeat(32)
const at = new Date('2026-11-23T10:00:00Z')
const later = (hours: number) => new Date(at.getTime() + hours * 60 * 60_000)

describe('the time at which a form was shown', () => {
  it('is good for a day', () => {
    const field = openedAtField(SECRET, at)
    expect(isFresh(SECRET, field, at)).toBe(true)
    expect(isFresh(SECRET, field, later(23))).toBe(true)
    expect(isFresh(SECRET, field, later(24))).toBe(false)
    expect(isFresh(SECRET, field, later(-1))).toBe(false)
  })

  it('is nobody else’s to write', () => {
    const field = openedAtField(SECRET, at)
    expect(isFresh('t'.repeat(32), field, at)).toBe(false)
    expect(isFresh(SECRET, field.replace(/^\d+/, String(later(1).getTime())), later(2))).toBe(false)
    expect(isFresh(SECRET, '', at)).toBe(false)
    expect(isFresh(SECRET, String(at.getTime()), at)).toBe(false)
  })
})
