import type { Router, RequestHandler } from 'express'
import path from 'node:path'
import type { Payload, SanitizedConfig } from 'payload'
import { methodNotAllowed, nothingHere } from '../api/gate-refusals.ts'
import { gateRules } from '../api/gate.ts'
import { DomainError } from '../lib/errors.ts'
import type { Env } from '../env.ts'
import { exactRouter } from '../site/exact-router.ts'
import { nameRoute } from './middleware/log.ts'
import { packed } from './middleware/packed.ts'
import { apiHeaders, panelHeaders } from './middleware/security-headers.ts'
import { panelActions } from './panel/actions.ts'
import type { PanelHandler } from './panel/handler.ts'
import { issueOfPanelAddress } from './panel/address.ts'
import { readsHeaders } from './panel/headers.ts'
import { staticFiles } from './static-files.ts'

const badHeaders = () =>
  new DomainError('BadRequest', 'bad-headers', 400, {
    fr: 'Cette requête est mal formée. Rechargez la page.',
    en: 'This request is malformed. Reload the page.',
  })

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * A session belongs to one origin: who opens the panel of this machine under another of its names is led to the
 * configured one, where signing in works.
 */
const oneNameForThisMachine =
  (origin: string): RequestHandler =>
  (req, res, next) => {
    const home = new URL(origin)
    const address = `http://${req.get('host') ?? ''}`
    const asked = URL.canParse(address) ? new URL(address) : home
    const otherName =
      asked.host !== home.host &&
      asked.port === home.port &&
      LOOPBACK.has(asked.hostname) &&
      LOOPBACK.has(home.hostname)
    if (otherName && req.method === 'GET') res.redirect(307, origin + req.url)
    else next()
  }

/** The cookie in which Payload keeps a language that somebody chose for the panel. */
const CHOSEN_LANGUAGE = /(^|;\s*)payload-lng=[^;]*/g

/** The panel speaks French to everybody, whatever their browser prefers: half of its words are this house's, which are French. */
const inFrench: RequestHandler = (req, _res, next) => {
  req.headers['accept-language'] = 'fr'
  if (req.headers.cookie) req.headers.cookie = req.headers.cookie.replace(CHOSEN_LANGUAGE, '').replace(/^;\s*/, '')
  next()
}

/** Their addresses change with the build. */
const FOR_GOOD = 'public, max-age=31536000, immutable'

/** Pages that hold the secret of a link. */
const HOLDS_SECRET = /^\/admin\/(reset|verify|confirm|invitation)(\/|$)/

type Area = { payload: Payload; config: SanitizedConfig; env: Env; panel: PanelHandler; secure: boolean }

/**
 * `/admin`: Payload's panel, by Next, behind the gate: what Next would stumble over is refused before it hears of it.
 * Next compares `Host` with the origin of its actions: both are the configured one. Of what Next serves beside it, only
 * the panel's own scripts and styles are open.
 */
export function panelArea({ payload, config, env, panel, secure }: Area): Router {
  const router = exactRouter()
  const { host, origin } = new URL(env.PUBLIC_URL)
  const compiling = env.CPOF_DEV === '1'
  const rules = gateRules(config)
  const name =
    (route: string): RequestHandler =>
    (req, res, next) => {
      nameRoute(res, route)
      req.headers.host = host
      next(readsHeaders(req.headers) ? undefined : badHeaders())
    }
  const headers = panelHeaders(secure, compiling)
  const pages = ['/admin', '/admin/*rest']
  const hand: RequestHandler = (req, res) => panel(req, res)

  router.all(
    pages,
    oneNameForThisMachine(env.PUBLIC_URL),
    packed(({ path: asked }) => !HOLDS_SECRET.test(asked)),
    headers,
    name('/admin'),
    inFrench,
  )
  router.get(pages, (req, _res, next) => next(issueOfPanelAddress(new URL(origin + req.url), rules) ?? undefined), hand)
  router.post(pages, panelActions({ payload, config, origin, panel }))
  router.all(pages, (_req, _res, next) => next(methodNotAllowed(['GET', 'HEAD', 'POST'])))
  if (compiling) router.all(['/_next/*rest', '/__nextjs*rest'], headers, name('/_next'), hand)
  else
    router.all(
      '/_next/static/*rest',
      apiHeaders(secure),
      staticFiles({ folder: path.resolve('.next/static'), at: '/_next/static', cacheControl: FOR_GOOD }),
    )
  router.all(['/_next', '/_next/*rest', '/__nextjs*rest'], headers, (_req, res, next) => {
    nameRoute(res, '/_next')
    next(nothingHere())
  })
  return router
}
