import { hrefOfPublished, published, type PublicKindOf } from '../../../content/public-kind.ts'

export const EVENTS = '/evenements'
export const EVENTS_FEED = '/evenements.atom'

/** The address of an event by its slug. */
export const eventHref = (slug: string): string => `${EVENTS}/${slug}`

/** The address of an event as a calendar file. */
export const calendarHref = (slug: string): string => `${EVENTS}/${slug}.ics`

/** Events: conferences, hearings, assemblies and webinars. One that is over is shown as past. */
export const EVENT_KIND: PublicKindOf<'events'> = {
  collection: 'events',
  at: EVENTS,
  readable: published,
  hrefOf: (loaded) => hrefOfPublished(loaded, eventHref),
  changesAt: 'endsAt',
  linked: true,
}
