import type { ErrorRequestHandler, Request } from 'express'
import type { Logger } from 'pino'
import { headersOfRefusal, shapeOf } from '../api/errors.ts'
import { nothingHere } from '../api/gate-refusals.ts'
import { languageOf } from '../api/language.ts'
import { badJson, unsupportedMediaType } from '../api/respond.ts'
import { isDomainError } from '../lib/errors.ts'
import { requestIdOf } from './middleware/request-id.ts'
import { plainPage } from './plain-page.ts'
import { tooLarge } from './web-request.ts'

/** The errors of Express's own readers of bodies, in our words. */
function known(error: Error): Error {
  const type: unknown = 'type' in error ? error.type : undefined
  if (type === 'entity.too.large' || type === 'parameters.too.many') return tooLarge()
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return unsupportedMediaType('application/json (UTF-8)')
  if (typeof type === 'string' && (type.startsWith('entity.') || type.startsWith('request.'))) return badJson()
  return error instanceof URIError ? nothingHere() : error
}

/** Programs are answered as such: who calls the API, and the panel's scripts. */
const isCall = (req: Request): boolean =>
  req.path.startsWith('/api') || (req.path.startsWith('/admin') && req.method !== 'GET' && req.method !== 'HEAD')

const wantsPage = (req: Request): boolean => !isCall(req) && req.accepts(['html', 'json']) === 'html'

/** An address of the English site, whatever the visitor's browser prefers. */
const isEnglish = (req: Request): boolean => /^\/en(\/|$)/.test(req.path)

/** Renders an error as the site's page; null leaves it to the plain one. */
export type ErrorPage = (asked: {
  status: number
  language: 'fr' | 'en'
  requestId: string
  retryAfter?: number
}) => string | null

/** The last word on every error: the house's JSON shape, or a page for people. */
export function answerErrors(logger: Logger, errorPage: ErrorPage = () => null): ErrorRequestHandler {
  return (thrown: unknown, req, res, next) => {
    const error = known(thrown instanceof Error ? thrown : new Error(String(thrown)))
    const requestId = requestIdOf(req)
    if ((!isDomainError(error) || error.status >= 500) && !req.socket.destroyed)
      logger.error({ requestId, err: error }, 'A request failed')
    if (res.headersSent) {
      next(error)
      return
    }
    const language = isEnglish(req) ? 'en' : languageOf(req.get('accept-language'))
    const { status, body } = shapeOf(error, language)
    const retryAfter = body['retryAfter']
    res.status(status).set({ ...headersOfRefusal(status, body), 'Cache-Control': 'no-store' })
    if (!wantsPage(req)) {
      res.json(body)
      return
    }
    const asked = { status, language, requestId, ...(typeof retryAfter === 'number' ? { retryAfter } : {}) }
    res.type('html').send(errorPage(asked) ?? plainPage({ title: body.errors[0]?.message ?? '', requestId, language }))
  }
}
