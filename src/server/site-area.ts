import express, { type Router, type RequestHandler } from 'express'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Env } from '../env.ts'
import { exactRouter } from '../site/exact-router.ts'
import { mailPages } from './mail-pages.ts'
import type { Limits } from './middleware/limits.ts'
import { pageHeaders, secretPage } from './middleware/security-headers.ts'

const HOUR = '1h'

/** Public and capability pages: what stands before the site's own routes. */
export function siteArea({ env, limits, site, secure }: { env: Env; limits: Limits; site: RequestHandler; secure: boolean }): Router {
  const router = exactRouter()
  router.use(pageHeaders(secure))
  router.use(publicFiles(path.resolve('public')))
  // Asked for by this name where a page names no icon, and by Chromium between two pages of the panel.
  router.get('/favicon.ico', (_req, res) => res.redirect(301, '/favicon.svg'))
  router.use(['/adhesion', '/en/adhesion'], secretPage)
  router.post(['/adhesion/signature/:token', '/en/adhesion/signature/:token'], limits.signatures)
  router.post(['/adhesion/suivi/*rest', '/adhesion/lien-perdu', '/en/adhesion/suivi/*rest', '/en/adhesion/lien-perdu'], limits.links)
  router.post('/nous-rejoindre/envoyer', limits.submissions)
  router.post('/nous-rejoindre/*rest', limits.forms)
  router.post('/contact', limits.links)
  router.use(express.urlencoded({ extended: false, limit: env.LIMIT_BODY_KB * 1024 }))
  router.use(mailPages(env))
  router.use(site)
  return router
}

/** The files of a folder as they were at the start: for any other address the disk is not asked. */
function publicFiles(folder: string): RequestHandler {
  const addresses = new Set(readdirSync(folder, { recursive: true }).map((name) => `/${String(name).replaceAll(path.sep, '/')}`))
  const serve = express.static(folder, { index: false, maxAge: HOUR, redirect: false })
  return (req, res, next) => {
    if (addresses.has(req.path)) serve(req, res, next)
    else next()
  }
}
