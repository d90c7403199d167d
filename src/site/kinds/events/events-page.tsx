import type { ReactElement } from 'react'
import { DateBlock } from '../../../content/date-block.tsx'
import { EVENT_KINDS, stateSaid } from '../../../content/event-kinds.ts'
import { eventHref } from './kind.ts'
import type { EventFilter } from './filter.ts'
import type { Listed } from './published.ts'
import { Choice } from '../../views/choice.tsx'
import type { Chrome } from '../../views/chrome.ts'
import { FilteredList } from '../../views/filtered-list.tsx'
import { EVENT_TEXTS } from './texts.ts'
import { When } from './when.tsx'

const T = EVENT_TEXTS.list

type Props = {
  chrome: Chrome
  canonical: string
  feedHref: string
  filter: EventFilter
  years: readonly string[]
  coming: readonly Listed[]
  past: readonly Listed[]
}

/** The list of events, filtered by kind, region and year: those to come, the next first, then the past ones. */
export function EventsPage({ chrome, canonical, feedHref, filter, years, coming, past }: Props): ReactElement {
  const filtering = Object.keys(filter).length > 0
  const none = coming.length + past.length === 0
  return (
    <FilteredList
      {...{ chrome, canonical, feedHref, filter, years, filtering }}
      texts={T}
      choices={
        filtering || !none ? (
          <Choice
            name="nature"
            label={T.kind}
            all={T.allKinds}
            chosen={filter.kind}
            options={Object.entries(EVENT_KINDS)}
          />
        ) : null
      }
    >
      {filtering && none ? (
        <section aria-labelledby="resultat">
          <h2 id="resultat">{T.noneFound}</h2>
          <p>{T.fewer}</p>
        </section>
      ) : (
        <section aria-labelledby="a-venir">
          <h2 id="a-venir">{T.coming}</h2>
          {coming.length > 0 ? <EventList events={coming} /> : <p>{filtering ? T.noneComingHere : T.noneComing}</p>}
        </section>
      )}
      {past.length > 0 && (
        <section aria-labelledby="passes">
          <h2 id="passes">{T.past}</h2>
          <EventList events={past} />
        </section>
      )}
    </FilteredList>
  )
}

/** Events one under another, each with what it is, when and where. */
export function EventList({ events }: { events: readonly Listed[] }): ReactElement {
  return (
    <ul className="entries one" role="list">
      {events.map(({ id, slug, title, kind, state, startsAt, endsAt, place, summary }) => (
        <li key={id} className="dated">
          <DateBlock at={startsAt} />
          <a href={eventHref(slug)}>{title}</a>
          <p>
            {stateSaid(state) && <strong>{stateSaid(state)}. </strong>}
            {EVENT_KINDS[kind]}, <When startsAt={startsAt} endsAt={endsAt} />
            {place && `, ${place.split(/\r?\n/)[0] ?? ''}`}
          </p>
          {summary && <p>{summary}</p>}
        </li>
      ))}
    </ul>
  )
}
