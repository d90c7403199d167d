import type { Router } from 'express'
import type { Payload, SanitizedConfig } from 'payload'
import type { Env } from '../env.ts'
import { exactRouter } from '../site/exact-router.ts'
import { OPEN_DIRECTORY, openDirectory } from './open-directory.ts'
import { bridge } from './bridge.ts'
import { readCredentials } from './middleware/credentials.ts'
import { unlessKnownDevice } from './middleware/known-device.ts'
import { DESCRIPTION, description, docs } from './description.ts'
import { DOCS } from './docs/page.tsx'
import type { Limits } from './middleware/limits.ts'
import { packed } from './middleware/packed.ts'
import { apiHeaders, pageHeaders } from './middleware/security-headers.ts'

type Area = { payload: Payload; config: SanitizedConfig; env: Env; limits: Limits; secure: boolean }

/** `/api`: what is counted, and the way to Payload. */
export function apiArea({ payload, config, env, limits, secure }: Area): Router {
  const router = exactRouter()
  router.use(apiHeaders(secure))
  // What concerns an account may hold its session.
  const accounts = new Set<string>(config.collections.filter(({ auth }) => auth).map(({ slug }) => slug))
  router.use(packed(({ path }) => !accounts.has(path.split('/')[1] ?? '')))
  router.post('/adhesions', limits.submissions)
  router.post('/adhesions/batch', limits.batches)
  router.post(['/adhesions/sign', '/adhesions/by-link/sign', '/adhesions/by-link/decline'], limits.signatures)
  router.post(/^\/adhesions\/by-link\/(?!(?:sign|decline)$)/, limits.links)
  router.post(
    ['/:accounts/login', '/:accounts/login/*rest'],
    readCredentials,
    unlessKnownDevice(payload, limits.logins),
  )
  router.post('/:accounts/forgot-password', limits.logins, readCredentials, limits.passwordLinks)
  router.post('/:accounts/reset-password', limits.logins, readCredentials)
  // The site keeps them ready, as it does its pages.
  router.all(OPEN_DIRECTORY, openDirectory)
  router.all(DESCRIPTION, description({ payload, env }))
  for (const language of ['fr', 'en'] as const)
    router.all(DOCS[language].slice('/api'.length), pageHeaders(secure), docs({ payload, env }, language))
  router.use(bridge({ payload, config, env }))
  return router
}
