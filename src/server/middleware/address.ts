import type { Request, RequestHandler } from 'express'
import { badPath } from '../../api/gate-refusals.ts'
import { canonicalPath } from '../../lib/canonical-path.ts'

/** Addresses that programs ask: led on to another spelling, they might ask again without what they sent. */
const ANSWERED_AT_ONCE = /^\/(api|_next)(\/|$)/

/** Requests whose address has no spelling. */
const WITHOUT_SPELLING = new WeakSet<Request>()

/**
 * Reads the address once, before any route is looked for, and hands on its one spelling: a limit put on a route is not
 * passed, and a kept page not found or lost, by writing the address another way. Who reads a page under another spelling
 * is led to the one; whatever else is asked is answered as if it had been asked so. `Host` and an absolute request
 * target say nothing here. What has no spelling goes on to be counted, and no further than {@link requireAddress}.
 */
export const address: RequestHandler = (req, res, next) => {
  const [, rawPath = '', rawQuery = ''] = /^([^?]*)(\?.*)?$/s.exec(req.url) ?? []
  const path = canonicalPath(rawPath)
  if (path === null) {
    WITHOUT_SPELLING.add(req)
    next()
    return
  }
  // Of a query nothing is decided here: only that it may stand in a header.
  const search = rawQuery === '' ? '' : new URL(`http://query.invalid/${rawQuery}`).search
  req.url = path + search
  req.originalUrl = req.url
  if (path === rawPath || !['GET', 'HEAD'].includes(req.method) || ANSWERED_AT_ONCE.test(path)) next()
  else res.set('Cache-Control', 'no-store').redirect(308, req.url)
}

/** Refuses, after it was counted, a request whose address has no spelling. */
export const requireAddress: RequestHandler = (req, _res, next) =>
  next(WITHOUT_SPELLING.has(req) ? badPath() : undefined)
