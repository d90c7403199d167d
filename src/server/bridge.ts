import type { Request as Incoming, RequestHandler, Response as Outgoing } from 'express'
import { executeAuthStrategies, handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import { secondFactorToEnrol } from '../accounts/errors.ts'
import { claimsShown } from '../accounts/session-strategy.ts'
import { checkDocument, documentIn, formWith, takesDocument, asMeant } from '../api/document-sent.ts'
import { headersOfDeprecation } from '../api/deprecation.ts'
import { challengeOf, domainErrorBody, errorResponse, RETRY_HEADER, signInFirst } from '../api/errors.ts'
import { methodNotAllowed, nothingHere } from '../api/gate-refusals.ts'
import {
  examine,
  issueOfApproach,
  gateRules,
  isUnsafe,
  methodMeant,
  overridingOf,
  showsCredentials,
  type AtTheGate,
  type GateRules,
  type Passage,
  type Refusal,
} from '../api/gate.ts'
import { languageOfRequest, type Language } from '../api/language.ts'
import { refuseUnknownRecords } from '../api/known-references.ts'
import { mostBytesOf } from '../api/preferences.ts'
import { routeTable, type ApiRoute } from '../api/route-table.ts'
import { refusalOfWriter } from '../api/writers.ts'
import { patience } from '../db/patience.ts'
import { backOff } from '../db/retry.ts'
import { signInFailure } from '../db/sign-in-tells.ts'
import type { Env } from '../env.ts'
import { countedByKey } from '../federations/key-text.ts'
import { ANSWERED_ETAG } from '../lib/answered-file.ts'
import { disposition } from '../lib/disposition.ts'
import { isDomainError } from '../lib/errors.ts'
import { contentEpochOf } from '../site/kept/content-epoch.ts'
import { publicReading, tellsMore } from '../site/public-reading.tsx'
import { apiRouteNamer } from './api-route.ts'
import { nameRoute } from './middleware/log.ts'
import { noteRefusal } from './middleware/refusals.ts'
import { sendResponse } from './send-response.ts'
import { isForm, sentReader, type Sent } from './sent.ts'
import { allowReading, sendPublic } from './public-answer.ts'
import { keptAnswers, type KeptAnswer } from './kept-answers.ts'
import { headersOf, sendsBody, tooLarge } from './web-request.ts'

/** A reading is tried again by whoever made it; a write that was sent once is not, so it may wait longer. In milliseconds. */
const LONGEST_READING = 3_000
/** A batch may be as large as so many bodies, where a key of ours is shown. */
const BODIES_OF_A_BATCH = 8
/** Any file of a collection. */
const FILE = /^\/api\/[^/]+\/file\//
/** Files of applicants are saved, never shown in our pages' name. */
const PRIVATE_FILE = /^\/api\/attachments\/file\//
/** Addresses of files, some of which are not public, or not yet. */
const PAPER = /^\/api\/files\/file\//

/** How collections are read. */
const READINGS: ReadonlySet<string> = new Set(['/', '/:id', '/count'])
const isReading = (route: ApiRoute | null): boolean =>
  route !== null && route.collection !== null && !route.own && READINGS.has(route.path)
/** All that is open to a session which may only enrol a second factor. */
const ENROLMENT = /^\/api\/users\/(second-factor|login|logout|forgot-password|reset-password)(\/|$)/

/** A question as it is asked, with the language that its answer is wanted in. */
const addressIn = (language: Language, { pathname, search }: URL): string => `${language} ${pathname}${search}`

/** The answer to a question that came as a POST: nobody's to keep. */
const asResponse = ({ bytes, type, headers }: KeptAnswer): Response =>
  new Response(new Uint8Array(bytes), { headers: [...headers, ['Content-Type', type]] })

type Bridge = { payload: Payload; config: SanitizedConfig; env: Pick<Env, 'LIMIT_UPLOAD_MB' | 'LIMIT_BODY_KB'> }

type Asked = Pick<AtTheGate, 'method' | 'url'> & { headers: Headers }

/**
 * Leads from Express to Payload's REST and our endpoints, through the gate. The address is built from the configured
 * origin. Whether there is such an address, and who may write there, is known before what is sent is read; what was
 * read is sent again when a plain write failed for a passing reason, for some seconds.
 */
export function bridge({ payload, config, env }: Bridge): RequestHandler {
  const rules = gateRules(config)
  const routeAt = routeTable(config)
  const nameOf = apiRouteNamer(config)
  const readSent = sentReader(env)
  const kept = keptAnswers(payload, contentEpochOf(payload))

  const isByKey = (req: Incoming): boolean => countedByKey(payload, { get: (name) => req.get(name) }) !== null

  const answerTo = async (req: Incoming, res: Outgoing, asked: Asked): Promise<Response | KeptAnswer> => {
    const wrong = issueOfApproach(asked, rules)
    // Which methods there are is for the routes to say.
    if (wrong && wrong.status !== 405) throw wrong
    if (claimsShown(payload, asked.headers)?.enrol && !ENROLMENT.test(asked.url.pathname)) throw secondFactorToEnrol()
    const method = methodMeant(asked)
    const route = routeAt(method, asked.url.pathname)
    if (!route) {
      const others = routeAt.methodsAt(asked.url.pathname)
      throw others.length > 0 ? methodNotAllowed(others) : nothingHere()
    }
    const refused = isUnsafe(method)
      ? await refusalOfWriter({
          payload,
          route,
          method,
          headers: asked.headers,
          isForm: isForm(asked.headers.get('content-type')),
        })
      : null
    if (refused) throw refused
    const sent = await sentWith(req, res, route)
    try {
      if ((sent.body?.length ?? 0) > (mostBytesOf(route) ?? Infinity)) throw tooLarge()
      const headers = headersOf(req, { bodyWasRead: true })
      const verdict = await passGate(
        {
          ...asked,
          headers,
          body: sent.body,
          hasBody: sendsSomething(req, sent),
          staff: false,
          takesLines: route.takesLines,
        },
        rules,
        payload,
      )
      if (verdict.kind === 'refused') throw verdict.error
      const content = takesDocument(route, method)
        ? await documentOf(sent, headers, async (document) => {
            checkDocument(document, route, rules)
            await refuseUnknownRecords(payload, document, route)
          })
        : (sent.form ?? bytesIn(verdict.body))
      const make = () => answer({ res, passage: verdict, headers, content, payload, config })
      const told = async () => toldWhole(payload, route, verdict.url, await make())
      // What an endpoint of ours answers, or a file, may be more than what was read for it.
      const isAnybodys = verdict.method === 'GET' && isReading(route) && !showsCredentials(asked, rules)
      if (!isAnybodys) return await make()
      const key = addressIn(languageOfRequest(headers), verdict.url)
      const found = await kept.of(key, told)
      // A question that came as a POST is nobody's to keep.
      if (asked.method !== 'GET') return found instanceof Response ? found : asResponse(found)
      kept.leadsTo(addressIn(languageOfRequest(headers), asked.url), key)
      return found
    } finally {
      sent.leave()
    }
  }

  /** The body of a sign-in, which the count of attempts has read already. */
  const sentWith = async (req: Incoming, res: Outgoing, { takesLines }: ApiRoute): Promise<Sent> => {
    const read: unknown = req.body
    if (Buffer.isBuffer(read)) return { body: read, form: null, leave: () => {} }
    return req.method === 'GET' || req.method === 'HEAD'
      ? { body: null, form: null, leave: () => {} }
      : readSent(req, res, { times: takesLines && isByKey(req) ? BODIES_OF_A_BATCH : 1 })
  }

  /** What is known of a plain question of nobody in particular, before anything is looked at. */
  const knownAnswer = (req: Incoming, url: URL): KeptAnswer | null => {
    const headers = { get: (name: string) => req.get(name) ?? null }
    const isPlain =
      (req.method === 'GET' || req.method === 'HEAD') &&
      !sendsBody(req) &&
      !showsCredentials({ headers }, rules) &&
      overridingOf({ headers }) === null
    return isPlain ? kept.known(addressIn(languageOfRequest(headers), url)) : null
  }

  return async (req, res) => {
    const url = new URL(rules.origin + req.baseUrl + req.url)
    nameRoute(res, nameOf(url.pathname))
    if (routeAt.deprecates) {
      const { deprecated = null } = routeAt(req.method === 'HEAD' ? 'GET' : req.method, url.pathname) ?? {}
      if (deprecated) res.set(headersOfDeprecation(deprecated))
    }
    const known = knownAnswer(req, url)
    if (known) {
      await sendPublic(res, known)
      return
    }
    if (req.method === 'OPTIONS') {
      const methods = routeAt.methodsAt(url.pathname)
      if (methods.length === 0) throw nothingHere()
      const isPreflight = req.get('access-control-request-method') !== undefined
      if (isPreflight && isReading(routeAt('GET', url.pathname))) res.set(allowReading(req.method))
      res.status(204).set('Allow', methods.join(', ')).end()
      return
    }
    const asked = {
      method: req.method === 'HEAD' ? 'GET' : req.method,
      url,
      headers: headersOf(req, { bodyWasRead: false }),
    }
    const answered = answerTo(req, res, asked).then(async (response) => {
      if (response instanceof Response && response.status === 403)
        await noteRefusal(payload, req, await codeIn(response))
      return response
    })
    const response = await answered.catch(async (error: unknown) => {
      if (!isDomainError(error)) throw error
      await noteRefusal(payload, req, error.code)
      return errorResponse(error, languageOfRequest(asked.headers))
    })
    if (!(response instanceof Response)) {
      await sendPublic(res, response)
      return
    }
    if (response.status === 401) nameSchemes(response, routeAt(methodMeant(asked), url.pathname))
    if (FILE.test(url.pathname) && response.ok) response.headers.set('Content-Disposition', dispositionOf(url.pathname))
    if (PRIVATE_FILE.test(url.pathname)) {
      response.headers.set('Cache-Control', 'private, no-store')
    } else describeFile(response, url.pathname)
    // Payload says on every answer what a preflight may ask for.
    for (const name of ['methods', 'headers']) response.headers.delete(`access-control-allow-${name}`)
    if (asked.method === 'GET' && !showsCredentials(asked, rules) && isReading(routeAt('GET', url.pathname)))
      res.set(allowReading(req.method))
    await sendResponse(response, res, { withBody: req.method !== 'HEAD' })
  }
}

/** Tells nobody by what they become somebody on that very route. */
function nameSchemes({ headers }: Response, route: ApiRoute | null): void {
  if (route) headers.set('WWW-Authenticate', challengeOf(route.schemes))
}

/** What programs are told beside records, where they did not choose what they want of them. */
async function toldWhole(payload: Payload, route: ApiRoute, { searchParams }: URL, made: Response): Promise<Response> {
  const slug = route.collection?.slug ?? ''
  const chosen = [...searchParams.keys()].some((name) => /^select(?:\[|$)/.test(name))
  if (chosen || made.status !== 200 || !tellsMore(slug)) return made
  return Response.json(await publicReading(payload, slug, await made.json()), made)
}

/** Why a use-case, or Payload's own rights, refused. */
async function codeIn(response: Response): Promise<string> {
  const given: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  const errors: unknown = typeof given === 'object' && given !== null && 'errors' in given ? given.errors : null
  const first: unknown = Array.isArray(errors) ? errors[0] : null
  return typeof first === 'object' && first !== null && 'code' in first && typeof first.code === 'string'
    ? first.code
    : 'forbidden'
}

/** How a file is shown, under the name in its address: one of an applicant is saved, never shown in our pages' name. */
const dispositionOf = (pathname: string): string =>
  disposition(
    PRIVATE_FILE.test(pathname) ? 'attachment' : 'inline',
    decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1)),
  )

/** Sets how an answer may be kept: a public one by anybody, and shown by other sites; every other by its caller alone. */
function describeFile({ headers, status }: Response, pathname: string): void {
  const etag = headers.get(ANSWERED_ETAG)
  headers.delete(ANSWERED_ETAG)
  if (status >= 400) headers.set('Cache-Control', 'no-store')
  else if (etag !== null) {
    headers.set('ETag', etag)
    headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
  } else if (PAPER.test(pathname)) headers.set('Cache-Control', 'private, no-cache')
}

const sendsSomething = (req: Incoming, { body }: Sent): boolean => (body ? body.length > 0 : sendsBody(req))

/** Whoever asks for more than anybody may is looked up, and only then. */
async function passGate(
  asked: AtTheGate & { headers: Headers },
  rules: GateRules,
  payload: Payload,
): Promise<Passage | Refusal> {
  const verdict = examine(asked, rules)
  if (!verdict.narrowed) return verdict
  const { user } = showsCredentials(asked, rules)
    ? await executeAuthStrategies({ headers: asked.headers, payload })
    : { user: null }
  if (user?.collection === 'users') return examine({ ...asked, staff: true }, rules)
  return verdict.kind === 'refused' && verdict.error.status === 403 ? { ...verdict, error: signInFirst() } : verdict
}

type Content = FormData | Uint8Array<ArrayBuffer> | null

const bytesIn = (body: Buffer | null): Content => (body && body.length > 0 ? new Uint8Array(body) : null)

/** A document, written anew: Payload would stumble where there is none, and over forms that are odd. */
async function documentOf(
  sent: Sent,
  headers: Headers,
  check: (document: Readonly<Record<string, unknown>>) => Promise<void>,
): Promise<Content> {
  const given = documentIn(sent)
  await check(given)
  const document = asMeant(given)
  if (sent.form) return formWith(document, sent.form)
  headers.set('content-type', 'application/json')
  return new Uint8Array(Buffer.from(JSON.stringify(document)))
}

type Crossing = {
  res: Outgoing
  passage: Passage
  headers: Headers
  content: Content
  payload: Payload
  config: SanitizedConfig
}

async function answer({ res, passage, headers, content, payload, config }: Crossing): Promise<Response> {
  const { method, url, overridden } = passage
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  if (overridden)
    for (const name of ['x-payload-http-method-override', 'x-http-method-override', 'content-type'])
      headers.delete(name)
  // Written anew, a form has a boundary of its own.
  if (content instanceof FormData) headers.delete('content-type')
  const begun = performance.now()
  const longest = method === 'GET' ? LONGEST_READING : patience.outage()
  for (let attempt = 1; ; attempt += 1) {
    const request = new Request(url, { method, headers, signal: gone.signal, ...(content ? { body: content } : {}) })
    const handled = await handleEndpoints({ config, request }).catch((error: unknown) => {
      throw signInFailure(payload, request.headers) ?? error
    })
    const response = await shapeNotFound(handled, headers, url.pathname)
    const mark = response.headers.get(RETRY_HEADER)
    // The lost answer of a creation may have been a success: running it again could create twice.
    const again = mark === 'nothing-committed' || (mark === 'unknown' && method !== 'POST')
    if (!again || performance.now() - begun >= longest) {
      if (response.status === 503 && !response.headers.has('Retry-After')) response.headers.set('Retry-After', '1')
      return response
    }
    await response.body?.cancel()
    await backOff(attempt)
  }
}

/** Payload's word for an address without endpoint, in the house's shape. */
async function shapeNotFound(response: Response, headers: Headers, pathname: string): Promise<Response> {
  // Payload says 500 for a file that is named in the database and is not there, and 403 for one that is not for the
  // caller, be it there or not: neither says to whoever may not read it that there is one.
  const isMissingFile = [500, 403, 401].includes(response.status) && FILE.test(pathname)
  if (response.status !== 404 && response.status !== 501 && !isMissingFile) return response
  if (!response.headers.get('content-type')?.startsWith('application/json')) return response
  const text = await response.text()
  const given: unknown = JSON.parse(text)
  const isShaped = typeof given === 'object' && given !== null && 'errors' in given
  if (isShaped && !isMissingFile) return new Response(text, response)
  return Response.json(domainErrorBody(nothingHere(), languageOfRequest(headers)), { status: 404 })
}
