import { addDays, addParisDays, parisDay, type Day } from '../../lib/dates.ts'

/** The two reminders of an online round. */
export type BallotReminder = 'half' | 'last-day'

type Round = { opensAt: string; closesAt?: string | null }

/** Days before its deadline at which an unanswered request is recalled. */
const REQUEST_DAYS = 3

/** Days after which a refusal that nobody has written to the applicant about is an alert. */
export const REFUSAL_DAYS = 7

/**
 * Whether a reminder of a round is due: at half of its length and a day before its end. A round too short for
 * both has the later one alone, and one that came too late (nothing ran meanwhile) is not made up for.
 */
export function ballotReminderDue(which: BallotReminder, { opensAt, closesAt }: Round, at: Date): boolean {
  if (!closesAt) return false
  const [opens, closes] = [new Date(opensAt), new Date(closesAt)]
  const dayBefore = addParisDays(closes, -1)
  const lastDay = dayBefore > opens ? dayBefore : null
  if (which === 'last-day') return lastDay !== null && lastDay <= at && at < closes
  const half = new Date((opens.getTime() + closes.getTime()) / 2)
  return half <= at && at < (lastDay ?? closes)
}

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
