import type { Router } from 'express'
import { stateSaid } from '../../../content/event-kinds.ts'
import { now } from '../../../lib/clock.ts'
import { calendarOf } from './calendar.ts'
import { eventFilterIn, eventYears, filteredEvents } from './filter.ts'
import { eventHref, EVENTS, EVENTS_FEED } from './kind.ts'
import { comingAndPast, publishedEvent, publishedEvents } from './published.ts'
import { publishedTree } from '../../../content/pages/published-tree.ts'
import { exactRouter } from '../../exact-router.ts'
import { formerAddressAt } from '../../former-address.ts'
import { resolveLinkIn } from '../../page-href.ts'
import { placeOf } from '../../kept/place.ts'
import type { Site } from '../../site.ts'
import { sendRendered } from '../../kept/answer.ts'
import { EventPage } from './event-page.tsx'
import { EventsPage } from './events-page.tsx'

/** The routes of events: the list, each event, and each as a calendar file. */
export function eventRoutes(site: Site): Router {
  const { payload, env, chromes } = site
  const router = exactRouter()

  router.get(EVENTS, async (req, res, next) => {
    const filter = eventFilterIn(req.query)
    const isFiltered = Object.keys(filter).length > 0
    const html = await site.rendered(
      placeOf(req, isFiltered ? `${EVENTS}?${JSON.stringify(filter)}` : EVENTS, isFiltered),
      async () => {
        const all = await publishedEvents(payload)
        return (
          <EventsPage
            chrome={await chromes.of('fr', EVENTS)}
            canonical={env.PUBLIC_URL + EVENTS}
            feedHref={EVENTS_FEED}
            filter={filter}
            years={eventYears(all)}
            {...comingAndPast(filteredEvents(all, filter))}
          />
        )
      },
    )
    sendRendered(res, next, html)
  })

  router.get(`${EVENTS}/:slug.ics`, async (req, res, next) => {
    const file = await site.rendered(placeOf(req, `${eventHref(req.params.slug)}.ics`), async () => {
      const event = await publishedEvent(payload, req.params.slug)
      if (!event) return null
      const { id, slug, title, startsAt, endsAt, createdAt, updatedAt, state, place, summary } = event
      const text = calendarOf({
        uid: `event-${id}@${new URL(env.PUBLIC_URL).hostname}`,
        title: [stateSaid(state), title].filter(Boolean).join('\u00a0: '),
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
        changedAt: new Date(updatedAt),
        sequence: Math.max(0, Math.floor((Date.parse(updatedAt) - Date.parse(createdAt)) / 1000)),
        state: state ?? 'planned',
        place: place ?? null,
        summary: summary ?? null,
        url: env.PUBLIC_URL + eventHref(slug),
      })
      return { type: 'text/calendar; charset=utf-8', text, download: `${slug}.ics` }
    })
    sendRendered(res, next, file)
  })

  router.get(`${EVENTS}/:slug`, async (req, res, next) => {
    const href = eventHref(req.params.slug)
    const html = await site.rendered(placeOf(req, href), async () => {
      const event = await publishedEvent(payload, req.params.slug)
      if (!event) return formerAddressAt(payload, 'fr', href.slice(1))
      return (
        <EventPage
          chrome={await chromes.of('fr', EVENTS)}
          canonical={env.PUBLIC_URL + href}
          backHref={EVENTS}
          event={event}
          isOver={new Date(event.endsAt) <= now()}
          resolveLink={resolveLinkIn(payload, 'fr', await publishedTree(payload, 'fr'))}
        />
      )
    })
    sendRendered(res, next, html)
  })
  return router
}
