import express, { type Router, type RequestHandler } from 'express'
import path from 'node:path'
import type { Env } from '../env.ts'
import { exactRouter } from '../site/exact-router.ts'
import { mailPages } from './mail-pages.ts'
import type { Limits } from './middleware/limits.ts'
import { secretPage } from './middleware/security-headers.ts'
import { staticFiles } from './static-files.ts'

const FOR_AN_HOUR = 'public, max-age=3600'

/** Public and capability pages: what stands before the site's own routes. */
export function siteArea({ env, limits, site }: { env: Env; limits: Limits; site: RequestHandler }): Router {
  const router = exactRouter()
  router.use(staticFiles({ folder: path.resolve('public'), at: '', cacheControl: FOR_AN_HOUR }))
  // Asked for by this name where a page names no icon, and by Chromium between two pages of the panel.
  router.get('/favicon.ico', (_req, res) => res.redirect(301, '/favicon.svg'))
  router.use(['/adhesion', '/en/adhesion', '/compte', '/nous-rejoindre/demande'], secretPage)
  router.post(
    ['/adhesion/signature/:token', '/adhesion/signature/:token/refuser', '/en/adhesion/signature/:token'],
    limits.signatures,
  )
  router.post(
    ['/adhesion/suivi/*rest', '/adhesion/lien-perdu', '/en/adhesion/suivi/*rest', '/en/adhesion/lien-perdu'],
    limits.links,
  )
  router.post('/nous-rejoindre/demande/:token/verifier', limits.submissions)
  router.post(['/nous-rejoindre', '/nous-rejoindre/*rest'], limits.forms)
  router.post(['/contact', '/compte/adresse/:token'], limits.links)
  router.use(express.urlencoded({ extended: false, limit: env.LIMIT_BODY_KB * 1024 }))
  router.use(mailPages(env))
  router.use(site)
  return router
}
