import { randomUUID } from 'node:crypto'
import { unitOrBusy } from '../../db/busy.ts'
import { findAll } from '../../db/find.ts'
import type { UnitOfWork } from '../../db/unit-of-work.ts'
import { now } from '../../lib/clock.ts'
import type { Webhook, WebhookDelivery } from '../../payload-types.ts'
import { wakeSender } from '../../record/wake.ts'
import type { Payload } from 'payload'
import { requireKeyStill, type KeyHolder } from '../key-in-use.ts'
import { webhookDisabled } from './errors.ts'
import { webhookOf } from './webhook.ts'

/** Something that a federation is told: what happened when, and to what. Nothing in it is personal. */
export type WebhookEvent<Type extends string = string> = {
  type: Type
  at: Date
  data: Readonly<Record<string, unknown>>
}

/** The type of an event that somebody asks for, to see whether it arrives. */
const TEST_EVENT = 'webhook.test'

type Told = Pick<Webhook, 'id' | 'state'>

/** Owes an event to webhooks, under one id: receivers know by it what they had before. */
async function oweTo(
  { payload, req }: UnitOfWork,
  webhooks: readonly Told[],
  { type, at, data }: WebhookEvent,
): Promise<WebhookDelivery[]> {
  const event = `msg_${randomUUID()}`
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data })
  const owed: WebhookDelivery[] = []
  for (const { id, state } of webhooks)
    owed.push(
      await payload.create({
        collection: 'webhook-deliveries',
        data: {
          webhook: id,
          event,
          type,
          body,
          // What is disabled may be enabled again: until then it stays here.
          ...(state === 'enabled' ? { status: 'owed' } : { status: 'failed', lastError: 'webhook-disabled' }),
          attempts: 0,
          notBefore: at.toISOString(),
        },
        depth: 0,
        overrideAccess: true,
        req,
      }),
    )
  return owed
}

/**
 * Owes an event to every webhook of a federation that wants it, in the unit of work of what happened: it leaves after the
 * commit, or never was.
 */
export async function oweEvent(unit: UnitOfWork, member: string, event: WebhookEvent): Promise<void> {
  const webhooks = await findAll(unit, 'webhooks', {
    where: { and: [{ member: { equals: member } }, { state: { not_equals: 'revoked' } }] },
  })
  const wanting = webhooks.filter(({ events }) => !events?.length || events.some((each) => each === event.type))
  await oweTo(unit, wanting, event)
}

/** Owes a webhook an event of no file. @throws DomainError 401 `bad-key`; 404; 409 `webhook-disabled` */
export async function testWebhook(
  payload: Payload,
  { holder, id }: { holder: KeyHolder; id: string },
): Promise<WebhookDelivery> {
  const owed = await unitOrBusy(payload, async (unit) => {
    const { member } = await requireKeyStill(unit, holder.key)
    const webhook = await webhookOf(unit, member, id)
    if (webhook.state !== 'enabled') throw webhookDisabled()
    const [first] = await oweTo(unit, [webhook], { type: TEST_EVENT, at: now(), data: { webhook: id } })
    if (!first) throw new Error('Nothing was owed')
    return first
  })
  wakeSender(payload)
  return owed
}
