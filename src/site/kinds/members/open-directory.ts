import type { Payload } from 'payload'
import { csvLines } from '../../../lib/csv.ts'
import { OPEN_DATA } from '../../fixed-pages.ts'
import { KIND_LABELS } from './texts.ts'
import { listedMembers } from './members.ts'
import { publicFacts, type PublicFacts } from './public-member.ts'

export const DIRECTORY_JSON = '/api/directory.json'
export const DIRECTORY_CSV = '/api/directory.csv'

/** The licence of the State for open data, under which the directory is given. */
export const LICENCE = {
  name: 'Licence Ouverte 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const

/** One member, as the open directory tells of it: values are codes, French labels stand beside them. */
type Entry = Pick<PublicFacts, 'siren' | 'slug' | 'url' | 'network' | 'region'> & {
  id: string
  legalName: string
  acronym: string | null
  kind: 'member' | 'partner'
  kindLabel: string
  /** The first day as a member, `2026-01-12`. */
  memberSince: string
  city: string | null
  website: string | null
  description: string | null
  updatedAt: string
}

/** The members of the directory by name, as open data. */
async function entries(payload: Payload, origin: string): Promise<Entry[]> {
  const members = await listedMembers(payload)
  const facts = await publicFacts(payload, origin, {})
  return members.flatMap(({ id, legalName, acronym, kind, effectiveOn, directory, updatedAt }) => {
    const known = facts.get(id)
    if (!known) return []
    const { siren, slug, url, region, network } = known
    return {
      id,
      siren,
      slug,
      url,
      legalName,
      acronym: acronym ?? null,
      kind,
      kindLabel: KIND_LABELS[kind],
      memberSince: effectiveOn,
      region,
      city: directory?.city ?? null,
      website: directory?.website ?? null,
      description: directory?.description ?? null,
      network,
      updatedAt,
    }
  })
}

/** When something last changed in the list; null for an empty one. */
const latest = (list: readonly Entry[]): string | null =>
  list
    .map(({ updatedAt }) => updatedAt)
    .reduce<string | null>((last, each) => (last && last > each ? last : each), null)

/** The directory as one JSON document, with its licence. */
export async function directoryJson(payload: Payload, origin: string): Promise<string> {
  const docs = await entries(payload, origin)
  const about = { licence: LICENCE, source: origin, documentation: origin + OPEN_DATA, updatedAt: latest(docs) }
  return `${JSON.stringify({ ...about, totalDocs: docs.length, docs }, null, 2)}\n`
}

/** The columns of the CSV, in their order. */
const COLUMNS: Readonly<Record<string, (entry: Entry) => string | null>> = {
  id: ({ id }) => id,
  siren: ({ siren }) => siren,
  slug: ({ slug }) => slug,
  url: ({ url }) => url,
  legal_name: ({ legalName }) => legalName,
  acronym: ({ acronym }) => acronym,
  kind: ({ kind }) => kind,
  kind_label: ({ kindLabel }) => kindLabel,
  member_since: ({ memberSince }) => memberSince,
  region_code: ({ region }) => region?.code ?? null,
  region_label: ({ region }) => region?.name ?? null,
  city: ({ city }) => city,
  website: ({ website }) => website,
  description: ({ description }) => description,
  network_siren: ({ network }) => network?.siren ?? null,
  network_name: ({ network }) => network?.legalName ?? null,
  network_url: ({ network }) => network?.url ?? null,
  updated_at: ({ updatedAt }) => updatedAt,
}

/** The directory as CSV (RFC 4180, UTF-8, commas), with a line of names. */
export async function directoryCsv(payload: Payload, origin: string): Promise<string> {
  const list = await entries(payload, origin)
  return csvLines([Object.keys(COLUMNS), ...list.map((entry) => Object.values(COLUMNS).map((of) => of(entry)))])
}
