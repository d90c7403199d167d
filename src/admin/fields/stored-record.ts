import { cache } from 'react'
import type { CollectionSlug, PayloadRequest } from 'payload'

type Named = { req: PayloadRequest; id: string | number | null | undefined; collectionSlug: string }

const read = cache(
  async (req: PayloadRequest, collection: CollectionSlug, id: string | number): Promise<unknown> =>
    req.payload.findByID({ collection, id, depth: 0, overrideAccess: false, user: req.user, req, disableErrors: true }),
)

/**
 * The record of a form as it is stored, within the rights of who looks; null where there is none. What a form sends of
 * itself is whatever the browser says: a name that only the server knows is never looked up by an id from there.
 */
export async function storedRecord({ req, id, collectionSlug }: Named): Promise<unknown> {
  return id === null || id === undefined || !isCollection(req, collectionSlug) ? null : read(req, collectionSlug, id)
}

const isCollection = ({ payload }: PayloadRequest, slug: string): slug is CollectionSlug =>
  Object.hasOwn(payload.collections, slug)
