import type { Payload, Where } from 'payload'
import { fold } from '../../lib/fold.ts'
import { REGIONS, type RegionCode } from '../../organisation/region.ts'
import type { Member } from '../../payload-types.ts'
import { wordsIn } from '../query.ts'
import { regionHref } from './hrefs.ts'

export const KINDS = ['member', 'partner'] as const
export type Kind = (typeof KINDS)[number]

/** What is looked for in the directory; nothing given finds everybody. */
export type Search = { words?: string; region?: RegionCode; kind?: Kind }

/** The search that an address asks for; what is no region and no kind is as if it were not there. */
export function searchIn(query: Readonly<Record<string, unknown>>): Search {
  const words = wordsIn(query, 'q')
  const region = REGIONS.find(({ code }) => code === wordsIn(query, 'region'))?.code
  const kind = KINDS.find((each) => each === wordsIn(query, 'qualite'))
  return { ...(fold(words) ? { words } : {}), ...(region ? { region } : {}), ...(kind ? { kind } : {}) }
}

/**
 * The members that anybody may read of, by name; accents and case of the words do not count, and each of them has to be
 * in the name or the acronym.
 */
export async function listedMembers(payload: Payload, { words, region, kind }: Search = {}): Promise<Member[]> {
  const and: Where[] = [
    ...fold(words ?? '').split(' ').filter(Boolean).map((word): Where => ({ searchKey: { contains: word } })),
    ...(region ? [{ 'directory.region': { equals: region } }] : []),
    ...(kind ? [{ kind: { equals: kind } }] : []),
  ]
  const { docs } = await payload.find({
    collection: 'members', where: { and }, sort: ['searchKey', 'createdAt'], depth: 0, limit: 0, pagination: false, overrideAccess: false,
  })
  return docs
}

/** How many members a region has, for each region, in the order of their names. */
export function countsByRegion(members: readonly Member[]): { code: RegionCode; name: string; count: number; href: string }[] {
  return REGIONS.map((region) => ({ ...region, href: regionHref(region), count: members.filter(({ directory }) => directory?.region === region.code).length }))
}
