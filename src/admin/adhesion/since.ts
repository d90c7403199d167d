import { parisDay } from '../../lib/dates.ts'
import { TEXTS } from './words.ts'

const DAY = 24 * 60 * 60_000

/** How long ago in Paris days, as one says it: « depuis 12 jours ». */
export function since(from: Date | string, at: Date): string {
  const [first, last] = [parisDay(new Date(from)), parisDay(at)].map((day) => Date.parse(`${day}T00:00:00Z`))
  const days = Math.round(((last ?? 0) - (first ?? 0)) / DAY)
  return days <= 0 ? TEXTS.today : TEXTS.days(days)
}
