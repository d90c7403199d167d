import type { Request, RequestHandler, Response } from 'express'
import type { ServerResponse } from 'node:http'
import type { Transform } from 'node:stream'
import { isWorthPacking, packingStream, preferredPacking } from '../../lib/packing.ts'

/** Answers that have no body, or a part of one. */
const WITHOUT_WHOLE_BODY = new Set([204, 206, 304])

const textOf = (value: number | string | string[] | undefined): string => (value === undefined ? '' : String(value))

type Written = { chunk: unknown; encoding: BufferEncoding; done: (() => void) | undefined }

/** The arguments of `write` and `end`, which leave out what they like. */
function writtenIn(args: readonly unknown[]): Written {
  const done = args.find((each): each is () => void => typeof each === 'function')
  const [chunk, encoding] = args
  return {
    chunk: typeof chunk === 'function' ? undefined : chunk,
    encoding: typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8',
    done,
  }
}

const bytesOf = ({ chunk, encoding }: Written): Buffer | null => {
  if (typeof chunk === 'string') return Buffer.from(chunk, encoding)
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : null
}

/** Headers that `writeHead` is given beside those that were set. */
function setHeaders(res: ServerResponse, given: unknown): void {
  if (Array.isArray(given)) {
    for (let at = 0; at + 1 < given.length; at += 2) res.setHeader(String(given[at]), String(given[at + 1]))
  } else if (typeof given === 'object' && given !== null) {
    for (const [name, value] of Object.entries(given))
      if (typeof value === 'string' || typeof value === 'number' || Array.isArray(value)) res.setHeader(name, value)
  }
}

/**
 * Packs what is answered behind it, as the client likes it best, as it comes. What holds a secret beside words of the
 * caller's must not be packed: how small it becomes would tell of the secret (BREACH); so nothing that sets a cookie is,
 * and nothing that the caller leaves out.
 * @param mayPack whether an answer to this request may be packed at all
 */
export const packed =
  (mayPack: (req: Request) => boolean): RequestHandler =>
  (req, res, next) => {
    if (mayPack(req)) packAnswer(req, res)
    next()
  }

function packAnswer(req: Request, res: Response): void {
  const plain = { writeHead: res.writeHead.bind(res), write: res.write.bind(res), end: res.end.bind(res) }
  const packing = preferredPacking(textOf(req.headers['accept-encoding']) || undefined)
  let stream: Transform | null = null
  let decided = false

  const decide = (): void => {
    if (decided) return
    decided = true
    const length = res.getHeader('Content-Length')
    if (!isWorthPacking(textOf(res.getHeader('Content-Type')), length === undefined ? null : Number(length))) return
    if (
      res.hasHeader('Content-Encoding') ||
      res.hasHeader('Set-Cookie') ||
      /no-transform/.test(textOf(res.getHeader('Cache-Control')))
    )
      return
    res.vary('Accept-Encoding')
    const etag = textOf(res.getHeader('ETag'))
    if (etag !== '' && !etag.startsWith('W/')) res.setHeader('ETag', `W/${etag}`)
    if (packing === null || req.method === 'HEAD' || WITHOUT_WHOLE_BODY.has(res.statusCode)) return
    res.removeHeader('Content-Length')
    res.setHeader('Content-Encoding', packing)
    stream = packingStream(packing)
    stream.on('data', (bytes: Buffer) => {
      if (!plain.write(bytes)) stream?.pause()
    })
    stream.once('end', () => plain.end())
    stream.once('error', () => res.destroy())
    res.on('drain', () => stream?.resume())
    // Who writes waits for the answer to take more, and knows of no stream in between.
    stream.on('drain', () => res.emit('drain'))
    res.once('close', () => stream?.destroy())
  }

  const written = (args: readonly unknown[], isLast: boolean): Written => {
    const given = writtenIn(args)
    const bytes = bytesOf(given)
    if (!res.headersSent && !decided && isLast && bytes && !res.hasHeader('Content-Length'))
      res.setHeader('Content-Length', bytes.length)
    if (!res.headersSent) decide()
    return given
  }

  const writeHead = (status: number, ...more: unknown[]): Response => {
    const [reason, headers] = typeof more[0] === 'string' ? more : [undefined, more[0]]
    res.statusCode = status
    setHeaders(res, headers)
    decide()
    if (typeof reason === 'string') plain.writeHead(status, reason)
    else plain.writeHead(status)
    return res
  }
  const write = (...args: unknown[]): boolean => {
    const given = written(args, false)
    if (stream) return stream.write(bytesOf(given) ?? Buffer.alloc(0), given.done)
    return Boolean(Reflect.apply(plain.write, res, args))
  }
  const end = (...args: unknown[]): Response => {
    const given = written(args, true)
    if (!stream) Reflect.apply(plain.end, res, args)
    else {
      if (given.done) res.once('finish', given.done)
      stream.end(bytesOf(given) ?? Buffer.alloc(0))
    }
    return res
  }
  // What streams asks for it after each part that somebody waits for.
  const flush = (): void => {
    if (stream && 'flush' in stream && typeof stream.flush === 'function') Reflect.apply(stream.flush, stream, [])
  }
  Object.assign(res, { writeHead, write, end, flush })
}
