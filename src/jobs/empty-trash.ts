import type { CollectionSlug, Payload } from 'payload'
import { now } from '../lib/clock.ts'
import { addParisMonths } from '../lib/dates.ts'
import { isDomainError } from '../lib/errors.ts'
import { TRASH_MONTHS } from '../record/retention.ts'
import { eachDue } from './each-due.ts'

/**
 * Deletes for good, with its versions and its bytes, what editors put into the trash a year ago; what something else in the
 * trash still names waits for that.
 * @returns how many records
 */
export async function emptyTrash(payload: Payload): Promise<number> {
  const before = addParisMonths(now(), -TRASH_MONTHS).toISOString()
  let emptied = 0
  for (const collection of withTrash(payload))
    emptied += await eachDue(payload, {
      collection,
      where: { deletedAt: { less_than: before } },
      trash: true,
      act: ({ id }) => deleted(payload, collection, id),
    })
  return emptied
}

const withTrash = ({ collections }: Payload): CollectionSlug[] =>
  Object.values(collections).flatMap(({ config }) => (config.trash ? [config.slug] : []))

async function deleted(payload: Payload, collection: CollectionSlug, id: string | number): Promise<boolean> {
  try {
    await payload.delete({ collection, id, trash: true, depth: 0, overrideAccess: true })
    return true
  } catch (error) {
    if (isDomainError(error) && error.code === 'in-use') return false
    throw error
  }
}
