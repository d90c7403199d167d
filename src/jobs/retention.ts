import type { Payload } from 'payload'
import { now } from '../lib/clock.ts'
import { addParisMonths } from '../lib/dates.ts'
import { MESSAGE_MONTHS } from '../record/retention.ts'

/** Deletes the rows of e-mails that were due a year ago, whatever became of them. */
export async function forgetOldMessages(payload: Payload): Promise<number> {
  const where = { notBefore: { less_than: addParisMonths(now(), -MESSAGE_MONTHS).toISOString() } }
  const { totalDocs } = await payload.count({ collection: 'messages', where, overrideAccess: true })
  if (totalDocs > 0) await payload.db.deleteMany({ collection: 'messages', where })
  return totalDocs
}
