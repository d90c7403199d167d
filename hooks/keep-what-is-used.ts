import type {
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionSlug,
  PayloadRequest,
  Where,
} from 'payload'
import { inUse, shownElsewhere } from '../src/content/usage/errors.ts'
import { usesOf } from '../src/content/usage/uses-of.ts'
import { isJsonObject } from '../src/lib/json-object.ts'
import { published } from '../src/content/public-kind.ts'

/** Whether an update puts records in the trash. */
export const isTrashing = (args: object): boolean => {
  const given: unknown = 'data' in args ? args.data : undefined
  return isJsonObject(given) && Boolean(given['deletedAt'])
}

/** Refuses to put in the trash what others on the site name, published or in their newest draft. @throws DomainError 409 `in-use` */
export const refuseTrashingUsed: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const which = operation === 'update' && isTrashing(args) ? recordsOf(args) : undefined
  if (which === undefined) return args
  for (const id of await idsAmong(req, collection.slug, which)) {
    const uses = await usesOf(req, collection.slug, id)
    if (uses.length > 0) throw inUse(uses)
  }
  return args
}

/** Refuses to delete for good what others on the site name, those in the trash too. @throws DomainError 409 `in-use` */
export const refuseDeletingUsed: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const uses = await usesOf(req, collection.slug, String(id), { trash: true })
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
  const which = recordsOf(args)
  if (which === undefined) return args
  for (const id of await idsAmong(req, collection.slug, { and: [which, published()] })) {
    const uses = (await usesOf(req, collection.slug, id)).filter(({ live }) => live)
    if (uses.length > 0) throw shownElsewhere(uses)
  }
  return args
}

/** The records that an update is of; undefined where it says none. */
const recordsOf = (args: { where?: Where | null } | { id: unknown } | object): Where | undefined =>
  'id' in args ? { id: { equals: args.id } } : 'where' in args ? (args.where ?? {}) : undefined

async function idsAmong(req: PayloadRequest, collection: CollectionSlug, where: Where): Promise<string[]> {
  const { docs } = await req.payload.db.find<{ id: string | number }>({
    collection,
    where,
    select: { updatedAt: true },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => String(id))
}
