import type { Router, RequestHandler } from 'express'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import type { Env } from '../env.ts'
import { exactRouter } from '../site/exact-router.ts'
import { nameRoute } from './middleware/log.ts'
import { packed } from './middleware/packed.ts'
import { apiHeaders, panelHeaders } from './middleware/security-headers.ts'
import { staticFiles } from './static-files.ts'

/** Next's request handler. */
export type PanelHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

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
    const otherName = asked.host !== home.host && asked.port === home.port && LOOPBACK.has(asked.hostname) && LOOPBACK.has(home.hostname)
    if (otherName && req.method === 'GET') res.redirect(307, origin + req.url)
    else next()
  }

/** Their addresses change with the build. */
const FOR_GOOD = 'public, max-age=31536000, immutable'

/** Pages that hold the secret of a link. */
const HOLDS_SECRET = /^\/admin\/(reset|verify)\//

/** `/admin`: Payload's panel, by Next. Next compares `Host` with the origin of its actions: both are the configured one. */
export function panelArea({ env, panel, secure }: { env: Env; panel: PanelHandler; secure: boolean }): Router {
  const router = exactRouter()
  const { host } = new URL(env.PUBLIC_URL)
  router.all(['/admin', '/admin/*rest'], oneNameForThisMachine(env.PUBLIC_URL))
  if (env.CPOF_DEV !== '1') router.all('/_next/static/*rest', apiHeaders(secure), staticFiles({ folder: path.resolve('.next/static'), at: '/_next/static', cacheControl: FOR_GOOD }))
  router.all(['/admin', '/admin/*rest', '/_next/*rest', '/__nextjs*rest'], packed(({ path: asked }) => !HOLDS_SECRET.test(asked)), panelHeaders(secure, env.CPOF_DEV === '1'), async (req, res) => {
    nameRoute(res, req.path.startsWith('/admin') ? '/admin' : '/_next')
    req.headers.host = host
    for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded']) delete req.headers[name]
    await panel(req, res)
  })
  return router
}
