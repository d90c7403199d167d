import type { CollectionSlug, DataFromCollectionSlug, Payload, PayloadRequest, Sort, Where } from 'payload'

/** Where a read runs: in the transaction of a request or a unit of work, or outside of any. */
export type ReadContext = { payload: Payload; req?: PayloadRequest | undefined }

type Selection = {
  where?: Where
  sort?: Sort
  limit?: number
  locale?: 'all' | 'fr' | 'en'
  fallbackLocale?: false
  showHiddenFields?: boolean
  /** Levels of records that stand in place of the ids that name them; by default none. */
  depth?: number
  /** Whether drafts stand for what is published. */
  draft?: boolean
  /** Whether what lies in the trash is found too. */
  trash?: boolean
}

type Showing = Pick<Selection, 'locale' | 'showHiddenFields' | 'depth' | 'draft'>

/** The system reads for itself: past the rights of whoever asks. */
const asSystem = ({ req }: ReadContext) => ({ overrideAccess: true, ...(req ? { req } : {}) })

/** All records of a collection that a selection finds, read by the system for itself. */
export async function findAll<Slug extends CollectionSlug>(
  context: ReadContext,
  collection: Slug,
  selection: Selection = {},
): Promise<DataFromCollectionSlug<Slug>[]> {
  const { docs } = await context.payload.find({
    collection,
    limit: 0,
    depth: 0,
    pagination: false,
    ...selection,
    ...asSystem(context),
  })
  return docs
}

/** The first record of a collection that a selection finds, read by the system for itself; null where there is none. */
export async function findFirst<Slug extends CollectionSlug>(
  context: ReadContext,
  collection: Slug,
  selection: Omit<Selection, 'limit'> = {},
): Promise<DataFromCollectionSlug<Slug> | null> {
  const [first] = await findAll(context, collection, { ...selection, limit: 1 })
  return first ?? null
}

/** A record by its id, read by the system for itself; null where there is none, or where the id has the wrong shape. */
export function findById<Slug extends CollectionSlug>(
  context: ReadContext,
  collection: Slug,
  id: string | number,
  selection: Showing = {},
): Promise<DataFromCollectionSlug<Slug> | null> {
  return context.payload.findByID({ collection, id, disableErrors: true, depth: 0, ...selection, ...asSystem(context) })
}

/**
 * A record by its id that is known to be there, read by the system for itself.
 * @throws NotFound of Payload's where there is none
 */
export function getById<Slug extends CollectionSlug>(
  context: ReadContext,
  collection: Slug,
  id: string | number,
  selection: Showing = {},
): Promise<DataFromCollectionSlug<Slug>> {
  return context.payload.findByID({ collection, id, depth: 0, ...selection, ...asSystem(context) })
}

/** The names of records by their ids, read by the system for itself, and nothing else of them; an id that names none is left out. */
export async function namesById(
  context: ReadContext,
  collection: 'users' | 'governance-bodies',
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))]
  if (asked.length === 0) return new Map()
  const { docs } = await context.payload.find({
    collection,
    where: { id: { in: asked } },
    select: { name: true },
    pagination: false,
    limit: 0,
    depth: 0,
    ...asSystem(context),
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}
