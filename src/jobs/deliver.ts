import type { Payload } from 'payload'
import { now } from '../lib/clock.ts'
import { settingsOf } from '../lib/settings.ts'
import { isMailTemplate, type MailData, type MailTemplate } from '../mail/catalogue.ts'
import { renderMail } from '../mail/render-mail.tsx'
import { isPermanent, messageIdFor, type Delivery, type MailTransport } from '../mail/transport.ts'
import type { Message } from '../payload-types.ts'
import type { AttachmentRef, LinkRef } from '../record/messages.ts'
import { isProvenNow } from '../adhesion/proof.ts'
import { holdBackOthers, waitOf } from '../record/mail-caps.ts'
import { settleMessage } from './claim-message.ts'
import { attachmentsOf } from './message-attachments.ts'
import { addressesOf } from './message-links.ts'
import { nextAttempt } from './retry-plan.ts'

/** Milliseconds that a sending may take (see `createTransport`): with less left of the lease it does not begin. */
const LONGEST_SENDING_MS = 46_000

/**
 * Sends one claimed row and writes what became of it: sent, to be tried again, waiting for its cap, or failed.
 * Never throws for what a mail server does; a database that fails leaves the row to the end of its lease.
 */
export async function deliver(payload: Payload, transport: MailTransport, row: Message): Promise<void> {
  const wait = await waitOf(payload, row)
  if (wait) {
    const lifted = await isProvenNow(payload, row)
    await settleMessage(payload, row, { status: 'owed', attempts: row.attempts - 1, ...(lifted ? { capped: false, lane: null } : { notBefore: wait.until.toISOString() }) })
    if (!lifted) await holdBackOthers(payload, row, wait)
    return
  }
  let delivery: Delivery | null
  try {
    delivery = await send(payload, transport, row)
  } catch (error) {
    await settleFailure(payload, row, error)
    return
  }
  const { id, template } = row
  const result = delivery
    ? ({ status: 'sent', sentAt: now().toISOString(), messageId: delivery.messageId, response: delivery.response, lastError: null } as const)
    : ({ status: 'owed', attempts: row.attempts - 1 } as const)
  const recorded = await settleMessage(payload, row, result)
  if (!recorded) payload.logger.warn({ msg: 'An e-mail left after its lease had ended: it may arrive twice', message: id, template })
}

/** Null when too little of the lease is left to begin. */
async function send(payload: Payload, transport: MailTransport, row: Message): Promise<Delivery | null> {
  const { PUBLIC_URL: publicUrl, MAIL_FROM: from } = settingsOf(payload)
  const stored = storedIn(row)
  const links = await addressesOf(payload, stored.links, row.recipient)
  const attachments = await attachmentsOf(payload, stored.attachments, 'reference' in stored.data ? stored.data.reference : '')
  const mail = await renderMail(stored.template, stored.data, links, { publicUrl })
  if (new Date(row.leaseUntil ?? 0).getTime() - now().getTime() < LONGEST_SENDING_MS) return null
  return transport.send({ ...mail, to: row.recipient, attachments, messageId: messageIdFor(row.key, domainOf(from)) })
}

/** What `oweMessage` wrote, typed there: the columns are JSON. */
function storedIn({ template, data, links, attachments }: Message) {
  if (!isMailTemplate(template)) throw new Error(`No template is called ${template}`)
  return {
    template,
    data: data as MailData[MailTemplate],
    links: links as Record<string, LinkRef>,
    attachments: (attachments ?? []) as AttachmentRef[],
  }
}

async function settleFailure(payload: Payload, row: Message, error: unknown): Promise<void> {
  const { code, text } = describe(error)
  const superseded = code === 'superseded'
  const next = superseded || isPermanent(error) ? null : nextAttempt(row.attempts, now())
  await settleMessage(payload, row, {
    status: next ? 'owed' : 'failed',
    lastError: superseded ? code : text,
    ...(next ? { notBefore: next.toISOString() } : {}),
  })
  // Neither address nor server's answer, which repeats it: logs hold no personal data.
  const entry = { message: row.id, template: row.template, attempts: row.attempts, code }
  if (next) payload.logger.warn({ msg: 'An e-mail could not be sent and will be tried again', ...entry })
  // Nobody has to do anything about it: its link was used, or died with what it was about.
  else if (superseded) payload.logger.info({ msg: 'An e-mail whose link opens nothing any more does not leave', ...entry })
  else payload.logger.error({ msg: 'An e-mail was given up', ...entry })
}

function describe(error: unknown): { code: string; text: string } {
  if (!(error instanceof Error)) return { code: 'unknown', text: String(error).slice(0, 500) }
  const code = 'responseCode' in error ? error.responseCode : 'code' in error ? error.code : error.name
  return { code: String(code), text: error.message.slice(0, 500) }
}

function domainOf(from: string): string {
  return /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
}
