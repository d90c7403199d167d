import { addDays, parisDay, type Day } from '../../lib/dates.ts'

/** Days before its deadline at which an unanswered request is recalled. */
const REQUEST_DAYS = 3

/** Days after which a refusal that nobody has written to the applicant about is an alert. */
export const REFUSAL_DAYS = 7

/**
 * Whether an unanswered request is to be recalled today: 3 days before its deadline, or on the deadline itself
 * where it was asked later than that; never on the day it was asked.
 */
export function requestReminderDue({ askedAt, deadline }: { askedAt: string; deadline: Day }, at: Date): boolean {
  const [asked, today] = [parisDay(new Date(askedAt)), parisDay(at)]
  const early = addDays(deadline, -REQUEST_DAYS)
  const day = early > asked ? early : deadline
  return day > asked && day <= today && today <= deadline
}

/** The last deadline of a request that may be due for its reminder. */
export const lastDeadlineToRecall = (at: Date): Day => addDays(parisDay(at), REQUEST_DAYS)
