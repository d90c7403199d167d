import type { Payload } from 'payload'
import { now } from '../lib/clock.ts'
import { addParisMonths } from '../lib/dates.ts'
import { MESSAGE_MONTHS, SECURITY_EVENT_MONTHS, WEBHOOK_MONTHS } from '../record/retention.ts'

type Kept = { collection: 'messages' | 'security-events' | 'webhook-deliveries'; since: string; months: number }

/** Deletes the rows of a collection that it has kept to their term. */
const forgetting =
  ({ collection, since, months }: Kept) =>
  async (payload: Payload): Promise<number> => {
    const where = { [since]: { less_than: addParisMonths(now(), -months).toISOString() } }
    const { totalDocs } = await payload.count({ collection, where, overrideAccess: true })
    if (totalDocs > 0) await payload.db.deleteMany({ collection, where })
    return totalDocs
  }

/** Deletes the rows of e-mails that were due a year ago, whatever became of them. */
export const forgetOldMessages = forgetting({ collection: 'messages', since: 'notBefore', months: MESSAGE_MONTHS })

/** Deletes what the security journal has kept for a year. */
export const forgetOldSecurityEvents = forgetting({
  collection: 'security-events',
  since: 'at',
  months: SECURITY_EVENT_MONTHS,
})

/** Deletes what federations were told three months ago, whatever became of it. */
export const forgetOldDeliveries = forgetting({
  collection: 'webhook-deliveries',
  since: 'createdAt',
  months: WEBHOOK_MONTHS,
})
