export const EVENTS = '/evenements'
export const EVENTS_FEED = '/evenements.atom'

/** The address of an event by its slug. */
export const eventHref = (slug: string): string => `${EVENTS}/${slug}`

/** The address of an event as a calendar file. */
export const calendarHref = (slug: string): string => `${EVENTS}/${slug}.ics`
