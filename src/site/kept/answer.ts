import type { NextFunction, Response } from 'express'
import type { ReactElement } from 'react'
import { addressIsGone } from '../../content/pages/errors.ts'
import { sha256 } from '../../lib/hash.ts'
import { isWorthPacking, pack, packable, preferredPacking } from '../../lib/packing.ts'
import { patternOf } from './place.ts'
import { sendKept, type Sendable } from './send-kept.ts'
import { renderPage } from '../views/render.ts'

/** The answer of a route: a view, a text that is none, another address to go to, that it is gone, or nothing. */
export type Shown =
  | ReactElement
  | { type: string; text: string; download?: string }
  | { movedTo: string }
  | { gone: true }
  | null

/** An answer as it is sent, ready to be sent again. */
export type Answer =
  | ({ kind: 'text'; download: string | null; pattern: string | null } & Sendable)
  | { kind: 'moved'; to: string }
  | { kind: 'gone' }
  | { kind: 'nothing' }

const HTML = 'text/html; charset=utf-8'

/** Makes an answer of what is to be shown. */
export function answerOf(shown: Shown): Answer {
  if (shown === null) return { kind: 'nothing' }
  if ('gone' in shown) return { kind: 'gone' }
  if ('movedTo' in shown) return { kind: 'moved', to: shown.movedTo }
  const { type, text, download } =
    'text' in shown ? { download: null, ...shown } : { type: HTML, text: renderPage(shown), download: null }
  const bytes = Buffer.from(text, 'utf8')
  // Weak, since it stands for the packed forms as well.
  return { kind: 'text', ...packable(bytes), type, etag: `W/"${sha256(bytes).slice(0, 32)}"`, download, pattern: null }
}

/** About what an answer takes in memory with its packed forms, in bytes. */
export const bytesOf = (answer: Answer): number =>
  500 + (answer.kind === 'text' ? Math.ceil(answer.bytes.length * 1.6) : 0)

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
  // What is answered before its route is looked for goes into the log under that route all the same.
  answer.pattern ??= patternOf(res.req)
  res.locals['route'] ??= answer.pattern
  if (answer.download !== null) res.setHeader('Content-Disposition', `attachment; filename="${answer.download}"`)
  sendKept(res, answer).catch(next)
}

/**
 * Answers with a view that is made for this one visitor and holds no secret of theirs, packed. What stands behind a
 * link is sent as it is: with a secret in it, how small it packs could tell of the secret (BREACH).
 */
export async function sendPublicPage(res: Response, status: number, view: ReactElement): Promise<void> {
  const body = Buffer.from(renderPage(view), 'utf8')
  const packing = isWorthPacking(HTML, body.length) ? preferredPacking(res.req.get('accept-encoding')) : null
  res.status(status).type('html').vary('Accept-Encoding')
  if (packing !== null) res.set('Content-Encoding', packing)
  res.send(packing === null ? body : await pack(packing, body))
}
