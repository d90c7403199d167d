import type { PayloadRequest } from 'payload'
import { endSchedule } from './end-schedule.ts'
import type { Schedulable } from './schedulable.ts'
import { waitingSchedule } from './waiting.ts'

/** Cancels, in the transaction of a change, what was scheduled of what has now changed. */
export async function cancelEdited(req: PayloadRequest, collection: Schedulable, id: string): Promise<void> {
  const waiting = await waitingSchedule(req.payload, collection, id, req)
  if (waiting) await endSchedule(req.payload, waiting.id, 'edited', req)
}
