import type { Payload } from 'payload'
import { PUBLICATION_KINDS, THEMES, type PublicationKind, type Theme } from '../../../content/publication-kinds.ts'
import { REGIONS, type RegionCode } from '../../../organisation/region.ts'
import type { Publication } from '../../../payload-types.ts'

/** The filter of the list of publications; an empty one finds all of them. */
export type Filter = { kind?: PublicationKind; theme?: Theme; region?: RegionCode; year?: string }

/** A publication as lists show it, without its text. */
export type Released = Pick<
  Publication,
  | 'id'
  | 'slug'
  | 'title'
  | 'kind'
  | 'abstract'
  | 'themes'
  | 'regions'
  | 'authors'
  | 'publishedOn'
  | 'embargoUntil'
  | 'updatedAt'
>

const keyIn = <Key extends string>(named: Readonly<Record<Key, unknown>>, text: unknown): Key | undefined =>
  (Object.keys(named) as Key[]).find((key) => key === text)

/** The filter that an address asks for; what is none is as if it were not there. */
export function filterIn(query: Readonly<Record<string, unknown>>): Filter {
  const kind = keyIn(PUBLICATION_KINDS, query['nature'])
  const theme = keyIn(THEMES, query['theme'])
  const region = REGIONS.find(({ code }) => code === query['region'])?.code
  const asked = query['annee']
  const year = typeof asked === 'string' && /^(19|20)\d\d$/.test(asked) ? asked : undefined
  return {
    ...(kind ? { kind } : {}),
    ...(theme ? { theme } : {}),
    ...(region ? { region } : {}),
    ...(year ? { year } : {}),
  }
}

/** The publications that anybody may read, the latest first. */
export async function releasedPublications(payload: Payload): Promise<Released[]> {
  const { docs } = await payload.find({
    collection: 'publications',
    select: {
      slug: true,
      title: true,
      kind: true,
      abstract: true,
      themes: true,
      regions: true,
      authors: true,
      publishedOn: true,
      embargoUntil: true,
      updatedAt: true,
    },
    sort: ['-publishedOn', '-createdAt'],
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: false,
  })
  return docs
}

/** The publications that a filter lets through; one that names no region concerns all regions. */
export function filtered(publications: readonly Released[], { kind, theme, region, year }: Filter): Released[] {
  return publications.filter(
    (each) =>
      (!kind || each.kind === kind) &&
      (!theme || (each.themes ?? []).includes(theme)) &&
      (!region || (each.regions ?? []).length === 0 || (each.regions ?? []).includes(region)) &&
      (!year || each.publishedOn.startsWith(year)),
  )
}

/** The years in which something was published, the latest first. */
export const yearsOf = (publications: readonly Released[]): string[] => [
  ...new Set(publications.map(({ publishedOn }) => publishedOn.slice(0, 4))),
]

/** A publication that anybody may read, with its PDF; null where there is none. */
export async function releasedPublication(payload: Payload, slug: string): Promise<Publication | null> {
  const { docs } = await payload.find({
    collection: 'publications',
    where: { slug: { equals: slug } },
    depth: 1,
    limit: 1,
    pagination: false,
    overrideAccess: false,
  })
  return docs[0] ?? null
}
