import type { ReactElement } from 'react'
import { PARIS } from '../lib/dates.ts'

const DAY = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', timeZone: PARIS })
const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: PARIS })

/** The day on which something begins, as a leaf of a calendar: for the eye alone, beside words that say the whole date. */
export function DateBlock({ at }: { at: string }): ReactElement {
  const moment = new Date(at)
  return (
    <div className="date-block" aria-hidden="true">
      <b>{DAY.format(moment)}</b> {MONTH.format(moment)}
    </div>
  )
}
