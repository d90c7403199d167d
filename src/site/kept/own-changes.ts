import type { CollectionSlug, Payload } from 'payload'
import { kindsOf } from '../../content/public-kind.ts'

/** A collection whose records change by themselves, and the field that says when. */
export type Moment = { collection: CollectionSlug; field: string }

/** Moments at which what is published begins to be shown, or is shown otherwise, without anybody's doing. */
export const momentsOf = (payload: Payload): Moment[] =>
  kindsOf(payload).flatMap(({ collection, changesAt }) =>
    changesAt === undefined ? [] : [{ collection, field: changesAt }],
  )

/**
 * The first moment after another at which something of a collection changes by itself; null when none is to come. Of
 * what nobody may read yet the moment alone is read, and shown to nobody.
 */
export async function nextOwnChange(
  payload: Payload,
  { collection, field }: Moment,
  after: Date,
): Promise<Date | null> {
  const { docs } = await payload.find({
    collection,
    where: { _status: { equals: 'published' }, [field]: { greater_than: after.toISOString() } },
    sort: field,
    select: { [field]: true },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const moment: unknown = docs[0] && Reflect.get(docs[0], field)
  return typeof moment === 'string' ? new Date(moment) : null
}
