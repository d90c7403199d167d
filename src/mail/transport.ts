import { connect, type Socket } from 'node:net'
import nodemailer from 'nodemailer'
import SmtpTransport from 'nodemailer/lib/smtp-transport/index.js'
import type { MailAttachment } from './attachments.ts'
import { DeliveryInterrupted, DeliveryTimeout, RecipientError } from './delivery-error.ts'
import { MARK_CID, markPng } from './mark.ts'

export type OutgoingMail = {
  /** The address of the one recipient. */
  to: string
  subject: string
  html: string
  text: string
  attachments?: readonly MailAttachment[]
  /** The Message-ID, made by {@link messageIdFor}. */
  messageId: string
  /** The address to which an answer goes, in place of the sender's. */
  replyTo?: string
  headers?: Readonly<Record<string, string>>
}

export type Delivery = {
  messageId: string
  /** The server's last line, which says that it took charge. */
  response: string
  accepted: string[]
}

export type MailTransport = { send: (mail: OutgoingMail, options?: { signal?: AbortSignal }) => Promise<Delivery> }

const MINUTE = 60_000

/**
 * Milliseconds. After the final dot a server may take ten minutes to answer (RFC 5321, 4.5.3.2.6), and who does not wait
 * does not know whether it has the e-mail; so a silence may last longer than that, and a whole sending longer still. Its
 * row stays leased meanwhile.
 */
const LIMITS = { connection: 10_000, greeting: MINUTE, silence: 11 * MINUTE, whole: 15 * MINUTE }

/**
 * A way out for e-mails over SMTP, one connection an e-mail. To another machine TLS is required, unless the
 * URL has `?requireTLS=false` or `?ignoreTLS=true` (nodemailer's own parameters, `tls.…` too).
 * @param smtpUrl `smtp://` or `smtps://`, with user and password where needed
 * @param from the sender, `Name <address>`
 * @returns `send`, which rejects with an error for {@link isPermanent}; it settles within 15 minutes, and its
 *   connection is cut when they are over or `signal` says so
 */
export function createTransport(smtpUrl: string, from: string, limits: Partial<typeof LIMITS> = {}): MailTransport {
  const { connection, greeting, silence, whole } = { ...LIMITS, ...limits }
  const server = serverOf(smtpUrl)

  return {
    async send(mail, { signal } = {}) {
      const to = oneAddress(mail.to)
      const mark = await inlineMark(mail.html)
      const socket = connect({ host: server.host, port: server.port })
      // Errors are seen through the promises below; between them the socket must have a listener too.
      socket.on('error', () => {})
      let timer: NodeJS.Timeout | undefined
      let interrupt = () => {}
      const tooLong = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new DeliveryTimeout(whole, 'Sending')), whole)
        interrupt = () => reject(new DeliveryInterrupted())
      })
      signal?.addEventListener('abort', interrupt)
      tooLong.catch(() => {})
      try {
        await Promise.race([connected(socket, connection), tooLong])
        // Not by createTransport({ url, … }): it keeps the URL alone and drops every other option.
        const line = new SmtpTransport({
          requireTLS: server.requireTls,
          url: smtpUrl,
          getSocket: (_options, give) => give(null, { connection: socket }),
          greetingTimeout: greeting,
          socketTimeout: silence,
        })
        const sending = nodemailer.createTransport(line).sendMail({
          disableFileAccess: true,
          disableUrlAccess: true,
          from,
          to: { name: '', address: to },
          ...(mail.replyTo === undefined ? {} : { replyTo: { name: '', address: oneAddress(mail.replyTo) } }),
          subject: mail.subject,
          html: mail.html,
          text: mail.text,
          messageId: mail.messageId,
          attachments: [...mark, ...(mail.attachments ?? []).map(asBase64)],
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...mail.headers },
        })
        const sent = await Promise.race([sending, tooLong])
        return { messageId: sent.messageId, response: sent.response, accepted: sent.accepted.map(addressOf) }
      } catch (error) {
        socket.destroy()
        throw error
      } finally {
        signal?.removeEventListener('abort', interrupt)
        clearTimeout(timer)
      }
    },
  }
}

function serverOf(smtpUrl: string): { host: string; port: number; requireTls: boolean } {
  const url = new URL(smtpUrl)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const loopback = host === 'localhost' || host === '::1' || /^127\./.test(host)
  return {
    host,
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    requireTls: !loopback && !url.searchParams.has('ignoreTLS'),
  }
}

/** An applicant typed it: commas, comments and groups would make several recipients or a header of it. */
function oneAddress(to: string): string {
  const address = to.trim()
  if (!/^[^\s@<>",;:\\()[\]\p{Cc}]+@[^\s@<>",;:\\()[\]\p{Cc}]+$/u.test(address)) throw new RecipientError()
  return address
}

function connected(socket: Socket, limit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DeliveryTimeout(limit, 'Connecting to the mail server')), limit)
    socket.once('connect', () => {
      clearTimeout(timer)
      resolve()
    })
    socket.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
  })
}

/**
 * The mark travels with the e-mail: clients show it without asking to load anything from afar, and nobody
 * learns that the message was opened.
 */
async function inlineMark(html: string) {
  if (!html.includes(`cid:${MARK_CID}`)) return []
  return [
    {
      filename: 'cpof.png',
      contentType: 'image/png',
      content: await markPng(),
      cid: MARK_CID,
      contentDisposition: 'inline' as const,
    },
  ]
}

/** Base64 whatever the type: a text part would have its line ends rewritten, and the hash would no longer match. */
function asBase64({ filename, contentType, content }: MailAttachment) {
  return { filename, contentType, content: Buffer.from(content), contentTransferEncoding: 'base64' as const }
}

function addressOf(recipient: string | { address: string }): string {
  return typeof recipient === 'string' ? recipient : recipient.address
}
