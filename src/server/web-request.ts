import { Readable, Transform, type TransformCallback } from 'node:stream'
import type { Request as Incoming } from 'express'
import { DomainError } from '../lib/errors.ts'

/** What concerns the connection and not the message (RFC 9110, 7.6.1), or what the front door decides itself. */
const NOT_HANDED_ON = new Set([
  'connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect', 'host',
  'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded', 'x-real-ip',
])

/** What changes where the front door has read, or unpacked, the body. */
const OF_THE_BODY = new Set(['content-length', 'content-encoding'])

/** What was sent is larger than may be. */
export const tooLarge = () =>
  new DomainError('TooLarge', 'too-large', 413, { fr: 'Ce que vous envoyez est trop volumineux.', en: 'What you send is too large.' })

/** Nobody reads this: it says that breaking off is no fault of ours. */
const clientGone = () => new DomainError('ClientGone', 'client-gone', 400, { fr: 'L’envoi s’est interrompu.', en: 'The transfer broke off.' })

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
 * The body of a request as a stream that breaks off past a number of bytes.
 * @returns `exceeded` settles, by rejecting with {@link tooLarge}, when it did
 */
export function limitedBody(req: Incoming, mostBytes: number): { body: ReadableStream; exceeded: Promise<never> } {
  let seen = 0
  let reject: (error: Error) => void = () => {}
  const exceeded = new Promise<never>((_, fail) => {
    reject = fail
  })
  // Nobody may be waiting any more when it breaks off.
  exceeded.catch(() => {})
  const limiter = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      seen += chunk.length
      if (seen <= mostBytes) {
        done(null, chunk)
        return
      }
      const error = tooLarge()
      reject(error)
      done(error)
    },
  })
  limiter.on('error', () => {
    req.unpipe(limiter)
    req.resume()
  })
  req.once('error', (error) => limiter.destroy(error))
  req.once('aborted', () => limiter.destroy(clientGone()))
  req.pipe(limiter)
  return { body: asWebStream(limiter), exceeded }
}

/** Node's and the browser's types of the same class differ. */
function asWebStream(readable: Readable): ReadableStream {
  const stream: unknown = Readable.toWeb(readable)
  if (!(stream instanceof ReadableStream)) throw new TypeError('This Node has no web streams')
  return stream
}
