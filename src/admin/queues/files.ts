import type { Where } from 'payload'
import { asReader, type Reader } from '../reader.ts'
import type { Adhesion } from '../../payload-types.ts'
import type { Queue, QueueItem } from './model.ts'

/** Lines of a queue before "et … de plus". */
const SHOWN = 12

/** Files that answer a question, the longest in their state first. */
export async function filesWhere(reader: Reader, where: Where): Promise<Adhesion[]> {
  const { docs } = await reader.payload.find({
    collection: 'adhesions',
    where,
    sort: ['enteredStateAt', 'createdAt'],
    limit: 200,
    ...asReader(reader),
  })
  return docs
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
