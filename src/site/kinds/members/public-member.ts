import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { OUTSIDE_REGIONS, REGIONS } from '../../../organisation/region.ts'
import type { Member } from '../../../payload-types.ts'
import { MEMBER_KIND, MEMBERS, memberHref } from './kind.ts'

/** The member that federates another, as far as anybody may know it. */
const PUBLIC_NETWORK = z.object({
  id: z.string(),
  legalName: z.string(),
  siren: z.string().nullable(),
  slug: z.string(),
  url: z.string(),
})
type PublicNetwork = z.infer<typeof PUBLIC_NETWORK>

/** What programs are told of a member of the directory beside its record. */
export const PUBLIC_FACTS = z.object({
  siren: z
    .string()
    .nullable()
    .describe('The nine digits of the company register; null for a sole trader, who is a person, and abroad.'),
  slug: z
    .string()
    .describe(
      'The last part of its address: it changes with the name, and the former ones lead on to the present one.',
    ),
  url: z.string().describe('The address of its page on the site.'),
  network: PUBLIC_NETWORK.nullable().describe('The member that federates it, where the directory lists that one.'),
  region: z
    .object({ code: z.string().nullable(), name: z.string() })
    .nullable()
    .describe('The region of the seat by its INSEE code; of what lies overseas in no region the name alone.'),
})
export type PublicFacts = z.infer<typeof PUBLIC_FACTS>

type Row = Pick<Member, 'id' | 'legalName' | 'directory' | 'network' | 'organisation'>

const idOf = (related: Member['network']): string => (typeof related === 'string' ? related : (related?.id ?? ''))

const sirenOf = ({ organisation }: Row): string | null =>
  organisation.legalForm === 'entreprise-individuelle' ? null : (organisation.siren ?? null)

const slugOf = (member: Row): string => memberHref(member).slice(MEMBERS.length + 1)

function regionOf({ directory }: Row): PublicFacts['region'] {
  const region = REGIONS.find(({ code }) => code === directory?.region)
  return region ? { code: region.code === OUTSIDE_REGIONS ? null : region.code, name: region.name } : null
}

/** Members of the directory that meet a condition. The fields are closed to everybody: what is told of them is said here. */
async function rows(payload: Payload, where: Where): Promise<Row[]> {
  const { docs } = await payload.find({
    collection: 'members',
    where: { and: [MEMBER_KIND.readable(), where] },
    select: {
      legalName: true,
      directory: { region: true },
      network: true,
      organisation: { siren: true, legalForm: true },
    },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}

/**
 * What programs are told of the members of the directory that meet a condition, by their ids. A network is named where
 * it is in the directory itself.
 * @param origin of the site, for whole addresses
 */
export async function publicFacts(
  payload: Payload,
  origin: string,
  where: Where,
): Promise<ReadonlyMap<string, PublicFacts>> {
  const members = await rows(payload, where)
  const named = [...new Set(members.map(({ network }) => idOf(network)).filter((id) => id !== ''))]
  const networks = named.length > 0 ? await rows(payload, { id: { in: named } }) : []
  const networkOf = (id: string): PublicNetwork | null => {
    const network = networks.find((each) => each.id === id)
    if (!network) return null
    const { legalName } = network
    return { id, legalName, siren: sirenOf(network), slug: slugOf(network), url: origin + memberHref(network) }
  }
  return new Map(
    members.map((member) => [
      member.id,
      {
        siren: sirenOf(member),
        slug: slugOf(member),
        url: origin + memberHref(member),
        network: networkOf(idOf(member.network)),
        region: regionOf(member),
      },
    ]),
  )
}
