import type { Payload, Where } from 'payload'
import { unitOrBusy } from '../../db/busy.ts'
import { findAll } from '../../db/find.ts'
import { lockRow } from '../../db/lock-row.ts'
import type { UnitOfWork } from '../../db/unit-of-work.ts'
import { now } from '../../lib/clock.ts'
import type { Webhook } from '../../payload-types.ts'
import { wakeSender } from '../../record/wake.ts'
import { requireKeyStill, type KeyHolder } from '../key-in-use.ts'
import { webhookRevoked } from './errors.ts'
import { newSecret } from './signature.ts'
import { sealedSecret, webhookOf } from './webhook.ts'

/** Milliseconds for which what is sent is signed by the former secret too. */
const BOTH_SECRETS_MS = 24 * 60 * 60_000

type On = { holder: KeyHolder; id: string }

/** Changes a webhook of a federation that is not revoked. @throws DomainError 401 `bad-key`; 404; 409 `webhook-revoked` */
async function change(
  payload: Payload,
  { holder, id }: On,
  act: (webhook: Webhook, unit: UnitOfWork) => Promise<Partial<Webhook>> | Partial<Webhook>,
): Promise<Webhook> {
  return unitOrBusy(payload, async (unit) => {
    const { member } = await requireKeyStill(unit, holder.key)
    const webhook = await webhookOf(unit, member, id)
    if (webhook.state === 'revoked') throw webhookRevoked()
    await lockRow(unit, 'webhooks', id)
    const data = await act(webhook, unit)
    await payload.db.updateOne({ collection: 'webhooks', id, data, req: unit.req, returning: false })
    return { ...webhook, ...data }
  })
}

/** Gives a webhook another secret; for a day what is sent is signed by both. The new one is given back once, here. */
export async function rotateSecret(payload: Payload, on: On): Promise<{ webhook: Webhook; secret: string }> {
  const secret = newSecret()
  const webhook = await change(payload, on, (before) => ({
    secret: sealedSecret(payload, secret),
    formerSecret: before.secret,
    formerSecretUntil: new Date(now().getTime() + BOTH_SECRETS_MS).toISOString(),
  }))
  return { webhook, secret }
}

/** Lets a webhook be sent to again, by the key that asks; what was kept from it while it was disabled is owed. */
export async function enableWebhook(payload: Payload, on: On): Promise<Webhook> {
  const enabled = await change(payload, on, async (webhook, { req }) => {
    await payload.db.updateMany({
      collection: 'webhook-deliveries',
      where: {
        and: [
          { webhook: { equals: webhook.id } },
          { status: { equals: 'failed' } },
          { lastError: { equals: 'webhook-disabled' } },
        ],
      },
      data: { status: 'owed', attempts: 0, firstTriedAt: null, lastError: null, notBefore: now().toISOString() },
      req,
    })
    return { state: 'enabled', key: on.holder.key, disabledReason: null, disabledAt: null, failingSince: null }
  })
  wakeSender(payload)
  return enabled
}

/** Ends a webhook: nothing is sent to its address any more. */
export const revokeWebhook = (payload: Payload, on: On): Promise<Webhook> =>
  change(payload, on, () => ({ state: 'revoked', formerSecret: null }))

/** Ends the webhooks of a key that is revoked, in its unit of work. */
export async function revokeWebhooksOf(unit: UnitOfWork, key: string): Promise<void> {
  const where: Where = { and: [{ key: { equals: key } }, { state: { not_equals: 'revoked' } }] }
  for (const { id } of await findAll(unit, 'webhooks', { where })) {
    await lockRow(unit, 'webhooks', id)
    const data = { state: 'revoked', formerSecret: null } as const
    await unit.payload.db.updateOne({ collection: 'webhooks', id, data, req: unit.req, returning: false })
  }
}
