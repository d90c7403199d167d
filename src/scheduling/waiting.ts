import type { Payload, PayloadRequest } from 'payload'
import { findFirst } from '../db/find.ts'
import type { Schedule } from '../payload-types.ts'
import { subjectOf, type Schedulable } from './schedulable.ts'

/** What is scheduled for a record and still waits; null where nothing does. */
export async function waitingSchedule(
  payload: Payload,
  collection: Schedulable,
  id: string,
  req: PayloadRequest,
): Promise<Schedule | null> {
  return findFirst({ payload, req }, 'schedules', { where: { slot: { equals: subjectOf(collection, id) } } })
}
