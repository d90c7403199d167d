import type { Payload, Where } from 'payload'
import { mandatesInForceOf } from '../../governance/mandates.ts'
import { holdsRole } from '../../governance/roles.ts'
import { now } from '../../lib/clock.ts'
import { settingsOf } from '../../lib/settings.ts'
import type { Reader } from '../reader.ts'
import { officeOfReader } from '../accounts/read-accounts.ts'
import { accountQueue } from './account-queue.ts'
import { bureauQueues } from './bureau-queues.ts'
import type { Queue } from './model.ts'
import { pendingQueue } from './pending-queue.ts'
import { publicationQueues } from './publication-queues.ts'
import { secretariatQueues } from './secretariat-queues.ts'

/** What waits for this person; null for who has no part in adhesions, publications or accounts. */
export async function readQueues(
  reader: Reader,
): Promise<{ queues: Queue[]; failedMails: number; mailHeld: boolean } | null> {
  const secretariat = holdsRole(reader.user, 'secretariat')
  const mandates = await mandatesInForceOf(reader.req, reader.user.id, 'adhesion-validation')
  const publications = await publicationQueues(reader)
  const office = await officeOfReader(reader)
  if (office === null && mandates.length === 0 && publications === null) return null
  const at = now()
  const queues = [
    ...(mandates.length > 0 ? await bureauQueues(reader) : []),
    ...(publications ?? []),
    ...(secretariat ? [...(await secretariatQueues(reader, at)), await pendingQueue(reader)] : []),
    ...(office === null ? [] : [await accountQueue(reader)]),
  ]
  return {
    queues: queues.filter(({ items }) => items.length > 0),
    failedMails: secretariat ? await failedMails(reader.payload) : 0,
    mailHeld: secretariat && settingsOf(reader.payload).MAIL === 'hold',
  }
}

/**
 * How many e-mails were given up; those whose link opened nothing any more are no failure. Nobody reads the outbox
 * itself: only the number leaves the server.
 */
async function failedMails(payload: Payload): Promise<number> {
  const failed: Where = { status: { equals: 'failed' }, lastError: { not_equals: 'superseded' } }
  const { totalDocs } = await payload.count({ collection: 'messages', where: failed, overrideAccess: true })
  return totalDocs
}
