import { describe, expect, it } from 'vitest'
import { isFresh, openedAtField } from './form-age.ts'

const SECRET = 's'.repeat(32)
const at = new Date('2026-11-23T10:00:00Z')
const later = (hours: number) => new Date(at.getTime() + hours * 60 * 60_000)

describe('the time at which a form was shown', () => {
  it('is good for a day', () => {
    const field = openedAtField(SECRET, 'joining', at)
    expect(isFresh(SECRET, 'joining', field, at)).toBe(true)
    expect(isFresh(SECRET, 'joining', field, later(23))).toBe(true)
    expect(isFresh(SECRET, 'joining', field, later(24))).toBe(false)
    expect(isFresh(SECRET, 'joining', field, later(-1))).toBe(false)
  })

  it('is nobody else’s to write', () => {
    const field = openedAtField(SECRET, 'joining', at)
    expect(isFresh('t'.repeat(32), 'joining', field, at)).toBe(false)
    expect(isFresh(SECRET, 'joining', field.replace(/^\d+/, String(later(1).getTime())), later(2))).toBe(false)
    expect(isFresh(SECRET, 'contact', field, at)).toBe(false)
    expect(isFresh(SECRET, 'joining', '', at)).toBe(false)
    expect(isFresh(SECRET, 'joining', String(at.getTime()), at)).toBe(false)
  })
})
