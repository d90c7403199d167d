import { EVENT_KINDS } from '../../../content/event-kinds.ts'
import { formatDateTime } from '../../../lib/dates.ts'
import { atomFeed } from '../../atom.ts'
import { EVENT_TEXTS } from './texts.ts'
import { NAME } from '../../views/texts.ts'
import { eventHref, EVENTS, EVENTS_FEED } from './hrefs.ts'
import type { Listed } from './published.ts'

/** How many of the latest events a feed holds. */
const MOST = 50

/** The events as a feed, those that were announced or changed last first. */
export function eventFeedOf(origin: string, events: readonly Listed[]): string {
  const latest = [...events].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, MOST)
  return atomFeed({
    title: `${EVENT_TEXTS.list.title} – ${NAME}`,
    subtitle: EVENT_TEXTS.list.lead,
    href: origin + EVENTS,
    self: origin + EVENTS_FEED,
    author: NAME,
    entries: latest.map(({ id, slug, title, kind, startsAt, place, summary, createdAt, updatedAt }) => ({
      // A tag (RFC 4151), as for publications.
      id: `tag:${new URL(origin).hostname},2026:events/${id}`,
      title,
      href: origin + eventHref(slug),
      published: new Date(createdAt),
      updated: new Date(updatedAt),
      authors: [],
      summary: [`${EVENT_KINDS[kind]}, ${formatDateTime(new Date(startsAt))}`, place?.split(/\r?\n/)[0], summary]
        .filter(Boolean)
        .join('. '),
      categories: [EVENT_KINDS[kind]],
    })),
  })
}
