import type { Where } from 'payload'
import { asReader, type Reader } from '../reader.ts'
import type { Adhesion } from '../../payload-types.ts'
import type { Queue, QueueItem } from './model.ts'

/** Lines of a queue before "et … de plus". */
const SHOWN = 12

/** Refusals that the applicant has not been told: what else was decided waits for nobody. */
export const UNTOLD_REFUSAL: Where = {
  and: [{ status: { equals: 'rejected' } }, { 'refusal.notifiedAt': { exists: false } }],
}

/** Files that answer a question, the longest in their state first; all of them where no number is said. */
export async function filesWhere(reader: Reader, where: Where, limit = 0): Promise<Adhesion[]> {
  const { docs } = await reader.payload.find({
    collection: 'adhesions',
    where,
    sort: ['enteredStateAt', 'createdAt'],
    limit,
    ...asReader(reader),
  })
  return docs
}

/** Files that wait, under their heading: those that are shown are read, the others counted, and what has ended is neither. */
export async function filesQueue(
  reader: Reader,
  title: string,
  where: Where,
  when: (file: Adhesion) => string,
): Promise<Queue> {
  const files = await filesWhere(reader, where, SHOWN)
  const items = files.map((file) => fileItem(file, when(file)))
  if (items.length < SHOWN) return { title, items, more: 0 }
  const { req, user } = reader
  const { totalDocs } = await reader.payload.count({ collection: 'adhesions', where, req, user, overrideAccess: false })
  return { title, items, more: Math.max(0, totalDocs - items.length) }
}

/** One file as a line. */
export const fileItem = ({ id, reference, organisation }: Adhesion, when: string): QueueItem => ({
  id,
  href: `/admin/collections/adhesions/${id}`,
  name: organisation.legalName,
  detail: reference,
  when,
})

/** The first lines under a heading, and how many are left out. */
export const queueOf = (title: string, items: QueueItem[]): Queue => ({
  title,
  items: items.slice(0, SHOWN),
  more: Math.max(0, items.length - SHOWN),
})
