import type { Payload, PayloadRequest } from 'payload'
import type { Schedule } from '../payload-types.ts'
import { subjectOf, type Schedulable } from './schedulable.ts'

/** What is scheduled for a record and still waits; null where nothing does. */
export async function waitingSchedule(
  payload: Payload,
  collection: Schedulable,
  id: string,
  req: PayloadRequest,
): Promise<Schedule | null> {
  const { docs } = await payload.find({
    collection: 'schedules',
    where: { slot: { equals: subjectOf(collection, id) } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs[0] ?? null
}
