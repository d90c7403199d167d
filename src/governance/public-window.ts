import { addDays, type Day } from '../lib/dates.ts'

/** Days for which a former holder's name stays public: a year after the mandate's last day. */
const PUBLIC_AFTER_DAYS = 365

/** The last day of a mandate that anybody may still read about on `day`, counted backwards from it. */
export function publicSince(day: Day): Day {
  return addDays(day, -PUBLIC_AFTER_DAYS)
}
