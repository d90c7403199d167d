import type { NextFunction, Response } from 'express'
import type { ReactElement } from 'react'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { addressIsGone } from '../content/pages/errors.ts'
import { sha256 } from '../lib/hash.ts'
import { patternOf } from './place.ts'
import { renderPage } from './views/render.ts'

/** What a route has to show: a view, a text that is none, another address to go to, that it is gone, or nothing. */
export type Shown = ReactElement | { type: string; text: string; download?: string } | { movedTo: string } | { gone: true } | null

type Packing = 'br' | 'gzip'

/** An answer as it is sent, ready to be sent again. */
export type Answer =
  | { kind: 'text'; type: string; body: Buffer; etag: string; download: string | null; packed: Partial<Record<Packing, Promise<Buffer>>>; pattern: string | null }
  | { kind: 'moved'; to: string }
  | { kind: 'gone' }
  | { kind: 'nothing' }

const HTML = 'text/html; charset=utf-8'

/** Makes an answer of what is to be shown. */
export function answerOf(shown: Shown): Answer {
  if (shown === null) return { kind: 'nothing' }
  if ('gone' in shown) return { kind: 'gone' }
  if ('movedTo' in shown) return { kind: 'moved', to: shown.movedTo }
  const { type, text, download } = 'text' in shown ? { download: null, ...shown } : { type: HTML, text: renderPage(shown), download: null }
  const body = Buffer.from(text, 'utf8')
  // Weak, since it stands for the packed forms as well.
  return { kind: 'text', type, body, etag: `W/"${sha256(body).slice(0, 32)}"`, download, packed: {}, pattern: null }
}

/** About what an answer takes in memory with its packed forms, in bytes. */
export const bytesOf = (answer: Answer): number => 500 + (answer.kind === 'text' ? Math.ceil(answer.body.length * 1.6) : 0)

/** Answers; where there is nothing, the next route is asked. Browsers may keep it and ask each time whether it still holds. */
export function sendRendered(res: Response, next: NextFunction, answer: Answer): void {
  if (answer.kind === 'gone') {
    next(addressIsGone())
    return
  }
  if (answer.kind === 'nothing') {
    next()
    return
  }
  res.setHeader('Cache-Control', 'no-cache')
  if (answer.kind === 'moved') {
    res.redirect(301, answer.to)
    return
  }
  const { type, body, etag, download } = answer
  const { req } = res
  // What is answered before its route is looked for goes into the log under that route all the same.
  answer.pattern ??= patternOf(req)
  res.locals['route'] ??= answer.pattern
  res.setHeader('ETag', etag)
  res.setHeader('Vary', 'Accept-Encoding')
  if (req.headers['if-none-match'] !== undefined && req.fresh) {
    res.status(304).end()
    return
  }
  res.setHeader('Content-Type', type)
  if (download !== null) res.setHeader('Content-Disposition', `attachment; filename="${download}"`)
  const packing = packingFor(res, body)
  if (packing === null) {
    res.setHeader('Content-Length', body.length)
    res.end(body)
    return
  }
  const packed = (answer.packed[packing] ??= PACK[packing](body))
  packed.then((bytes) => {
    res.setHeader('Content-Encoding', packing)
    res.setHeader('Content-Length', bytes.length)
    res.end(bytes)
  }, next)
}

/**
 * Answers with a view that is made for this one visitor and holds no secret of theirs, packed. What stands behind a
 * link is sent as it is: with a secret in it, how small it packs could tell of the secret (BREACH).
 */
export async function sendPublicPage(res: Response, status: number, view: ReactElement): Promise<void> {
  const body = Buffer.from(renderPage(view), 'utf8')
  const packing = packingFor(res, body)
  res.status(status).type('html').set('Vary', 'Accept-Encoding')
  if (packing !== null) res.set('Content-Encoding', packing)
  res.send(packing === null ? body : await PACK[packing](body))
}

/** Smaller bodies grow, or fit one packet as they are. */
const WORTH_PACKING = 1_400

function packingFor({ req }: Response, body: Buffer): Packing | null {
  if (req.headers['accept-encoding'] === undefined || body.length < WORTH_PACKING) return null
  const accepted = req.acceptsEncodings(['br', 'gzip'])
  return accepted === 'br' || accepted === 'gzip' ? accepted : null
}

/** Packed once for many, yet on the way to the first who asks: the quality is where time begins to cost more than it saves. */
const PACK: Record<Packing, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body) => promisify(gzip)(body, { level: 6 }),
}
