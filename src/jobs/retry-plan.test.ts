import { describe, expect, it } from 'vitest'
import { LONGEST_TRY_MS, nextAttempt } from './retry-plan.ts'

const at = new Date('2026-11-25T10:00:00Z')
const minutesAfter = (attempts: number) => {
  const next = nextAttempt(attempts, at, at)
  return next && (next.getTime() - at.getTime()) / 60_000
}

describe('an e-mail that a server did not take', () => {
  it('waits longer each time, four hours at most', () => {
    expect([1, 2, 3, 4, 5, 6, 9, 40].map(minutesAfter)).toEqual([1, 5, 15, 60, 240, 240, 240, 240])
  })

  it('is tried for four days, and a last time at their end', () => {
    const tries: Date[] = []
    for (let next: Date | null = at; next; next = nextAttempt(tries.length, at, next)) tries.push(next)
    expect(tries.at(-1)).toEqual(new Date(at.getTime() + LONGEST_TRY_MS))
    expect(tries.length).toBeGreaterThan(20)
  })

  it('is tried for as long however often it was', () => {
    expect(nextAttempt(500, at, new Date(at.getTime() + LONGEST_TRY_MS - 1))).toEqual(
      new Date(at.getTime() + LONGEST_TRY_MS),
    )
    expect(nextAttempt(1, at, new Date(at.getTime() + LONGEST_TRY_MS))).toBeNull()
  })
})
