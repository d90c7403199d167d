import { describe, expect, it } from 'vitest'
import { MAIL_PLAN, nextAttempt, WEBHOOK_PLAN, type RetryPlan } from './retry-plan.ts'

const LONGEST_TRY_MS = MAIL_PLAN.longest
const at = new Date('2026-11-25T10:00:00Z')
const minutesAfter = (attempts: number) => {
  const next = nextAttempt(MAIL_PLAN, attempts, at, at)
  return next && (next.getTime() - at.getTime()) / 60_000
}

/** When something is tried that fails each time. */
function triesBy(plan: RetryPlan): Date[] {
  const tries: Date[] = []
  for (let next: Date | null = at; next; next = nextAttempt(plan, tries.length, at, next)) tries.push(next)
  return tries
}

describe('an e-mail that a server did not take', () => {
  it('waits longer each time, four hours at most', () => {
    expect([1, 2, 3, 4, 5, 6, 9, 40].map(minutesAfter)).toEqual([1, 5, 15, 60, 240, 240, 240, 240])
  })

  it('is tried for four days, and a last time at their end', () => {
    const tries = triesBy(MAIL_PLAN)
    expect(tries.at(-1)).toEqual(new Date(at.getTime() + LONGEST_TRY_MS))
    expect(tries.length).toBeGreaterThan(20)
  })

  it('is tried for as long however often it was', () => {
    expect(nextAttempt(MAIL_PLAN, 500, at, new Date(at.getTime() + LONGEST_TRY_MS - 1))).toEqual(
      new Date(at.getTime() + LONGEST_TRY_MS),
    )
    expect(nextAttempt(MAIL_PLAN, 1, at, new Date(at.getTime() + LONGEST_TRY_MS))).toBeNull()
  })
})

describe('a webhook that nobody took', () => {
  it('comes again within ten seconds, then less and less often, for three days', () => {
    const tries = triesBy(WEBHOOK_PLAN).map((each) => each.getTime() - at.getTime())
    const gaps = tries.slice(1).map((each, index) => each - (tries[index] ?? 0))
    expect(gaps[0]).toBeGreaterThan(0)
    expect(gaps[0]).toBeLessThan(9_000)
    expect(tries.at(-1)).toBe(3 * 86_400_000)
    expect(gaps.slice(1, 8).every((gap, index) => gap > (gaps[index] ?? 0))).toBe(true)
    expect([tries.length > 12, tries.length < 20]).toEqual([true, true])
  })

  it('comes at another moment than others that failed with it', () => {
    const firsts = Array.from({ length: 20 }, () => nextAttempt(WEBHOOK_PLAN, 1, at, at)?.getTime())
    expect(new Set(firsts).size).toBeGreaterThan(1)
  })
})
