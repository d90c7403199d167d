import type { CollectionAfterChangeHook, Where } from 'payload'

/** Drafts of one record that are kept, the newest; every version that was ever published stays. */
const DRAFTS_KEPT = 50

/** Takes away the oldest drafts of a record that was changed, in the transaction of the change. */
export const thinDrafts: CollectionAfterChangeHook<{ id: string }> = async ({ collection, doc, operation, req }) => {
  if (operation !== 'update') return
  const drafts: Where[] = [{ parent: { equals: doc.id } }, { 'version._status': { equals: 'draft' } }]
  const {
    docs: [first],
  } = await req.payload.db.findVersions({
    collection: collection.slug,
    where: { and: drafts },
    sort: '-updatedAt',
    limit: 1,
    page: DRAFTS_KEPT + 1,
    pagination: false,
    select: { updatedAt: true },
    req,
  })
  if (!first) return
  await req.payload.db.deleteVersions({
    collection: collection.slug,
    where: { and: [...drafts, { updatedAt: { less_than_equal: first.updatedAt } }] },
    req,
  })
}
