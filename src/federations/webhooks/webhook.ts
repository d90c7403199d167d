import type { Payload } from 'payload'
import { findById, type ReadContext } from '../../db/find.ts'
import { now } from '../../lib/clock.ts'
import { idOf } from '../../lib/ids.ts'
import { seal, unseal } from '../../lib/seal.ts'
import type { Webhook, WebhookDelivery } from '../../payload-types.ts'
import { keyOf } from '../../security/keys.ts'
import { unknownWebhook } from './errors.ts'

/** One attempt to send a webhook: when, how long it took, and what was answered or went wrong. */
export type Attempt = { at: string; milliseconds: number; status: number | null; error: string | null }

/** The webhook of a federation under an id. @throws DomainError 404 `unknown-webhook` */
export async function webhookOf(context: ReadContext, member: string, id: string): Promise<Webhook> {
  const found = await findById(context, 'webhooks', id, { showHiddenFields: true })
  if (!found || idOf(found.member) !== member) throw unknownWebhook()
  return found
}

/** The secret of a webhook as it is stored: sealed, since what signs has to be read again, and no copy of the database alone signs. */
export const sealedSecret = (payload: Pick<Payload, 'config'>, secret: string): string =>
  seal(keyOf(payload, 'webhook-secret'), secret)

/** The secrets by which a webhook is signed now: its own, and for a day the one that it had before. @throws Error where they were sealed with another `PAYLOAD_SECRET` */
export function secretsOf(payload: Pick<Payload, 'config'>, webhook: Webhook): string[] {
  const { secret, formerSecret, formerSecretUntil } = webhook
  const former = formerSecret && formerSecretUntil && new Date(formerSecretUntil) > now() ? [formerSecret] : []
  return [secret, ...former].map((sealed) => unseal(keyOf(payload, 'webhook-secret'), sealed))
}

/** What is told of a webhook: no secret is. */
export function shownWebhook(webhook: Webhook) {
  const { id, url, events, state, disabledReason, disabledAt, failingSince, createdAt } = webhook
  return {
    id,
    url,
    events: events ?? [],
    state,
    disabledReason: disabledReason ?? null,
    disabledAt: disabledAt ?? null,
    failingSince: failingSince ?? null,
    createdAt,
  }
}

const isAttempt = (value: unknown): value is Attempt =>
  typeof value === 'object' && value !== null && 'milliseconds' in value

/** Every attempt to send a delivery that is kept, the latest last. */
export const attemptsOf = ({ log }: Pick<WebhookDelivery, 'log'>): Attempt[] =>
  Array.isArray(log) ? log.filter((each: unknown) => isAttempt(each)) : []

/** What is told of a delivery: what is sent, and every attempt. */
export function shownDelivery(delivery: WebhookDelivery) {
  const { id, event, type, body, status, lastError, sentAt, notBefore, createdAt } = delivery
  const sent: unknown = JSON.parse(body)
  return {
    id,
    event,
    type,
    status,
    lastError: lastError ?? null,
    createdAt,
    sentAt: sentAt ?? null,
    nextAttemptAt: status === 'owed' ? notBefore : null,
    attempts: attemptsOf(delivery),
    body: sent,
  }
}
