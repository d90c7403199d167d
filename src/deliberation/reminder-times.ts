import { addParisDays } from '../lib/dates.ts'
import type { Round } from '../payload-types.ts'

/** The two reminders of an online round. */
export type RoundReminder = 'half' | 'last-day'

/**
 * Whether a reminder of a round is due: at half of its length and a day before its end. A round too short for
 * both has the later one alone, and one that came too late (nothing ran meanwhile) is not made up for.
 */
export function roundReminderDue(
  which: RoundReminder,
  { opensAt, closesAt }: Pick<Round, 'opensAt' | 'closesAt'>,
  at: Date,
): boolean {
  if (!closesAt) return false
  const [opens, closes] = [new Date(opensAt), new Date(closesAt)]
  const dayBefore = addParisDays(closes, -1)
  const lastDay = dayBefore > opens ? dayBefore : null
  if (which === 'last-day') return lastDay !== null && lastDay <= at && at < closes
  const half = new Date((opens.getTime() + closes.getTime()) / 2)
  return half <= at && at < (lastDay ?? closes)
}
