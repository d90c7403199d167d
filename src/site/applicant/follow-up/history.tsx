import type { ReactElement } from 'react'
import { formatDateTime } from '../../../lib/dates.ts'
import { FOLLOW_UP_TEXTS as T } from './follow-up-texts.ts'

export type HistoryEntry = { at: Date; sentence: string }

/** The history of an application, as the applicant may know it, in the order given. */
export function History({ entries }: { entries: readonly HistoryEntry[] }): ReactElement | null {
  if (entries.length === 0) return null
  return (
    <section>
      <h2>{T.history}</h2>
      <ol className="history">
        {entries.map(({ at, sentence }, index) => (
          <li key={index}>
            <time dateTime={at.toISOString()}>{formatDateTime(at)}</time>
            <p>{sentence}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
