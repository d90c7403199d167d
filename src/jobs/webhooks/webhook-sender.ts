import type { Payload } from 'payload'
import { databaseNow } from '../../db/database-clock.ts'
import type { Resolve } from '../../federations/webhooks/destination.ts'
import { now } from '../../lib/clock.ts'
import { idOf } from '../../lib/ids.ts'
import type { WebhookDelivery } from '../../payload-types.ts'
import { abandonedAt, claimFrom, dueAt } from '../leased-rows.ts'
import { often, startPump, type Pace, type Sender } from '../pump.ts'
import { LONGEST_WAIT_MS } from '../retry-plan.ts'
import { deliverWebhook } from './deliver-webhook.ts'

/** Deliveries to one address at the same time: a slow one leaves places to the others. */
const ONE_WEBHOOK = 2

type Options = Pace & {
  payload: Payload
  /** Tells this sender from all others, of this process and of others. */
  instance: string
  /** Finds the addresses of a name; by default as name servers say. */
  resolve?: Resolve
}

/** Takes one delivery that is due, or whose sender died while it held it, for this sender alone; null when nothing is due. */
function claimDelivery(
  payload: Payload,
  instance: string,
  underWay: readonly WebhookDelivery[],
): Promise<WebhookDelivery | null> {
  const busy = often(
    underWay.map(({ webhook }) => idOf(webhook)),
    ONE_WEBHOOK,
  )
  const free = busy.length > 0 ? [{ webhook: { not_in: busy } }] : []
  const sort = ['notBefore', 'createdAt']
  return claimFrom(payload, 'webhook-deliveries', instance, [
    { where: { and: [...abandonedAt(databaseNow(payload)), ...free] }, sort },
    { where: { and: [...dueAt(now()), ...free] }, sort },
  ])
}

/** Starts sending the events that are owed to webhooks, by the rules of every pump. */
export const startWebhookSender = ({ payload, instance, resolve, ...pace }: Options): Sender =>
  startPump<WebhookDelivery>({
    ...pace,
    payload,
    collection: 'webhook-deliveries',
    instance,
    longestWait: LONGEST_WAIT_MS,
    claim: (underWay) => claimDelivery(payload, instance, underWay),
    work: (row, cut) => deliverWebhook(payload, row, { cut, resolve }),
    says: {
      held: 'MAIL=hold, or a restored database: no webhook leaves, as no e-mail does.',
      cut: 'Webhooks on their way are cut, since the server stops',
      failed: 'The webhooks that are owed could not be worked on',
    },
  })
