import type { Payload } from 'payload'
import type { File, Publication, PublicationEdition } from '../../../payload-types.ts'
import type { PublicationContent } from '../../../publications/content.ts'
import { editionContent } from '../../../publications/edition-content.ts'
import { linkedCollections } from '../../../content/public-kind.ts'
import { namedIn } from '../../../publications/references.ts'
import { releasedPublication } from './released.ts'

/** An edition as lists and citations name it. */
export type Edition = Pick<PublicationEdition, 'id' | 'number' | 'slug' | 'contentHash' | 'publishedAt'>

const NAMED = { number: true, slug: true, contentHash: true, publishedAt: true } as const
const ANYBODY = { depth: 0, pagination: false, overrideAccess: false } as const

/** The editions of a publication that anybody may read, the newest first. */
export async function editionsOf(payload: Payload, publication: string): Promise<Edition[]> {
  const { docs } = await payload.find({
    collection: 'publication-editions',
    where: { publication: { equals: publication } },
    sort: '-number',
    select: NAMED,
    limit: 0,
    ...ANYBODY,
  })
  return docs
}

/** An edition, which stands for good under its address, with its publication as it is today. */
export type Cited = {
  edition: Edition
  publication: Publication
  content: PublicationContent
  pdf: File | null
  body: unknown
}

/** The edition of a number under an address, where anybody may read it. */
export async function citedEdition(payload: Payload, slug: string, number: number): Promise<Cited | null> {
  const {
    docs: [edition],
  } = await payload.find({
    collection: 'publication-editions',
    where: { and: [{ slug: { equals: slug } }, { number: { equals: number } }] },
    select: { ...NAMED, publication: true },
    limit: 1,
    ...ANYBODY,
  })
  const publication = edition && (await publicationOf(payload, edition))
  if (!edition || !publication) return null
  const content = await editionContent(payload, edition.id)
  const pdf = content.pdf
    ? await payload.findByID({
        collection: 'files',
        id: content.pdf.id,
        depth: 0,
        overrideAccess: false,
        disableErrors: true,
      })
    : null
  return { edition, publication, content, pdf, body: await withRecords(payload, content.body) }
}

/** The edition of a number of the publication that stands under an address today, where it appeared under another one. */
export async function editionUnderOther(payload: Payload, slug: string, number: number): Promise<Edition | null> {
  const publication = await releasedPublication(payload, slug)
  const editions = publication ? await editionsOf(payload, publication.id) : []
  return editions.find((each) => each.number === number && each.slug !== slug) ?? null
}

function publicationOf(
  payload: Payload,
  { publication }: Pick<PublicationEdition, 'publication'>,
): Promise<Publication | null> {
  const id = typeof publication === 'string' ? publication : publication?.id
  return payload.findByID({
    collection: 'publications',
    id: id ?? '',
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
  })
}

/** A text in which what it shows and links to is loaded, as Payload loads it in a stored one: what anybody may read. */
async function withRecords(payload: Payload, body: unknown): Promise<unknown> {
  const records = new Map<string, unknown>()
  // Pages are found by their tree.
  const named = ['media' as const, ...linkedCollections(payload)].filter((each) => each !== 'pages')
  for (const collection of named) {
    const ids = namedIn(body, collection)
    if (ids.length === 0) continue
    const { docs } = await payload.find({ collection, where: { id: { in: ids } }, limit: 0, ...ANYBODY })
    for (const each of docs) records.set(`${collection}:${each.id}`, each)
  }
  return loaded(body, records)
}

function loaded(value: unknown, records: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((each) => loaded(each, records))
  if (typeof value !== 'object' || value === null) return value
  const record =
    'relationTo' in value && 'value' in value
      ? records.get(`${String(value.relationTo)}:${String(value.value)}`)
      : undefined
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [
      key,
      key === 'value' && record !== undefined ? record : loaded(each, records),
    ]),
  )
}
