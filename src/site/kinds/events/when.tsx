import type { ReactElement } from 'react'
import { formatDateTime, formatDay, parisDay } from '../../../lib/dates.ts'
import { EVENT_TEXTS as T } from './texts.ts'

/** When an event is held, by the clock of Paris. */
export function When({ startsAt, endsAt }: { startsAt: string; endsAt: string }): ReactElement {
  const [start, end] = [new Date(startsAt), new Date(endsAt)]
  const words =
    parisDay(start) === parisDay(end)
      ? T.sameDay(formatDay(start), clockOf(start), clockOf(end))
      : T.twoDays(formatDateTime(start), formatDateTime(end))
  return <time dateTime={start.toISOString()}>{words}</time>
}

const clockOf = (at: Date): string => formatDateTime(at).split(' à ')[1] ?? ''
