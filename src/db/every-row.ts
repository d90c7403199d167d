import type { CollectionSlug, DataFromCollectionSlug, Sort, Where } from 'payload'
import type { UnitOfWork } from './unit-of-work.ts'

/** Where to read: in a unit of work, or in the request of whoever looks. */
type Reader = Pick<UnitOfWork, 'payload' | 'req'>

/** Every row of a collection that a condition holds for, hidden fields included and relations as ids, whoever may read it. */
export async function everyRow<Slug extends CollectionSlug>(
  { payload, req }: Reader,
  collection: Slug,
  where: Where = {},
  sort?: Sort,
): Promise<DataFromCollectionSlug<Slug>[]> {
  const { docs } = await payload.find({
    collection,
    where,
    ...(sort === undefined ? {} : { sort }),
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
    req,
  })
  return docs
}
