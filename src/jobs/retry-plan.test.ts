import { describe, expect, it } from 'vitest'
import { MAX_ATTEMPTS, nextAttempt } from './retry-plan.ts'

const at = new Date('2026-11-25T10:00:00Z')
const minutesAfter = (attempts: number) => {
  const next = nextAttempt(attempts, at)
  return next && (next.getTime() - at.getTime()) / 60_000
}

describe('an e-mail that a server did not take', () => {
  it('waits longer each time, four hours at most', () => {
    expect([1, 2, 3, 4, 5, 6, 9].map(minutesAfter)).toEqual([1, 5, 15, 60, 240, 240, 240])
  })

  it('is given up after ten attempts, within a day and a half', () => {
    expect(minutesAfter(MAX_ATTEMPTS)).toBeNull()
    const whole = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => minutesAfter(index + 1) ?? 0).reduce((sum, each) => sum + each)
    expect(whole / 60).toBeLessThan(36)
  })
})
