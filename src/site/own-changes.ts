import type { Payload } from 'payload'

/** Moments at which what is published begins to be shown, or is shown otherwise, without anybody's doing. */
const MOMENTS = [
  { collection: 'publications', field: 'embargoUntil' },
  { collection: 'events', field: 'endsAt' },
] as const

/** The first moment after another at which something public changes by itself; null when none is to come. */
export async function nextOwnChange(payload: Payload, after: Date): Promise<Date | null> {
  const coming = await Promise.all(MOMENTS.map(({ collection, field }) => firstAfter(payload, collection, field, after)))
  return coming.reduce((first, each) => (first && (!each || first <= each) ? first : each), null)
}

/** A moment alone is read of what nobody may read yet, and shown to nobody. */
async function firstAfter(payload: Payload, collection: (typeof MOMENTS)[number]['collection'], field: string, after: Date): Promise<Date | null> {
  const { docs } = await payload.find({
    collection, where: { _status: { equals: 'published' }, [field]: { greater_than: after.toISOString() } }, sort: field, select: { [field]: true },
    limit: 1, pagination: false, depth: 0, overrideAccess: true,
  })
  const moment: unknown = docs[0] && Reflect.get(docs[0], field)
  return typeof moment === 'string' ? new Date(moment) : null
}
