import express, { type Express, type RequestHandler } from 'express'
import type { Payload, SanitizedConfig } from 'payload'
import type { Logger } from 'pino'
import { nothingHere } from '../api/gate-refusals.ts'
import type { Env } from '../env.ts'
import { apiArea } from './api-area.ts'
import { answerErrors, type ErrorPage } from './errors.ts'
import { healthRouter } from './health.ts'
import { address, requireAddress } from './middleware/address.ts'
import { mailPages } from './mail-pages.ts'
import { panelNeedsDatabase } from './middleware/panel-needs-database.ts'
import { budget } from './middleware/budget.ts'
import { limitsBy } from './middleware/limits.ts'
import { log } from './middleware/log.ts'
import { metricsRoute, type Metrics } from './metrics.ts'
import { noteRefusals } from './middleware/refusals.ts'
import { requestId } from './middleware/request-id.ts'
import { pageHeaders } from './middleware/security-headers.ts'
import type { PanelBuild } from './panel-build.ts'
import { panelArea } from './panel-area.ts'
import type { PanelHandler } from './panel/handler.ts'
import { trustedProxies } from './proxies.ts'
import { siteArea } from './site-area.ts'
import { wellKnown } from './well-known.ts'

export type Door = {
  payload: Payload
  config: SanitizedConfig
  env: Env
  logger: Logger
  /** Next's request handler; without it there is no panel. */
  next?: PanelHandler
  /** Which build serves the panel, where several may run on one database. */
  panelBuild?: Pick<PanelBuild, 'guard'>
  site: RequestHandler
  errorPage?: ErrorPage
  /** The figures for Prometheus; without them nothing is measured. */
  metrics?: Metrics
}

/**
 * The front door: everything that comes from outside passes here, in this order, and is handed to the site, the API
 * or the panel.
 * @throws ConfigurationError when the proxies to believe are not addresses
 */
export function createApp({
  payload,
  config,
  env,
  logger,
  next: panel,
  panelBuild,
  site,
  errorPage,
  metrics,
}: Door): Express {
  const secure = env.PUBLIC_URL.startsWith('https:')
  const limits = limitsBy(env, payload)
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustedProxies(env.TRUST_PROXY))
  app.set('query parser', 'simple')
  app.enable('case sensitive routing')
  app.enable('strict routing')

  app.use(requestId)
  app.use(log(logger))
  // Whatever is answered, and wherever it fails; API and panel put their own in their place.
  app.use(pageHeaders(secure))
  if (metrics) app.use(metrics.measure, metricsRoute(metrics, env))
  app.use(healthRouter(payload))
  app.use(address)
  app.use(budget({ payload, env }))
  app.use(requireAddress)
  app.use(wellKnown({ payload, env }))
  app.use('/api', apiArea({ payload, config, env, limits, secure }))
  if (panel) app.use('/admin', panelNeedsDatabase(payload))
  if (panelBuild) app.use(['/admin', '/_next'], panelBuild.guard)
  if (panel) app.use(panelArea({ payload, config, env, panel, secure }))
  app.use(mailPages(env))
  app.use(siteArea({ env, limits, site }))
  app.use((_req, _res, next) => next(nothingHere()))
  app.use(noteRefusals(payload))
  app.use(answerErrors(logger, errorPage))
  return app
}
