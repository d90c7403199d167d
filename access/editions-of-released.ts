import type { PayloadRequest, Where } from 'payload'
import { PUBLICATION_KIND } from '../src/site/kinds/publications/kind.ts'
import { publicationInsiders } from './publication-readers.ts'

/**
 * Every edition for those who write, adopt or review; for everybody those of what is released today. By their ids: on
 * MongoDB Payload 3.90 finds nothing by a field that is absent behind a relationship.
 */
export const editionsOfReleased = async ({ req }: { req: PayloadRequest }): Promise<true | Where> => {
  if (await publicationInsiders({ req })) return true
  const { docs } = await req.payload.find({
    collection: 'publications',
    where: PUBLICATION_KIND.readable(),
    select: { slug: true },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return { publication: { in: docs.map(({ id }) => id) } }
}
