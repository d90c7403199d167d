import type { Payload } from 'payload'
import { now } from '../lib/clock.ts'
import { countUp } from '../lib/counts.ts'
import { settingsOf } from '../lib/settings.ts'
import { isMailTemplate, type MailData, type MailTemplate } from '../mail/catalogue.ts'
import { renderMail } from '../mail/render-mail.tsx'
import { type Delivery, type MailTransport } from '../mail/transport.ts'
import { isOfServer, isPermanent } from '../mail/delivery-error.ts'
import { messageIdFor } from '../mail/message-id.ts'
import type { Message } from '../payload-types.ts'
import type { AttachmentRef, LinkRef } from '../record/messages.ts'
import { isProvenNow } from '../adhesion/links/proof.ts'
import { holdBackOthers, waitOf } from '../record/mail-caps.ts'
import { settleMessage } from './claim-message.ts'
import { LEASE_MS, renewLease } from './leased-rows.ts'
import { errorFacts } from '../lib/error-facts.ts'
import { attachmentsOf } from './message-attachments.ts'
import { addressesOf } from './message-links.ts'
import { persistently } from './persistently.ts'
import { MAIL_PLAN, nextAttempt } from './retry-plan.ts'

/** Milliseconds between two renewals of the lease while an e-mail is on its way. */
const RENEWAL_MS = LEASE_MS / 3

/** The result of sending one row: `away` when the failure says nothing of the e-mail but that the mail server is not there. */
export type SendResult = 'sent' | 'away' | 'other'

type How = {
  /** Cuts the sending. */
  signal?: AbortSignal
  /** Milliseconds between two renewals of the lease. */
  renewal?: number
}

/**
 * Sends one claimed row and writes what became of it: sent, to be tried again, waiting for its cap, or failed. The row
 * stays leased meanwhile, and what became of it is written as often as it takes, since a row whose sending is not
 * recorded would be sent again.
 */
export async function deliver(
  payload: Payload,
  transport: MailTransport,
  row: Message,
  { renewal: pace = RENEWAL_MS, ...how }: How = {},
): Promise<SendResult> {
  const wait = await waitOf(payload, row)
  if (wait) {
    const lifted = await isProvenNow(payload, row)
    await settleMessage(payload, row, {
      status: 'owed',
      attempts: row.attempts - 1,
      ...(lifted ? { capped: false, lane: null } : { notBefore: wait.until.toISOString() }),
    })
    if (!lifted) await holdBackOthers(payload, row, wait)
    return 'other'
  }
  const known = sentHere(payload).get(row.id)
  const renewal = setInterval(() => {
    renewLease(payload, 'messages', row).catch((error: unknown) =>
      payload.logger.warn({
        msg: 'The lease of an e-mail on its way could not be renewed',
        message: row.id,
        ...errorFacts(error),
      }),
    )
  }, pace)
  try {
    const delivery = known ?? (await send(payload, transport, row, how))
    if (!known) countUp('email-sent', row.template)
    sentHere(payload).set(row.id, delivery)
    await recordSent(payload, row, delivery)
    return 'sent'
  } catch (error) {
    if (error instanceof NotRecorded) throw error.cause
    await settleFailure(payload, row, error)
    return isOfServer(error) && !isInterrupted(error) ? 'away' : 'other'
  } finally {
    clearInterval(renewal)
  }
}

/** An e-mail left, and the database could not be told. */
class NotRecorded extends Error {}

async function recordSent(payload: Payload, row: Message, { messageId, response }: Delivery): Promise<void> {
  const { id, template } = row
  const result = {
    status: 'sent',
    sentAt: now().toISOString(),
    messageId,
    response,
    lastError: null,
    serverAway: false,
  } as const
  try {
    const recorded = await persistently(() => settleMessage(payload, row, result))
    if (!recorded)
      payload.logger.warn({
        msg: 'An e-mail left after its lease had ended: it may arrive twice',
        message: id,
        template,
      })
    sentHere(payload).delete(id)
  } catch (error) {
    payload.logger.error({
      msg: 'An e-mail left and could not be recorded as sent',
      message: id,
      template,
      ...errorFacts(error),
    })
    throw new NotRecorded('An e-mail left and could not be recorded as sent', { cause: error })
  }
}

const SENT_HERE = Symbol.for('cpof.sent-here')

/** The e-mails that this process sent and has not recorded yet: such a row is recorded, never sent again. */
function sentHere(payload: Payload): Map<Message['id'], Delivery> {
  const holder: Payload & { [SENT_HERE]?: Map<Message['id'], Delivery> } = payload
  return (holder[SENT_HERE] ??= new Map<Message['id'], Delivery>())
}

async function send(
  payload: Payload,
  transport: MailTransport,
  row: Message,
  how: Pick<How, 'signal'>,
): Promise<Delivery> {
  const { PUBLIC_URL: publicUrl, MAIL_FROM: from } = settingsOf(payload)
  const stored = storedIn(row)
  // A code is no address: it is made with them, and stands among the data.
  const { code, ...links } = await addressesOf(payload, stored.links, row.recipient)
  const data = code === undefined ? stored.data : { ...stored.data, code }
  const attachments = await attachmentsOf(
    payload,
    stored.attachments,
    'reference' in stored.data ? stored.data.reference : '',
  )
  const mail = await renderMail(stored.template, data, links, { publicUrl, secretariat: await secretariatOf(payload) })
  // What was prepared took its time: another may hold the row by now.
  if (!(await renewLease(payload, 'messages', row))) throw new LeaseLost()
  return transport.send(
    { ...mail, to: row.recipient, attachments, messageId: messageIdFor(row.key, domainOf(from)) },
    how,
  )
}

/** Who signs and is answered: the association's identity says where its secretariat is reached; null while nobody wrote it. */
async function secretariatOf(payload: Payload): Promise<{ email: string; phone: string | null } | null> {
  const { email, phone } = await payload.findGlobal({ slug: 'identity', depth: 0, overrideAccess: true })
  return email ? { email, phone: phone || null } : null
}

/** Another sender has the row. */
class LeaseLost extends Error {
  readonly code = 'lease-lost'
}

/** The JSON columns of a row as `oweMessage` typed and wrote them. */
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
  const at = now()
  const since = new Date(row.firstTriedAt ?? at)
  const interrupted = isInterrupted(error)
  if (!superseded && !interrupted && !(error instanceof LeaseLost)) countUp('email-failed', row.template)
  const next =
    superseded || isPermanent(error) ? null : interrupted ? at : nextAttempt(MAIL_PLAN, row.attempts, since, at)
  await persistently(() =>
    settleMessage(payload, row, {
      status: next ? 'owed' : 'failed',
      firstTriedAt: since.toISOString(),
      serverAway: next !== null && !interrupted && isOfServer(error),
      lastError: superseded ? code : text,
      ...(next ? { notBefore: next.toISOString() } : {}),
    }),
  )
  // Neither address nor server's answer, which repeats it: logs hold no personal data.
  const entry = { message: row.id, template: row.template, attempts: row.attempts, code }
  if (next) payload.logger.warn({ msg: 'An e-mail could not be sent and will be tried again', ...entry })
  // Nobody has to do anything about it: its link was used, or died with what it was about.
  else if (superseded)
    payload.logger.info({ msg: 'An e-mail whose link opens nothing any more does not leave', ...entry })
  else payload.logger.error({ msg: 'An e-mail was given up', ...entry })
}

const isInterrupted = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'interrupted'

function describe(error: unknown): { code: string; text: string } {
  if (!(error instanceof Error)) return { code: 'unknown', text: String(error).slice(0, 500) }
  const code = 'responseCode' in error ? error.responseCode : 'code' in error ? error.code : error.name
  return { code: String(code), text: error.message.slice(0, 500) }
}

function domainOf(from: string): string {
  return /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
}
