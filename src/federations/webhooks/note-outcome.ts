import type { Payload } from 'payload'
import { findById } from '../../db/find.ts'
import { lockRow } from '../../db/lock-row.ts'
import { unitOfWork, type UnitOfWork } from '../../db/unit-of-work.ts'
import { updateIf } from '../../db/update-if.ts'
import { now } from '../../lib/clock.ts'
import { formatDateTime } from '../../lib/dates.ts'
import { idOf } from '../../lib/ids.ts'
import { oweNotice } from '../../governance/notices.ts'
import type { Webhook } from '../../payload-types.ts'
import { wakeSender } from '../../record/wake.ts'

/** Milliseconds of failures, and of failures alone, after which nothing is sent to an address any more. */
const A_WEEK = 7 * 24 * 60 * 60_000

/** Why a webhook was disabled: it failed for a week, or its receiver said that it is gone (410). */
type DisabledReason = NonNullable<Webhook['disabledReason']>

/** Notes that a webhook was taken: what failed before counts no more. */
export async function noteTaken(payload: Payload, webhook: string): Promise<void> {
  await updateIf(payload, {
    collection: 'webhooks',
    where: { and: [{ id: { equals: webhook } }, { failingSince: { exists: true } }] },
    data: { failingSince: null, lastFailureAt: null },
  })
}

/** Notes that an attempt failed, and disables the webhook where it has failed for a week, or is gone. */
export async function noteFailed(payload: Payload, webhook: string, isGone: boolean): Promise<void> {
  const isDisabled = await unitOfWork(payload, async (unit) => {
    const row = await lockRow(unit, 'webhooks', webhook)
    if (row?.state !== 'enabled') return false
    const at = now()
    const since = failingSince(row, at)
    const data = { failingSince: since.toISOString(), lastFailureAt: at.toISOString() }
    const reason = isGone ? 'gone' : at.getTime() - since.getTime() >= A_WEEK ? 'failures' : null
    await payload.db.updateOne({ collection: 'webhooks', id: webhook, data, req: unit.req, returning: false })
    if (reason) await disable(unit, { ...row, ...data }, reason)
    return reason !== null
  })
  if (isDisabled) wakeSender(payload)
}

/** Since when a webhook fails: a week in which nothing was sent says nothing of it. */
function failingSince({ failingSince: since, lastFailureAt: last }: Webhook, at: Date): Date {
  return since && last && at.getTime() - new Date(last).getTime() < A_WEEK ? new Date(since) : at
}

async function disable(unit: UnitOfWork, webhook: Webhook & { rev: number }, reason: DisabledReason): Promise<void> {
  const { payload, req } = unit
  const { id, url, rev } = webhook
  const data = { state: 'disabled', disabledReason: reason, disabledAt: now().toISOString() } as const
  await payload.db.updateOne({ collection: 'webhooks', id, data, req, returning: false })
  await payload.db.updateMany({
    collection: 'webhook-deliveries',
    where: { and: [{ webhook: { equals: id } }, { status: { equals: 'owed' } }] },
    data: { status: 'failed', lastError: 'webhook-disabled' },
    req,
  })
  const key = await findById(unit, 'api-keys', idOf(webhook.key))
  const member = await findById(unit, 'members', idOf(webhook.member))
  await oweNotice(unit, 'webhook-disabled', {
    webhook: id,
    rev,
    contact: key?.contact.email ?? '',
    data: {
      reason,
      url,
      federation: member?.legalName ?? '',
      since: formatDateTime(new Date(webhook.failingSince ?? data.disabledAt)),
    },
  })
}
