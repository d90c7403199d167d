import type { Payload } from 'payload'
import { unitOrBusy } from '../../db/busy.ts'
import { findById, type ReadContext } from '../../db/find.ts'
import { now } from '../../lib/clock.ts'
import { idOf } from '../../lib/ids.ts'
import type { Webhook, WebhookDelivery } from '../../payload-types.ts'
import { wakeSender } from '../../record/wake.ts'
import { deliveryUnderWay, unknownDelivery, webhookDisabled } from './errors.ts'

type InQuestion = { id: string; member: string | null }

/**
 * A delivery, and the webhook that it is for.
 * @param member whose it has to be; null where staff asks
 * @throws DomainError 404 `unknown-delivery`
 */
export async function deliveryInQuestion(
  context: ReadContext,
  { id, member }: InQuestion,
): Promise<{ delivery: WebhookDelivery; webhook: Webhook }> {
  const delivery = await findById(context, 'webhook-deliveries', id)
  const webhook = delivery && (await findById(context, 'webhooks', idOf(delivery.webhook)))
  if (!webhook || (member !== null && idOf(webhook.member) !== member)) throw unknownDelivery()
  return { delivery, webhook }
}

/**
 * Owes a delivery again, as if it had never been tried, whatever became of it; one that waits for its next attempt leaves
 * now. Its `webhook-id` stays.
 * @throws DomainError 404 `unknown-delivery`; 409 `webhook-disabled`, `delivery-under-way`
 */
export async function sendAgain(payload: Payload, asked: InQuestion): Promise<WebhookDelivery> {
  const again = await unitOrBusy(payload, async (unit) => {
    const { delivery, webhook } = await deliveryInQuestion(unit, asked)
    if (webhook.state !== 'enabled') throw webhookDisabled()
    const data = {
      status: 'owed',
      attempts: 0,
      firstTriedAt: null,
      lastError: null,
      notBefore: now().toISOString(),
    } as const
    const owed: unknown = await payload.db.updateOne({
      collection: 'webhook-deliveries',
      where: { and: [{ id: { equals: delivery.id } }, { status: { not_equals: 'sending' } }] },
      data,
      options: { atomic: true },
      req: unit.req,
    })
    if (owed === null) throw deliveryUnderWay()
    return { ...delivery, ...data }
  })
  wakeSender(payload)
  return again
}
