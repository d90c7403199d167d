import type { AfterErrorHook, FlattenedField, PayloadRequest } from 'payload'
import { isDanglingReference, isTransient, nothingWasCommitted } from '../db/retry.ts'
import { databaseUnavailable, isUnavailable } from '../db/unavailable.ts'
import { DomainError, isDomainError } from '../lib/errors.ts'
import { own } from '../lib/own.ts'
import {
  BAD_FORM,
  BROKEN_FORM,
  BY_ENGLISH,
  BY_NAME,
  CODE_BY_STATUS,
  INTERNAL,
  MUST_BE_UNIQUE,
  TOO_MANY_RACES,
  TRY_AGAIN,
} from './errors-catalogue.ts'
import { inFrench, labelOfPath } from './engine-sentences.ts'
import { goneMeanwhile } from './gate-refusals.ts'
import { languageOfRequest, type Language } from './language.ts'

/** Tells the front door that a plain write failed for a passing reason; it never leaves the house. */
export const RETRY_HEADER = 'x-cpof-retry'

/** Seconds within which what others have begun has ended, or was given up by the database. */
const RACES_LAST = 15

type Item = { path: string; code: string; message: string }

/** The one shape of every refusal: Payload's, with a stable `code`. */
export type ErrorBody = {
  errors: { name: string; code: string; message: string; data?: { errors: Item[] } }[]
} & Record<string, unknown>

type Shaped = { status: number; body: ErrorBody }

const body = (
  name: string,
  code: string,
  message: string,
  items: Item[] = [],
  extra: Readonly<Record<string, unknown>> = {},
): ErrorBody => ({
  ...extra,
  errors: [{ name, code, message, ...(items.length > 0 ? { data: { errors: items } } : {}) }],
})

/** How an error of ours is answered. */
export function domainErrorBody(error: DomainError, language: Language): ErrorBody {
  const items = error.issues.map(({ path, code, messages }) => ({ path, code, message: messages[language] }))
  return body(error.name, error.code, error.messages[language], items, error.extra)
}

/** The items of Payload's ValidationError and QueryError; everything else they carry stays inside. */
function itemsOf(error: Error, language: Language): Item[] {
  const data: unknown = 'data' in error ? error.data : undefined
  const list: unknown = typeof data === 'object' && data !== null && 'errors' in data ? data.errors : data
  if (!Array.isArray(list)) return []
  const spoken = (message: string) => (language === 'fr' ? inFrench(message) : message)
  return list.flatMap((entry: unknown): Item[] => {
    if (typeof entry !== 'object' || entry === null || !('path' in entry)) return []
    const message = 'message' in entry && typeof entry.message === 'string' ? entry.message : ''
    const unique = /unique/i.test(message)
    const fallback = language === 'fr' ? 'Ce champ ne peut pas servir ici.' : 'This field cannot be used here.'
    return [
      {
        path: String(entry.path),
        code: unique ? 'unique' : 'invalid',
        message: unique ? MUST_BE_UNIQUE[language] : spoken(message) || fallback,
      },
    ]
  })
}

const statusOf = (error: Error): number => ('status' in error && typeof error.status === 'number' ? error.status : 500)

/** Whether MongoDB's models refused a value that nobody had looked at before. */
const isOfModel = (error: Error): boolean =>
  error.name === 'ValidationError' && '_message' in error && !('status' in error)

const codeIn = (error: Error): string | undefined => {
  const data: unknown = 'data' in error ? error.data : undefined
  return typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string'
    ? data.code
    : undefined
}

/** Which fields are not valid, by the names that their form has. */
function notValid(items: readonly Item[], fields: readonly FlattenedField[]): string {
  const labels = [...new Set(items.map(({ path }) => labelOfPath(fields, path)))]
  return `${labels.length === 1 ? 'Le champ suivant n’est pas valide' : 'Les champs suivants ne sont pas valides'}\u00a0: ${labels.join(', ')}`
}

/**
 * What any error becomes on the wire. An error that says nothing public is answered with a sentence of our own and
 * none of its content.
 */
export function shapeOf(error: Error, language: Language, fields: readonly FlattenedField[] = []): Shaped {
  if (isDomainError(error)) return { status: error.status, body: domainErrorBody(error, language) }
  if ('code' in error && error.code === 'too-many-races') {
    return {
      status: 409,
      body: body('Conflict', 'too-many-races', TOO_MANY_RACES[language], [], { retryAfter: RACES_LAST }),
    }
  }
  if (isUnavailable(error)) return { status: 503, body: domainErrorBody(databaseUnavailable(), language) }
  if (isTransient(error))
    return { status: 503, body: body('Unavailable', 'try-again', TRY_AGAIN[language], [], { retryAfter: 1 }) }
  if (isDanglingReference(error)) return shapeOf(goneMeanwhile(), language)
  // An id or value that MongoDB's driver could not read.
  if (error.name === 'CastError' || error.name === 'BSONError') {
    return {
      status: 400,
      body: body('BadValue', 'bad-value', language === 'fr' ? 'Une valeur est illisible.' : 'A value cannot be read.'),
    }
  }
  if (isOfModel(error))
    return {
      status: 400,
      body: body('BadValue', 'bad-value', language === 'fr' ? 'Une valeur ne convient pas.' : 'A value does not suit.'),
    }
  if (BROKEN_FORM.test(error.message)) return { status: 400, body: body('BadRequest', 'bad-form', BAD_FORM[language]) }
  const status = statusOf(error)
  const isPublic = 'isPublic' in error ? error.isPublic === true : status < 500
  if (!isPublic || status >= 500) {
    return status === 503
      ? { status, body: body('Unavailable', 'unavailable', TRY_AGAIN[language]) }
      : { status: 500, body: body('InternalError', 'internal', INTERNAL[language]) }
  }
  const english = own(BY_ENGLISH, error.message)
  const known = own(BY_NAME, error.name)
  const code = codeIn(error) ?? english?.code ?? known?.code ?? CODE_BY_STATUS[status] ?? 'refused'
  const items = itemsOf(error, language)
  const message =
    known?.messages?.[language] ??
    (language === 'en'
      ? error.message
      : (english?.fr ??
        (error.name === 'ValidationError' && items.length > 0 ? notValid(items, fields) : inFrench(error.message))))
  return { status, body: body(error.name, code, message, items) }
}

/** An error of ours as an answer. */
export function errorResponse(error: DomainError, language: Language): Response {
  return refusalResponse(error.status, domainErrorBody(error, language))
}

/** A refusal as an answer, with the headers that its status asks for. */
export const refusalResponse = (status: number, refused: ErrorBody): Response =>
  Response.json(refused, { status, headers: headersOfRefusal(status, refused) })

/**
 * By what somebody becomes known, as `Authorization` names it: `JWT` is the session of an account (or its cookie), `Link`
 * the token of a link to an application, `Key` the key of a federation.
 */
export const SCHEMES = ['JWT', 'Link', 'Key'] as const
export type Scheme = (typeof SCHEMES)[number]

/** The schemes of a route that names none. */
export const BY_SESSION: readonly Scheme[] = ['JWT']

/** What nobody is told (RFC 9110, 11.6.1): by which schemes they become somebody. */
export const challengeOf = (schemes: readonly Scheme[]): string =>
  schemes.map((scheme) => `${scheme} realm="CPOF"`).join(', ')

/** The headers of a refusal: when to try again, which methods there are, how to say who one is. */
export function headersOfRefusal(status: number, { retryAfter, allow }: ErrorBody): Record<string, string> {
  return {
    ...(typeof retryAfter === 'number' ? { 'Retry-After': String(retryAfter) } : {}),
    ...(Array.isArray(allow) ? { Allow: allow.join(', ') } : {}),
    ...(status === 401 ? { 'WWW-Authenticate': challengeOf(BY_SESSION) } : {}),
  }
}

/**
 * Payload's root `afterError` hook: gives every error the house's shape, a code and the reader's language, tells nobody
 * to sign in where Payload says that they may not (401 in place of 403), and marks plain writes that failed for a passing reason, so that the front door runs them again.
 */
export const shapeError: AfterErrorHook = ({ collection, error, req }) => {
  const isNobodys = error.name === 'Forbidden' && !isDomainError(error) && !req.user
  const { status, body: response } = shapeOf(
    isNobodys ? nobody(req.headers) : error,
    languageOfRequest(req.headers),
    collection?.flattenedFields ?? globalOf(req)?.flattenedFields,
  )
  req.responseHeaders ??= new Headers()
  for (const [name, value] of Object.entries(headersOfRefusal(status, response))) req.responseHeaders.set(name, value)
  if (isTransient(error)) {
    req.responseHeaders.set(RETRY_HEADER, nothingWasCommitted(error) ? 'nothing-committed' : 'unknown')
  }
  if (status === 500) {
    const requestId = req.headers.get('x-cpof-request-id')
    req.payload.logger.error({ requestId, error: error.name, msg: 'A request failed inside' })
  }
  return { response, status }
}

/** Somebody who is none, told by what they show: their session has ended, or they have none. */
const nobody = (headers: Pick<Headers, 'get'>) => (hadSession(headers) ? sessionEnded() : signInFirst())

/** Whether a request comes from a page of ours by a session that is none any more: what changes something there is the panel alone. */
const hadSession = (headers: Pick<Headers, 'get'>): boolean =>
  headers.get('sec-fetch-site') === 'same-origin' || headers.get('authorization')?.startsWith('JWT ') === true

/** A session has ended while its owner was at work. */
const sessionEnded = () =>
  new DomainError('UnauthorizedError', 'unauthorized', 401, {
    fr: 'Votre session a pris fin. Reconnectez-vous dans un autre onglet\u00a0: rien n’est perdu.',
    en: 'Your session has ended. Sign in again in another tab: nothing is lost.',
  })

/** The global that a request is about. */
const globalOf = ({ payload, routeParams }: PayloadRequest) =>
  payload.config.globals.find(({ slug }) => slug === routeParams?.['global'])

/** Nobody is signed in where somebody must be. */
export const signInFirst = () =>
  new DomainError('UnauthorizedError', 'unauthorized', 401, {
    fr: 'Connectez-vous pour continuer.',
    en: 'Sign in to continue.',
  })
