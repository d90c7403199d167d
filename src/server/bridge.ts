import type { Request as Incoming, RequestHandler, Response as Outgoing } from 'express'
import { executeAuthStrategies, handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import { domainErrorBody, errorResponse, RETRY_HEADER } from '../api/errors.ts'
import { nothingHere } from '../api/gate-faults.ts'
import { examine, gateRules, showsCredentials, type AtTheGate, type GateRules, type Passage, type Refusal } from '../api/gate.ts'
import { languageOfRequest } from '../api/language.ts'
import { backOff } from '../db/retry.ts'
import type { Env } from '../env.ts'
import { isDomainError } from '../lib/errors.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { apiRouteNamer } from './api-route.ts'
import { nameRoute } from './middleware/log.ts'
import { ipOf } from './middleware/request-id.ts'
import { sendResponse } from './send-response.ts'
import { headersOf, limitedBody, sendsBody, tooLarge } from './web-request.ts'

const MAX_ATTEMPTS = 8
/** What a form needs beside the file it carries. */
const FORM_BYTES = 1024 * 1024
/** Files of applicants are saved, never shown in our pages' name. */
const PRIVATE_FILE = /^\/api\/attachments\/file\//
/** Some are of what is not public, or not yet. */
const PAPER = /^\/api\/files\/file\//

type Bridge = { payload: Payload; config: SanitizedConfig; env: Pick<Env, 'LIMIT_UPLOAD_MB'> }

/**
 * Leads from Express to Payload's REST and our endpoints, through the gate. The address is built from the configured
 * origin. What was read beforehand (`req.body`, a Buffer) is sent again when a plain write failed for a passing
 * reason, at most 8 times; files are streamed, within the size limit.
 */
export function bridge({ payload, config, env }: Bridge): RequestHandler {
  const rules = gateRules(config)
  const routeOf = apiRouteNamer(config)
  const mostBytes = env.LIMIT_UPLOAD_MB * 1024 * 1024 + FORM_BYTES

  return async (req, res) => {
    const url = new URL(rules.origin + req.baseUrl + req.url)
    nameRoute(res, routeOf(url.pathname))
    if (req.method === 'OPTIONS') {
      res.status(204).set('Allow', 'GET, HEAD, POST, PATCH, DELETE, OPTIONS').end()
      return
    }
    const asked = askedBy(req, url)
    const verdict = await passGate(asked, rules, payload)
    if (verdict.kind === 'refused') await noteSecurityEvent(payload, { type: 'refused-by-gate', ip: ipOf(req), data: { code: verdict.error.code } })
    const response =
      verdict.kind === 'refused'
        ? errorResponse(verdict.error, languageOfRequest(asked.headers))
        : await answer({ req, res, passage: verdict, headers: asked.headers, config, mostBytes })
    if (PRIVATE_FILE.test(url.pathname)) {
      response.headers.set('Content-Disposition', 'attachment')
      response.headers.set('Cache-Control', 'private, no-store')
    }
    if (PAPER.test(url.pathname)) response.headers.set('Cache-Control', 'private, no-cache')
    await sendResponse(response, res, { withBody: req.method !== 'HEAD' })
  }
}

function askedBy(req: Incoming, url: URL): AtTheGate & { headers: Headers } {
  const read: unknown = req.body
  const body = Buffer.isBuffer(read) ? read : null
  return {
    method: req.method === 'HEAD' ? 'GET' : req.method,
    url,
    headers: headersOf(req, { bodyWasRead: body !== null }),
    body,
    hasBody: body ? body.length > 0 : sendsBody(req),
    staff: false,
  }
}

/** Whoever asks for more than anybody may is looked up, and only then. */
async function passGate(asked: AtTheGate & { headers: Headers }, rules: GateRules, payload: Payload): Promise<Passage | Refusal> {
  const verdict = examine(asked, rules)
  if (!verdict.narrowed || !showsCredentials(asked, rules)) return verdict
  const { user } = await executeAuthStrategies({ headers: asked.headers, payload })
  return user?.collection === 'users' ? examine({ ...asked, staff: true }, rules) : verdict
}

type Crossing = { req: Incoming; res: Outgoing; passage: Passage; headers: Headers; config: SanitizedConfig; mostBytes: number }

async function answer({ req, res, passage, headers, config, mostBytes }: Crossing): Promise<Response> {
  const { method, url, body, overridden } = passage
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  if (overridden) for (const name of ['x-payload-http-method-override', 'x-http-method-override', 'content-type']) headers.delete(name)
  const language = languageOfRequest(headers)
  const call = async (init: RequestInit & { duplex?: 'half' }): Promise<Response> =>
    shapeNotFound(await handleEndpoints({ config, request: new Request(url, { method, headers, signal: gone.signal, ...init }) }), headers)

  const streaming = body === null && method !== 'GET' && sendsBody(req)
  if (streaming) {
    if (Number(req.headers['content-length'] ?? 0) > mostBytes) return errorResponse(tooLarge(), language)
    const stream = limitedBody(req, mostBytes)
    try {
      return await Promise.race([call({ body: stream.body, duplex: 'half' }), stream.exceeded])
    } catch (error) {
      if (isDomainError(error)) return errorResponse(error, language)
      throw error
    }
  }
  for (let attempt = 1; ; attempt += 1) {
    const response = await call(body && body.length > 0 ? { body: new Uint8Array(body) } : {})
    const mark = response.headers.get(RETRY_HEADER)
    // The lost answer of a creation may have been a success: running it again could create twice.
    const again = mark === 'nothing-committed' || (mark === 'unknown' && method !== 'POST')
    if (!again || attempt >= MAX_ATTEMPTS) {
      if (response.status === 503) response.headers.set('Retry-After', '1')
      return response
    }
    await response.body?.cancel()
    await backOff(attempt)
  }
}

/** Payload's word for an address without endpoint, in the house's shape. */
async function shapeNotFound(response: Response, headers: Headers): Promise<Response> {
  if (response.status !== 404 && response.status !== 501) return response
  if (!response.headers.get('content-type')?.startsWith('application/json')) return response
  const text = await response.text()
  const given: unknown = JSON.parse(text)
  const isShaped = typeof given === 'object' && given !== null && 'errors' in given
  if (isShaped) return new Response(text, response)
  return Response.json(domainErrorBody(nothingHere(), languageOfRequest(headers)), { status: 404 })
}
