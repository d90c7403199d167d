import type { Payload } from 'payload'
import { findAll } from '../../db/find.ts'
import { unitOrBusy } from '../../db/busy.ts'
import { invalidInput, issueAt } from '../../input/issue.ts'
import { settingsOf } from '../../lib/settings.ts'
import type { Webhook } from '../../payload-types.ts'
import { requireKeyStill, type KeyHolder } from '../key-in-use.ts'
import { findDestination } from './destination.ts'
import { tooManyWebhooks, webhookExists } from './errors.ts'
import { newSecret } from './signature.ts'
import { sealedSecret } from './webhook.ts'

/** Addresses that one federation may have told. */
const MOST = 10

/** An address, and what it is told of; everything where no event is named. */
export type WebhookAsked = { url: string; events?: NonNullable<Webhook['events']> }

/**
 * Registers an address that is told what becomes of a federation's files. Its secret is given back once, here.
 * @throws DomainError 400 where the address leads to no machine of the public network; 409 `webhook-exists`,
 * `too-many-webhooks`; 401 `bad-key`
 */
export async function registerWebhook(
  payload: Payload,
  { holder, url: asked, events = [] }: WebhookAsked & { holder: KeyHolder },
): Promise<{ webhook: Webhook; secret: string }> {
  const destination = await findDestination(asked, settingsOf(payload))
  if (typeof destination === 'string') throw invalidInput([issueAt('url', destination)])
  const url = destination.url.href
  const secret = newSecret()
  return unitOrBusy(payload, async (unit) => {
    const { member, key } = await requireKeyStill(unit, holder.key)
    const others = await findAll(unit, 'webhooks', {
      where: { and: [{ member: { equals: member } }, { state: { not_equals: 'revoked' } }] },
    })
    const same = others.find((each) => each.url === url)
    if (same) throw webhookExists(same.id)
    if (others.length >= MOST) throw tooManyWebhooks(MOST)
    const webhook = await payload.create({
      collection: 'webhooks',
      data: {
        key,
        member,
        url,
        events: [...new Set(events)],
        secret: sealedSecret(payload, secret),
        state: 'enabled',
        rev: 0,
      },
      depth: 0,
      overrideAccess: true,
      req: unit.req,
    })
    return { webhook, secret }
  })
}
