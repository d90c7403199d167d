import { EVENT_KINDS, stateSaid } from '../../../content/event-kinds.ts'
import { formatDateTime } from '../../../lib/dates.ts'
import type { FeedItem } from '../presentation.ts'
import { eventHref } from './kind.ts'
import type { Listed } from './published.ts'

/** The events as entries of a feed, those that were announced or changed last first. */
export const eventFeed = (events: readonly Listed[]): FeedItem[] =>
  [...events]
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .map(({ id, slug, title, kind, state, startsAt, place, summary, createdAt, updatedAt }) => ({
      record: id,
      title,
      href: eventHref(slug),
      published: new Date(createdAt),
      updated: new Date(updatedAt),
      authors: [],
      summary: [
        stateSaid(state),
        `${EVENT_KINDS[kind]}, ${formatDateTime(new Date(startsAt))}`,
        place?.split(/\r?\n/)[0],
        summary,
      ]
        .filter(Boolean)
        .join('. '),
      categories: [EVENT_KINDS[kind]],
    }))
