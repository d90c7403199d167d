import { parisDay, type Day } from '../../lib/dates.ts'
import { TEXTS } from './words.ts'

const DAY = 24 * 60 * 60_000

const daysBetween = (first: Day, last: Day): number =>
  Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY)

/** How far away a day is in Paris days, as one says it: « dans 12 jours ». */
export const termInWords = (term: Day, at: Date): string => TEXTS.term(daysBetween(parisDay(at), term))

/** How long ago in Paris days, as one says it: « depuis 12 jours ». */
export function since(from: Date | string, at: Date): string {
  const days = daysBetween(parisDay(new Date(from)), parisDay(at))
  return days <= 0 ? TEXTS.today : TEXTS.days(days)
}
