export const EVENTS = '/evenements'

export const eventHref = (slug: string): string => `${EVENTS}/${slug}`

export const calendarHref = (slug: string): string => `${EVENTS}/${slug}.ics`
