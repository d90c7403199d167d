import type { Payload, PayloadRequest, Where } from 'payload'
import { placeName } from '../organisation/region.ts'

const LONGEST = 80

/** The address that a title gives, or the next one that nothing else of the collection has. */
export async function freeAddress(
  payload: Payload,
  collection: 'pages' | 'publications' | 'events',
  title: string,
  req: PayloadRequest,
): Promise<string> {
  const wanted = placeName(title).replaceAll(' ', '-').slice(0, LONGEST).replace(/-$/, '') || 'page'
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`
    const here: Where = { slug: { equals: slug } }
    const where = collection === 'pages' ? { or: [here, { englishSlug: { equals: slug } }] } : here
    const { docs } = await payload.find({
      collection,
      where,
      depth: 0,
      limit: 1,
      pagination: false,
      overrideAccess: true,
      req,
    })
    if (docs.length === 0) return slug
  }
}
