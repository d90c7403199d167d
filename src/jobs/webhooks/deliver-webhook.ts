import type { Payload } from 'payload'
import { findById, findFirst } from '../../db/find.ts'
import { holderOfKey } from '../../federations/key-in-use.ts'
import {
  findDestination,
  type Destination,
  type Objection,
  type Resolve,
} from '../../federations/webhooks/destination.ts'
import { noteFailed, noteTaken } from '../../federations/webhooks/note-outcome.ts'
import { signedHeaders } from '../../federations/webhooks/signature.ts'
import { attemptsOf, secretsOf, type Attempt } from '../../federations/webhooks/webhook.ts'
import { now } from '../../lib/clock.ts'
import { countUp } from '../../lib/counts.ts'
import { idOf } from '../../lib/ids.ts'
import { settingsOf } from '../../lib/settings.ts'
import type { Webhook, WebhookDelivery } from '../../payload-types.ts'
import { settleRow } from '../leased-rows.ts'
import { persistently } from '../persistently.ts'
import { nextAttempt, WEBHOOK_PLAN } from '../retry-plan.ts'
import { post } from './post.ts'

/** Milliseconds for one attempt, from the look at names to the end of the answer. */
const LONGEST_ATTEMPT_MS = 15_000

/** Attempts that are kept of one delivery. */
const MOST_KEPT = 40

/** What is answered where nobody is any more, and will be. */
const GONE = 410

export type How = {
  /** Cuts the sending, since the process stops. */
  cut: AbortSignal
  /** Finds the addresses of a name; by default as name servers say. */
  resolve?: Resolve | undefined
}

/** Why nothing is sent to a webhook, whatever its receiver would say; null where something is. */
async function whyEnded(payload: Payload, webhook: Webhook | null): Promise<string | null> {
  if (webhook?.state !== 'enabled') return webhook?.state === 'disabled' ? 'webhook-disabled' : 'webhook-revoked'
  return (await holderOfKey({ payload }, idOf(webhook.key))) ? null : 'key-ended'
}

/**
 * Makes one attempt to send a claimed delivery, and writes what became of it: taken, to be tried again, or given up. Where
 * its address leads is looked up and judged anew, and what is connected to is what was judged.
 */
export async function deliverWebhook(payload: Payload, row: WebhookDelivery, how: How): Promise<void> {
  const webhook = await findById({ payload }, 'webhooks', idOf(row.webhook), { showHiddenFields: true })
  const ended = await whyEnded(payload, webhook)
  if (!webhook || ended) {
    await settle(payload, row, { status: 'failed', lastError: ended })
    return
  }
  const at = now()
  const begun = performance.now()
  const result = await attempt(payload, webhook, row, at, how)
  if (result === 'interrupted') {
    await settle(payload, row, { status: 'owed', notBefore: at.toISOString() })
    return
  }
  const tried: Attempt = { at: at.toISOString(), milliseconds: Math.round(performance.now() - begun), ...result }
  const log = [...attemptsOf(row), tried].slice(-MOST_KEPT)
  if (result.error === null) {
    countUp('webhook-sent', row.type)
    await settle(payload, row, { status: 'sent', sentAt: now().toISOString(), lastError: null, log })
    await persistently(() => noteTaken(payload, webhook.id))
    return
  }
  countUp('webhook-failed', row.type)
  const since = new Date(row.firstTriedAt ?? at)
  const next = nextAttempt(WEBHOOK_PLAN, row.attempts, since, now())
  await settle(payload, row, {
    status: next ? 'owed' : 'failed',
    firstTriedAt: since.toISOString(),
    lastError: result.error,
    log,
    ...(next ? { notBefore: next.toISOString() } : {}),
  })
  payload.logger.warn({
    msg: next ? 'A webhook was not taken and will be tried again' : 'A webhook was given up',
    delivery: row.id,
    type: row.type,
    attempts: row.attempts,
    code: result.error,
  })
  await persistently(() => noteFailed(payload, webhook.id, result.status === GONE))
}

type Result = Pick<Attempt, 'status' | 'error'> | 'interrupted'

async function attempt(
  payload: Payload,
  webhook: Webhook,
  { event, body }: WebhookDelivery,
  at: Date,
  { cut, resolve }: How,
): Promise<Result> {
  const late = AbortSignal.timeout(LONGEST_ATTEMPT_MS)
  try {
    const headers = signedHeaders(secretsOf(payload, webhook), { id: event, at, body })
    const destination = await findDestination(webhook.url, settingsOf(payload), resolve)
    if (isObjection(destination)) return { status: null, error: destination }
    const status = await post({ destination, headers, body, signal: AbortSignal.any([cut, late]) })
    return { status, error: status >= 200 && status < 300 ? null : `http-${status}` }
  } catch (error) {
    if (cut.aborted) return 'interrupted'
    return { status: null, error: late.aborted ? 'timeout' : codeOf(error) }
  }
}

const isObjection = (found: Destination | Objection): found is Objection => typeof found === 'string'

/** The code of what went wrong, and no word of whoever answered. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'failed'

async function settle(payload: Payload, row: WebhookDelivery, data: Partial<WebhookDelivery>): Promise<void> {
  const isSettled = await persistently(() => settleRow(payload, 'webhook-deliveries', row, data))
  if (isSettled || !(await findFirst({ payload }, 'webhook-deliveries', { where: { id: { equals: row.id } } }))) return
  payload.logger.warn({ msg: 'A webhook was sent after its lease had ended: it may arrive twice', delivery: row.id })
}
