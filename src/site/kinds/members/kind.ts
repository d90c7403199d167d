import type { Where } from 'payload'
import { hrefBy, type PublicKindOf } from '../../../content/public-kind.ts'
import { placeName, REGIONS, type Region } from '../../../organisation/region.ts'

export const MEMBERS = '/membres'
export const REGIONS_AT = '/regions'

/** How many of an id's last characters stand in an address: random ones, in ids of both databases. */
const TAIL = 8

/** A name as a part of an address: `Fédération de l’Est` is `federation-de-l-est`. */
export const slugOf = (name: string): string => placeName(name).replaceAll(' ', '-') || 'membre'

/** A member's address. It holds through a change of name: what finds the member is the end. */
export const memberHref = ({ id, legalName }: { id: string; legalName: string }): string =>
  `${MEMBERS}/${slugOf(legalName)}-${id.slice(-TAIL)}`

/** The end of an id that an address names, or null. */
export const tailIn = (address: string): string | null => /^[a-z0-9-]{1,200}-([0-9a-f]{8})$/.exec(address)?.[1] ?? null

/** A region's address, by its name. */
export const regionHref = (region: Region): string => `${REGIONS_AT}/${slugOf(region.name)}`

/** The region that an address names. */
export const regionAt = (slug: string): Region | undefined => REGIONS.find(({ name }) => slugOf(name) === slug)

/** Members of the directory, each on a page of its own and on that of its region. */
export const MEMBER_KIND: PublicKindOf<'members'> = {
  collection: 'members',
  at: MEMBERS,
  alsoAt: [REGIONS_AT],
  readable: listed,
  hrefOf: (loaded) => hrefBy(loaded, 'legalName', (legalName) => memberHref({ id: idIn(loaded), legalName })),
  linked: false,
}

/** Members of whom the directory tells. */
function listed(): Where {
  return {
    and: [
      { confirmed: { equals: true } },
      { status: { in: ['active', 'suspended'] } },
      { 'directory.listed': { equals: true } },
    ],
  }
}

function idIn(member: ReadonlyMap<string, unknown>): string {
  const id = member.get('id')
  return typeof id === 'string' ? id : ''
}
