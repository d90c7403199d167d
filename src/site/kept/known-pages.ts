import type { RequestHandler } from 'express'
import { sendRendered } from './answer.ts'
import type { RenderedPages } from './rendered-pages.ts'

/**
 * Answers with what is known of an address before any route is looked for. An address that may be written in several
 * ways is known under one of them, and its route finds it for the others.
 */
export const knownPages =
  ({ known, held }: Pick<RenderedPages, 'known' | 'held'>): RequestHandler =>
  async (req, res, next) => {
    const answer = req.method === 'GET' || req.method === 'HEAD' ? (known(req.url) ?? (await held(req.url))) : null
    if (answer) sendRendered(res, next, answer)
    else next()
  }
