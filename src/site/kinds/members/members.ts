import type { Payload, Where } from 'payload'
import { fold } from '../../../lib/fold.ts'
import { REGIONS, type RegionCode } from '../../../organisation/region.ts'
import type { Member } from '../../../payload-types.ts'
import { wordsIn } from '../../query.ts'
import { regionHref, tailIn } from './kind.ts'

const KINDS = ['member', 'partner'] as const
type Kind = (typeof KINDS)[number]

/** The filter of the directory; an empty one finds everybody. */
export type Search = {
  words?: string
  region?: RegionCode
  kind?: Kind /** The end of its id, as {@link tailIn} reads it. */
  network?: string
}

/** The search that an address asks for; what is no region, kind or network is as if it were not there. */
export function searchIn(query: Readonly<Record<string, unknown>>): Search {
  const words = wordsIn(query, 'q')
  const region = REGIONS.find(({ code }) => code === wordsIn(query, 'region'))?.code
  const kind = KINDS.find((each) => each === wordsIn(query, 'qualite'))
  const network = tailIn(wordsIn(query, 'reseau'))
  return {
    ...(fold(words) ? { words } : {}),
    ...(region ? { region } : {}),
    ...(kind ? { kind } : {}),
    ...(network ? { network } : {}),
  }
}

/**
 * The members that anybody may read of, by name; accents and case of the words do not count, and each of them has to be
 * in the name or the acronym.
 */
export async function listedMembers(payload: Payload, { words, region, kind }: Search = {}): Promise<Member[]> {
  const and: Where[] = [
    ...fold(words ?? '')
      .split(' ')
      .filter(Boolean)
      .map((word): Where => ({ searchKey: { contains: word } })),
    ...(region ? [{ 'directory.region': { equals: region } }] : []),
    ...(kind ? [{ kind: { equals: kind } }] : []),
  ]
  const { docs } = await payload.find({
    collection: 'members',
    where: { and },
    sort: ['searchKey', 'createdAt'],
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: false,
  })
  return docs
}

/** A member's network, by the id of the member. */
export type Networks = ReadonlyMap<string, Member>

/**
 * To which network the listed members belong, where it is listed itself. The field is closed to everybody, since a
 * condition on it would tell of networks that are not: what is told here is on the list already.
 */
export async function networksOf(payload: Payload, listed: readonly Member[]): Promise<Networks> {
  const { docs } = await payload.find({
    collection: 'members',
    where: { network: { exists: true } },
    select: { network: true },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  const members = new Map(listed.map((member) => [member.id, member]))
  return new Map(
    docs.flatMap(({ id, network }) => {
      const known = members.get(typeof network === 'string' ? network : (network?.id ?? ''))
      return known && members.has(id) ? [[id, known] as const] : []
    }),
  )
}

/** How many members a region has, for each region, in the order of their names. */
export function countsByRegion(
  members: readonly Member[],
): { code: RegionCode; name: string; count: number; href: string }[] {
  return REGIONS.map((region) => ({
    ...region,
    href: regionHref(region),
    count: members.filter(({ directory }) => directory?.region === region.code).length,
  }))
}
