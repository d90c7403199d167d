import type { ReactElement } from 'react'
import { EVENT_KINDS } from '../../../content/event-kinds.ts'
import { eventHref } from '../../events/hrefs.ts'
import type { Listed } from '../../events/published.ts'
import type { Chrome } from '../chrome.ts'
import { Layout } from '../layout.tsx'
import { EVENT_TEXTS } from './texts.ts'
import { When } from './when.tsx'

const T = EVENT_TEXTS.list

/** What is coming, the next first, then what was held. */
export function EventsPage({ chrome, canonical, coming, past }: { chrome: Chrome; canonical: string; coming: readonly Listed[]; past: readonly Listed[] }): ReactElement {
  return (
    <Layout chrome={chrome} title={T.title} description={T.lead} canonical={canonical}>
      <header className="page-head">
        <h1>{T.title}</h1>
        <p className="lead">{T.lead}</p>
      </header>
      <section aria-labelledby="a-venir">
        <h2 id="a-venir">{T.coming}</h2>
        {coming.length > 0 ? <EventList events={coming} /> : <p>{T.noneComing}</p>}
      </section>
      {past.length > 0 && (
        <section aria-labelledby="passes">
          <h2 id="passes">{T.past}</h2>
          <EventList events={past} />
        </section>
      )}
    </Layout>
  )
}

/** Events one under another, each with what it is, when and where. */
export function EventList({ events }: { events: readonly Listed[] }): ReactElement {
  return (
    <ul className="entries one" role="list">
      {events.map(({ id, slug, title, kind, startsAt, endsAt, place, summary }) => (
        <li key={id}>
          <a href={eventHref(slug)}>{title}</a>
          <p>
            {EVENT_KINDS[kind]}, <When startsAt={startsAt} endsAt={endsAt} />
            {place && `, ${place.split(/\r?\n/)[0] ?? ''}`}
          </p>
          {summary && <p>{summary}</p>}
        </li>
      ))}
    </ul>
  )
}
