import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { hashOfKey, newKey } from '../../src/federations/key-text.ts'
import { newSecret } from '../../src/federations/webhooks/signature.ts'
import { sealedSecret } from '../../src/federations/webhooks/webhook.ts'
import type { ApiKey, Member, Webhook, WebhookDelivery } from '../../src/payload-types.ts'
import { makeMember, makeUser } from './governance.ts'

/** A member that federates others, and a key of its own. */
export type Federation = { member: Member; key: string; record: ApiKey; contact: string }

/** A key in force of a member, made past every rule; `data` goes over it. */
export async function makeKey(
  payload: Payload,
  member: string,
  data: Partial<ApiKey> = {},
): Promise<Omit<Federation, 'member'>> {
  const key = newKey(payload)
  const contact = `adhesions.${randomUUID().slice(0, 8)}@reseau.example`
  const { id: enteredBy } = await makeUser(payload)
  const record = await unitOfWork(payload, ({ req }) =>
    payload.create({
      collection: 'api-keys',
      data: {
        label: 'Dépôt',
        member,
        contact: { firstName: 'Lucie', lastName: 'Moreau', email: contact },
        scopes: ['submit', 'read', 'webhooks'],
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
        confirmed: true,
        enteredBy,
        proposedAs: 'secretary',
        keyHash: hashOfKey(key),
        rev: 0,
        ...data,
      },
      overrideAccess: true,
      depth: 0,
      req,
    }),
  )
  return { key, record, contact }
}

/** A webhook of a member's key, and a delivery that failed, made past every rule. */
export async function makeWebhook(
  payload: Payload,
  member: string,
  key: string,
): Promise<{ webhook: Webhook; delivery: WebhookDelivery }> {
  return unitOfWork(payload, async ({ req }) => {
    const past = { overrideAccess: true, depth: 0, req } as const
    const webhook = await payload.create({
      collection: 'webhooks',
      data: {
        ...{ member, key, url: 'https://hooks.reseau.example/cpof', state: 'enabled', rev: 0 },
        secret: sealedSecret(payload, newSecret()),
      },
      ...past,
    })
    const delivery = await payload.create({
      collection: 'webhook-deliveries',
      data: {
        ...{ webhook: webhook.id, event: `msg_${randomUUID()}`, type: 'webhook.test', status: 'failed', attempts: 1 },
        body: JSON.stringify({ type: 'webhook.test', timestamp: new Date(), data: { webhook: webhook.id } }),
        notBefore: new Date().toISOString(),
        lastError: 'timeout',
      },
      ...past,
    })
    return { webhook, delivery }
  })
}

/** A federation with a key for everything. */
export async function makeFederation(payload: Payload, data: Partial<ApiKey> = {}): Promise<Federation> {
  const member = await makeMember(payload)
  return { member, ...(await makeKey(payload, member.id, data)) }
}
