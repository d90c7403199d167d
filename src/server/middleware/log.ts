import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { requestIdOf } from './request-id.ts'

/** Names the route of a request where Express does not know it. */
export const nameRoute = (res: Response, route: string): void => {
  res.locals['route'] = route
}

/** The pattern that answered a request, never its address: addresses hold tokens, and queries what people look for. */
export function routeNamed(req: Request, res: Response): string {
  const named: unknown = res.locals['route']
  if (typeof named === 'string') return named
  const route: unknown = req.route
  const path: unknown = typeof route === 'object' && route !== null && 'path' in route ? route.path : undefined
  return typeof path === 'string' ? path : Array.isArray(path) ? String(path[0]) : 'other'
}

/** One line a request when it has ended: number, method, pattern, status, milliseconds. Nothing of whoever asked. */
export const log =
  (logger: Logger): RequestHandler =>
  (req, res, next) => {
    const started = performance.now()
    res.once('close', () => {
      const route = routeNamed(req, res)
      const level = res.statusCode >= 500 ? 'error' : route.startsWith('/health') ? 'debug' : 'info'
      logger[level]({
        requestId: requestIdOf(req),
        method: req.method,
        route,
        status: res.statusCode,
        ms: Math.round((performance.now() - started) * 10) / 10,
        ...(res.writableFinished ? {} : { aborted: true }),
        msg: 'request',
      })
    })
    next()
  }
