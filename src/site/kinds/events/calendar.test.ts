import { describe, expect, it } from 'vitest'
import { calendarOf, type CalendarEvent } from './calendar.ts'

const event: CalendarEvent = {
  uid: '1@cpof.example',
  title: 'Conférence',
  startsAt: new Date('2026-03-29T07:00:00Z'),
  endsAt: new Date('2026-03-29T15:30:00Z'),
  changedAt: new Date('2026-01-02T03:04:05.678Z'),
  sequence: 3,
  state: 'planned',
  place: null,
  summary: null,
  url: 'https://cpof.example/evenements/a',
}

/** The lines as a calendar reads them. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

describe('a calendar file', () => {
  it('says in UTC when an event begins and ends', () => {
    const lines = unfolded(calendarOf(event))
    expect(lines).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'DTSTAMP:20260102T030405Z',
        'DTSTART:20260329T070000Z',
        'DTEND:20260329T153000Z',
        'UID:1@cpof.example',
        'SEQUENCE:3',
        'STATUS:CONFIRMED',
      ]),
    )
    expect(lines.slice(-3)).toEqual(['END:VEVENT', 'END:VCALENDAR', ''])
    expect(lines.some((line) => /^(LOCATION|DESCRIPTION)/.test(line))).toBe(false)
  })

  it('calls off what is called off', () => {
    expect(unfolded(calendarOf({ ...event, state: 'cancelled' }))).toContain('STATUS:CANCELLED')
    expect(unfolded(calendarOf({ ...event, state: 'postponed' }))).toContain('STATUS:TENTATIVE')
  })

  it('lets no text end a line or begin a property', () => {
    const lines = unfolded(
      calendarOf({
        ...event,
        title: 'A; B, C\\D\r\nATTENDEE:x',
        place: 'Salle 1\nBrest\u0007',
        url: 'https://cpof.example/\r\nX:1',
      }),
    )
    expect(lines).toContain('SUMMARY:A\\; B\\, C\\\\D\\nATTENDEE:x')
    expect(lines).toContain('LOCATION:Salle 1\\nBrest')
    expect(lines.filter((line) => /^(ATTENDEE|X):/.test(line))).toEqual([])
  })

  it('is folded at 75 bytes, never within a character, and reads the same', () => {
    const title = `é${'🎓à,'.repeat(80)}`
    const text = calendarOf({ ...event, title })
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text).not.toContain('\uFFFD')
    expect(Buffer.from(text).toString('utf8')).toBe(text)
    expect(unfolded(text)).toContain(`SUMMARY:${title.replaceAll(',', '\\,')}`)
  })
})
