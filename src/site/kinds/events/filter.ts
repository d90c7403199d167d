import { EVENT_KINDS, type EventKind } from '../../../content/event-kinds.ts'
import { parisDay } from '../../../lib/dates.ts'
import { REGIONS, type RegionCode } from '../../../organisation/region.ts'
import type { Listed } from './published.ts'

/** The filter of the list of events; an empty one finds all of them. */
export type EventFilter = { kind?: EventKind; region?: RegionCode; year?: string }

/** The filter that an address asks for; what is none is as if it were not there. */
export function eventFilterIn(query: Readonly<Record<string, unknown>>): EventFilter {
  const kind = (Object.keys(EVENT_KINDS) as EventKind[]).find((each) => each === query['nature'])
  const region = REGIONS.find(({ code }) => code === query['region'])?.code
  const asked = query['annee']
  const year = typeof asked === 'string' && /^(19|20)\d\d$/.test(asked) ? asked : undefined
  return { ...(kind ? { kind } : {}), ...(region ? { region } : {}), ...(year ? { year } : {}) }
}

/** The Paris year in which an event begins. */
const yearOf = ({ startsAt }: Listed): string => parisDay(new Date(startsAt)).slice(0, 4)

/** The events that a filter lets through. */
export const filteredEvents = (events: readonly Listed[], { kind, region, year }: EventFilter): Listed[] =>
  events.filter(
    (each) => (!kind || each.kind === kind) && (!region || each.region === region) && (!year || yearOf(each) === year),
  )

/** The years in which something is held, the latest first. */
export const eventYears = (events: readonly Listed[]): string[] => [...new Set(events.map(yearOf))].sort().reverse()
