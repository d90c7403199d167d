import type { Payload } from 'payload'
import { EVENT_KINDS } from '../../../content/event-kinds.ts'
import { pageWords } from '../../../content/page-words.ts'
import type { SearchEntry } from '../../search/find.ts'
import { ANYBODY } from '../anybody.ts'
import type { PresentationOf } from '../presentation.ts'
import { eventFeed } from './feed.ts'
import { EVENT_KIND, eventHref, EVENTS, EVENTS_FEED } from './kind.ts'
import { eventPreview } from './preview.tsx'
import { publishedEvents } from './published.ts'
import { eventRoutes } from './routes.tsx'
import { EVENT_TEXTS } from './texts.ts'

export const EVENT_PAGES: PresentationOf<'events'> = {
  kind: EVENT_KIND,
  routes: eventRoutes,
  listed: async (payload) => [
    { href: EVENTS },
    ...(await publishedEvents(payload)).map(({ slug, updatedAt }) => ({ href: eventHref(slug), changed: updatedAt })),
  ],
  search: {
    label: 'Événement',
    entries,
    list: {
      title: EVENT_TEXTS.list.title,
      text: EVENT_TEXTS.list.lead,
      known: 'agenda calendrier rendez-vous dates conférences webinaires auditions rencontres ics webcal',
    },
  },
  menu: { menu: 'nav', rank: 4, fr: 'Événements' },
  feed: {
    href: EVENTS_FEED,
    title: EVENT_TEXTS.list.title,
    subtitle: EVENT_TEXTS.list.lead,
    items: async (payload) => eventFeed(await publishedEvents(payload)),
  },
  preview: eventPreview,
}

async function entries(payload: Payload): Promise<SearchEntry[]> {
  const { docs } = await payload.find({ collection: 'events', sort: '-startsAt', ...ANYBODY })
  return docs.map(({ slug, title, kind, summary, place, speakers, programme }) => ({
    href: eventHref(slug),
    title,
    text: [
      summary,
      place,
      ...(speakers ?? []).map(({ name }) => name),
      pageWords([{ blockType: 'richText', content: programme }]),
    ]
      .filter(Boolean)
      .join('\n'),
    known: EVENT_KINDS[kind],
  }))
}
