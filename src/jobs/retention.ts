import type { Payload } from 'payload'
import { now } from '../lib/clock.ts'
import { addParisMonths } from '../lib/dates.ts'
import { MESSAGE_MONTHS, SECURITY_EVENT_MONTHS } from '../record/retention.ts'

/** Deletes the rows of e-mails that were due a year ago, whatever became of them. */
export async function forgetOldMessages(payload: Payload): Promise<number> {
  const where = { notBefore: { less_than: addParisMonths(now(), -MESSAGE_MONTHS).toISOString() } }
  const { totalDocs } = await payload.count({ collection: 'messages', where, overrideAccess: true })
  if (totalDocs > 0) await payload.db.deleteMany({ collection: 'messages', where })
  return totalDocs
}

/** Deletes what the security journal has kept for a year. */
export async function forgetOldSecurityEvents(payload: Payload): Promise<number> {
  const where = { at: { less_than: addParisMonths(now(), -SECURITY_EVENT_MONTHS).toISOString() } }
  const { totalDocs } = await payload.count({ collection: 'security-events', where, overrideAccess: true })
  if (totalDocs > 0) await payload.db.deleteMany({ collection: 'security-events', where })
  return totalDocs
}
