import type { CollectionBeforeDeleteHook, CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'
import { inUse, shownElsewhere } from '../src/content/usage/errors.ts'
import { usesOf } from '../src/content/usage/uses-of.ts'
import { isJsonObject } from '../src/lib/json-object.ts'
import { draftedOf, published } from '../src/content/public-kind.ts'

/** Refuses to delete what others on the site name, published or in their newest draft. @throws DomainError 409 `in-use` */
export const refuseDeletingUsed: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const uses = await usesOf(req, collection.slug, String(id))
  if (uses.length > 0) throw inUse(uses)
}

/**
 * Refuses to take off the site what else is published names: what stands below a page, what links to it, what a menu leads
 * to. A draft beside what is published takes nothing off. @throws DomainError 409 `in-use`
 */
export const refuseUnpublishingUsed: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== 'update' || ('draft' in args && args.draft === true)) return args
  const given: unknown = 'data' in args ? args.data : undefined
  if (!isJsonObject(given) || given['_status'] !== 'draft') return args
  const which: Where | undefined =
    'id' in args ? { id: { equals: args.id } } : 'where' in args ? (args.where ?? {}) : undefined
  if (which === undefined) return args
  for (const id of await publishedAmong(req, collection.slug, which)) {
    const uses = (await usesOf(req, collection.slug, id)).filter(({ live }) => live)
    if (uses.length > 0) throw shownElsewhere(uses)
  }
  return args
}

async function publishedAmong(req: PayloadRequest, slug: string, which: Where): Promise<string[]> {
  const collection = draftedOf(req.payload, slug)
  if (collection === null) return []
  const { docs } = await req.payload.db.find<{ id: string | number }>({
    collection,
    where: { and: [which, published()] },
    select: { slug: true },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => String(id))
}
