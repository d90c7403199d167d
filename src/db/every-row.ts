import type { CollectionSlug, DataFromCollectionSlug, Sort, Where } from 'payload'
import { findAll, type ReadContext } from './find.ts'

/** Every row of a collection that a condition holds for, hidden fields included and relations as ids, whoever may read it. */
export const everyRow = <Slug extends CollectionSlug>(
  context: ReadContext,
  collection: Slug,
  where: Where = {},
  sort?: Sort,
): Promise<DataFromCollectionSlug<Slug>[]> =>
  findAll(context, collection, { where, ...(sort === undefined ? {} : { sort }), showHiddenFields: true })
