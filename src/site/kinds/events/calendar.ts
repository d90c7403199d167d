import type { EventState } from '../../../content/event-kinds.ts'

/** An event as a calendar file tells it. */
export type CalendarEvent = {
  uid: string
  title: string
  startsAt: Date
  endsAt: Date
  changedAt: Date
  /** Grows with each change: a calendar that took the event then takes the newer one (RFC 5545, 3.8.7.4). */
  sequence: number
  state: EventState
  place: string | null
  summary: string | null
  url: string
}

/** What a calendar does with each state; of a postponed event the new date is not known. */
const STATUS = { planned: 'CONFIRMED', cancelled: 'CANCELLED', postponed: 'TENTATIVE' } as const satisfies Record<
  EventState,
  string
>

/** Bytes of a line before it is folded (RFC 5545, 3.1). */
const LONGEST_LINE = 75

/** An event as a calendar file (iCalendar, RFC 5545). Times are in UTC, which every calendar shows in its own zone. */
export function calendarOf(event: CalendarEvent): string {
  const { uid, title, startsAt, endsAt, changedAt, sequence, state, place, summary, url } = event
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//CPOF//Site//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${STATUS[state]}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(summary ? [`DESCRIPTION:${escaped(summary)}`] : []),
    `URL:${url.replace(/[\r\n]/g, '')}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** A text value (3.3.11): line breaks as `\n`, no other control character. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\p{Cc}\p{Surrogate}]/gu, '')

/** A long line goes on after a line break and a space, never within a character. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const char of line) {
    const room = LONGEST_LINE - (parts.length > 0 ? 1 : 0)
    if (Buffer.byteLength(part + char) > room) {
      parts.push(part)
      part = char
    } else part += char
  }
  return [...parts, part].join('\r\n ')
}
