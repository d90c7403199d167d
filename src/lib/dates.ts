import { Temporal } from '@js-temporal/polyfill'

/** The zone in which the association counts its days. */
export const PARIS = 'Europe/Paris'

/** A calendar day in Europe/Paris, `YYYY-MM-DD`: comparable as text. */
export type Day = string

/** The Paris day on which a moment falls. */
export function parisDay(at: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(PARIS).toPlainDate().toString()
}

/** A moment by the clock of Paris, `2026-11-23 14:05`: as tables write it. */
export function parisClock(at: Date): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(PARIS)
  return `${zoned.toPlainDate().toString()} ${zoned.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** The moment at which a Paris day begins (23 or 25 hours long on the days the clocks change). */
export function startOfParisDay(day: Day): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(PARIS).epochMilliseconds)
}

/** The first moment after a Paris day: the start of the next one. */
export function endOfParisDay(day: Day): Date {
  return startOfParisDay(addDays(day, 1))
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return Temporal.PlainDate.from(day).add({ days: count }).toString()
}

/** A moment `count` days after another, at the same clock time in Paris. */
export function addParisDays(at: Date, count: number): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(PARIS)
  return new Date(zoned.add({ days: count }).epochMilliseconds)
}

/** A day `count` months after another, on the same day of the month in Paris (the last day of a shorter month). */
export function addParisMonths(at: Date, count: number): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(PARIS)
  return new Date(zoned.add({ months: count }).epochMilliseconds)
}

/** Whether a text is a real calendar day, `YYYY-MM-DD`. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/**
 * The moment that a text of ISO 8601 names: with an offset where it says one, else by the clock of Paris, as a form sends
 * it (`2026-12-01T09:00`); null when it names none.
 */
export function momentIn(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/.test(text)) return null
  try {
    const local = !/(Z|[+-]\d{2}:\d{2})$/.test(text)
    return new Date(
      local
        ? Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(PARIS).epochMilliseconds
        : Temporal.Instant.from(text).epochMilliseconds,
    )
  } catch {
    return null
  }
}

const DAY_FORMAT = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: PARIS })
const CLOCK_FORMAT = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone: PARIS })

/** A day in full, in French: « 23 novembre 2026 », « 1er décembre 2026 ». */
export function formatDay(day: Day | Date): string {
  // Noon of Greenwich is in the same day in Paris, and costs less to find than the day's beginning.
  const at = typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day
  return DAY_FORMAT.format(at).replace(/^1 /, '1er ')
}

/** A moment in full, in French, Paris time: « 23 novembre 2026 à 14 h 05 ». */
export function formatDateTime(at: Date): string {
  const parts = CLOCK_FORMAT.formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${formatDay(at)} à ${Number(part('hour'))}\u00a0h\u00a0${part('minute')}`
}
