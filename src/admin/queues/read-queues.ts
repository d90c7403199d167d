import type { Payload, Where } from 'payload'
import { mandatesInForceOf } from '../../governance/mandates.ts'
import { now } from '../../lib/clock.ts'
import { settingsOf } from '../../lib/settings.ts'
import type { Reader } from '../reader.ts'
import { bureauQueues } from './bureau-queues.ts'
import type { Queue } from './model.ts'
import { pendingQueue } from './pending-queue.ts'
import { publicationQueues } from './publication-queues.ts'
import { secretariatQueues } from './secretariat-queues.ts'

/** What waits for this person; null for who has no part in adhesions or publications. */
export async function readQueues(reader: Reader): Promise<{ queues: Queue[]; failedMails: number; mailHeld: boolean } | null> {
  const secretariat = reader.user.roles?.includes('secretariat') ?? false
  const mandates = await mandatesInForceOf(reader.req, reader.user.id, 'adhesion-validation')
  const publications = await publicationQueues(reader)
  if (!secretariat && mandates.length === 0 && publications === null) return null
  const at = now()
  const queues = [
    ...(mandates.length > 0 ? await bureauQueues(reader) : []),
    ...(publications ?? []),
    ...(secretariat ? [...(await secretariatQueues(reader, at)), await pendingQueue(reader)] : []),
  ]
  return { queues: queues.filter(({ items }) => items.length > 0), failedMails: secretariat ? await failedMails(reader.payload) : 0, mailHeld: secretariat && settingsOf(reader.payload).MAIL === 'hold' }
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
