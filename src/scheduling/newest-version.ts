import type { Payload, PayloadRequest } from 'payload'
import type { Schedulable } from './schedulable.ts'

/** A version as far as one has to tell it from others: an autosave is written again under the same id. */
export type NewestVersion = { id: string; savedAt: string; published: boolean }

/** The version of a record that was saved last; null where there is none. */
export async function newestVersion(
  payload: Payload,
  collection: Schedulable,
  id: string,
  req: PayloadRequest,
): Promise<NewestVersion | null> {
  const { docs } = await payload.findVersions({
    collection,
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const [version] = docs
  return version
    ? { id: version.id, savedAt: version.updatedAt, published: version.version._status === 'published' }
    : null
}
