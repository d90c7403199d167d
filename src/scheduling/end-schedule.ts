import type { Payload, PayloadRequest } from 'payload'
import { now } from '../lib/clock.ts'
import type { Ending } from './schedulable.ts'

/**
 * Ends what is scheduled, if it still waits.
 * @param why null for one that came about
 * @returns false when somebody was faster
 */
export async function endSchedule(
  payload: Payload,
  id: string,
  why: Ending | null,
  req: PayloadRequest,
  said: string | null = null,
): Promise<boolean> {
  const ended: unknown = await payload.db.updateOne({
    collection: 'schedules',
    where: { id: { equals: id }, status: { equals: 'waiting' } },
    data: {
      status: why === null ? 'published' : 'ended',
      ending: why,
      said,
      slot: `ended:${id}`,
      endedAt: now().toISOString(),
    },
    options: { atomic: true },
    req,
  })
  return ended !== null
}
