import type { Request as Incoming } from 'express'
import { DomainError } from '../lib/errors.ts'

/** Headers that concern the connection and not the message (RFC 9110, 7.6.1), or that the front door decides itself. */
const NOT_HANDED_ON = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
  'x-real-ip',
])

/** Headers that no longer hold once the front door has read, or unpacked, the body. */
const OF_THE_BODY = new Set(['content-length', 'content-encoding'])

/** 413: the body is larger than is taken. */
export const tooLarge = () =>
  new DomainError('TooLarge', 'too-large', 413, {
    fr: 'Ce que vous envoyez est trop volumineux.',
    en: 'What you send is too large.',
  })

/** The error of a request whose caller broke off; nobody reads its answer. */
const clientGone = () =>
  new DomainError('ClientGone', 'client-gone', 400, { fr: 'L’envoi s’est interrompu.', en: 'The transfer broke off.' })

/** The headers of a request as the handlers behind see them. */
export function headersOf(req: Incoming, { bodyWasRead }: { bodyWasRead: boolean }): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (value === undefined || NOT_HANDED_ON.has(name) || (bodyWasRead && OF_THE_BODY.has(name))) continue
    for (const each of Array.isArray(value) ? value : [value]) headers.append(name, each)
  }
  return headers
}

/** Whether a request carries a body at all (RFC 9112, 6.3). */
export const sendsBody = (req: Incoming): boolean =>
  req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0

/**
 * Reads a body whole, while it stays within a number of bytes.
 * @throws DomainError `too-large` (413), as soon as it is known: what still comes is let go by
 */
export function wholeBody(req: Incoming, mostBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const kept: Buffer[] = []
    let seen = 0
    const take = (chunk: Buffer): void => {
      seen += chunk.length
      if (seen <= mostBytes) kept.push(chunk)
      else fail(tooLarge())
    }
    const end = (): void => resolve(Buffer.concat(kept, seen))
    const fail = (error: Error): void => {
      req.off('data', take)
      req.off('end', end)
      kept.length = 0
      req.resume()
      reject(error)
    }
    if (Number(req.headers['content-length'] ?? 0) > mostBytes) {
      fail(tooLarge())
      return
    }
    req.on('data', take)
    req.once('end', end)
    req.once('error', () => fail(clientGone()))
    req.once('aborted', () => fail(clientGone()))
  })
}
