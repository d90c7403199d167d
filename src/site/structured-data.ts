import type { PublicationKind } from '../content/publication-kinds.ts'
import type { Event, Publication } from '../payload-types.ts'
import { safeHref } from '../content/href.ts'
import type { StructuredData } from './views/structured-data.tsx'
import { NAME, SHORT_NAME } from './views/texts.ts'

const publisher = (origin: string) => ({ '@type': 'Organization', name: NAME, url: `${origin}/` })

/** The association, as its front page tells it to machines. */
export const organisationData = (origin: string): StructuredData => ({
  ...publisher(origin),
  alternateName: SHORT_NAME,
  logo: `${origin}/favicon.svg`,
  areaServed: 'FR',
})

const STATUS = { planned: 'EventScheduled', cancelled: 'EventCancelled', postponed: 'EventPostponed' } as const

/** A report is a Report; everything else that is published is an Article. */
const TYPES: Readonly<Record<PublicationKind, string>> = {
  position: 'Article',
  report: 'Report',
  watch: 'Article',
  statement: 'Article',
  practice: 'Article',
}

export const publicationData = (
  canonical: string,
  {
    title,
    kind,
    abstract,
    authors,
    publishedOn,
  }: Pick<Publication, 'title' | 'kind' | 'abstract' | 'authors' | 'publishedOn'>,
): StructuredData => ({
  '@type': TYPES[kind],
  headline: title,
  url: canonical,
  inLanguage: 'fr',
  datePublished: publishedOn,
  ...(abstract ? { abstract } : {}),
  author:
    authors && authors.length > 0
      ? authors.map((name) => ({ '@type': 'Person', name }))
      : publisher(new URL(canonical).origin),
  publisher: publisher(new URL(canonical).origin),
})

export function eventData(
  canonical: string,
  { title, summary, startsAt, endsAt, place, link, state }: Event,
): StructuredData {
  const address = safeHref(link)
  const places = [
    ...(place ? [{ '@type': 'Place', name: place.split(/\r?\n/)[0], address: place.replace(/\r?\n/g, ', ') }] : []),
    ...(address && !place ? [{ '@type': 'VirtualLocation', url: address }] : []),
  ]
  return {
    '@type': 'Event',
    name: title,
    url: canonical,
    startDate: startsAt,
    endDate: endsAt,
    eventStatus: `https://schema.org/${STATUS[state ?? 'planned']}`,
    ...(summary ? { description: summary } : {}),
    ...(places.length > 0 ? { location: places } : {}),
    organizer: publisher(new URL(canonical).origin),
  }
}
