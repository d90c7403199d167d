import express, { type Router } from 'express'
import type { IncomingHttpHeaders } from 'node:http'
import type { Payload, SanitizedConfig } from 'payload'
import type { Env } from '../env.ts'
import { exactRouter } from '../site/exact-router.ts'
import { bridge } from './bridge.ts'
import { readCredentials } from './middleware/credentials.ts'
import type { Limits } from './middleware/limits.ts'
import { apiHeaders } from './middleware/security-headers.ts'

type Area = { payload: Payload; config: SanitizedConfig; env: Env; limits: Limits; secure: boolean }

/**
 * Files are streamed; everything else is read whole, so that the gate can look at it and a write be run again: the
 * panel's forms too, which are multipart and small.
 */
const isReadWhole = ({ 'content-type': type = '', 'content-length': length }: IncomingHttpHeaders, mostBytes: number): boolean =>
  !/^multipart\//i.test(type) || (length !== undefined && Number(length) <= mostBytes)

/** `/api`: what is counted, what is read, and the way to Payload. */
export function apiArea({ payload, config, env, limits, secure }: Area): Router {
  const mostBytes = env.LIMIT_BODY_KB * 1024
  const router = exactRouter()
  router.use(apiHeaders(secure))
  router.post('/adhesions', limits.submissions)
  router.post('/adhesions/sign', limits.signatures)
  router.post('/:accounts/login', limits.logins, readCredentials, limits.failedLogins)
  router.post('/:accounts/forgot-password', limits.logins, readCredentials, limits.passwordLinks)
  router.post('/:accounts/reset-password', limits.logins, readCredentials)
  router.use(express.raw({ type: ({ headers }) => isReadWhole(headers, mostBytes), limit: mostBytes }))
  router.use(bridge({ payload, config, env }))
  return router
}
