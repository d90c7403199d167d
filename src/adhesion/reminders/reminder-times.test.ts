import { describe, expect, it } from 'vitest'
import { requestReminderDue } from './reminder-times.ts'

const at = (text: string) => new Date(text)

describe('an unanswered request', () => {
  const asked = '2026-11-02T09:00:00Z'

  it.each([
    ['2026-11-20', '2026-11-16T22:59:00Z', false],
    ['2026-11-20', '2026-11-16T23:00:00Z', true],
    ['2026-11-20', '2026-11-20T22:59:00Z', true],
    ['2026-11-20', '2026-11-20T23:00:00Z', false],
    ['2026-11-04', '2026-11-03T09:00:00Z', false],
    ['2026-11-04', '2026-11-04T09:00:00Z', true],
    ['2026-11-02', '2026-11-02T10:00:00Z', false],
  ])('for %s, seen at %s, is recalled: %s', (deadline, moment, due) => {
    expect(requestReminderDue({ askedAt: asked, deadline }, at(moment))).toBe(due)
  })
})
