import type { DocumentViewServerProps } from 'payload'
import { inForceOn } from '../../governance/mandates.ts'
import { formatDay } from '../../lib/dates.ts'
import { asReader } from '../reader.ts'
import { historyPage } from './HistoryPage.tsx'
import { Lines } from './Lines.tsx'
import { dayAsked, mandateLines } from './mandate-lines.ts'
import { HISTORY } from './words.ts'

/** Who sat in a body on a day that one chooses, and everybody who ever did. */
export function BodyComposition(props: DocumentViewServerProps) {
  const day = dayAsked(props.searchParams?.['on'])
  return historyPage(props, async (reader, id) => {
    const body = await reader.payload.findByID({
      collection: 'governance-bodies',
      id,
      ...asReader(reader),
      disableErrors: true,
    })
    if (!body) return null
    const ofBody = { body: { equals: id } }
    return (
      <>
        <form method="get" className="list-on-day">
          <label htmlFor="composition-on">{HISTORY.on}</label>
          <input id="composition-on" type="date" name="on" defaultValue={day} required />
          <button type="submit" className="btn btn--style-secondary btn--size-small">
            {HISTORY.show}
          </button>
        </form>
        <Lines
          title={`${HISTORY.on} ${formatDay(day)}`}
          nothing={HISTORY.nobodyOn}
          lines={await mandateLines(reader, { and: [ofBody, inForceOn(day)] }, 'person')}
        />
        <Lines title={HISTORY.ever} nothing={HISTORY.nobodyEver} lines={await mandateLines(reader, ofBody, 'person')} />
      </>
    )
  })
}
