import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { IP_HEADER, REQUEST_ID_HEADER } from '../../lib/caller.ts'

/** The number of a request, made by the front door. */
export const requestIdOf = (req: Request): string => req.get(REQUEST_ID_HEADER) ?? ''

/** The caller's address: what a believed proxy says, else the other end of the connection. */
export const ipOf = (req: Request): string => (req.ip ?? '').replace(/^::ffff:(?=\d+\.)/, '')

const LISTENERS_OF_AN_ANSWER = 40

/**
 * Gives each request a number of ours, in the answer and for whoever handles it, and hands on the caller's address.
 * Values that come under these names from outside are dropped.
 */
export const requestId: RequestHandler = (req, res, next) => {
  // Log, metrics, budgets, packing and Next each wait once for the end of an answer: more than the ten at which Node suspects a leak.
  res.setMaxListeners(LISTENERS_OF_AN_ANSWER)
  for (const name of Object.keys(req.headers))
    if (name.startsWith('x-cpof-') || name === 'x-request-id') delete req.headers[name]
  const id = randomUUID()
  req.headers[REQUEST_ID_HEADER] = id
  req.headers[IP_HEADER] = ipOf(req)
  res.setHeader('X-Request-Id', id)
  next()
}
