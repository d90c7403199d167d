import { type PayloadHandler, type PayloadRequest } from 'payload'
import { isTransient } from '../db/retry.ts'
import { isUnavailable } from '../db/unavailable.ts'
import { invalidInput, issueAt } from '../input/issue.ts'
import { clientOf, type Client } from '../lib/caller.ts'
import { DomainError, isDomainError } from '../lib/errors.ts'
import { errorResponse, refusalResponse, shapeOf } from './errors.ts'
import { languageOfRequest, type Language } from './language.ts'
import { repeatable, type Repeating, type Taken } from './repeatable.ts'

/** A JSON answer that nobody keeps. */
export function respond(data: unknown, status = 200): Response {
  return Response.json(data, { status, headers: { 'Cache-Control': 'no-store' } })
}

/** What an endpoint is asked. The body is read when the endpoint asks for it: after it knows who may. */
export type Ask = {
  req: PayloadRequest
  client: Client
  language: Language
  /** A parameter of the route, `''` when there is none of that name. */
  param: (name: string) => string
  /** Whether a form is sent. */
  isForm: boolean
  /** The JSON object sent; `{}` when nothing was. @throws DomainError `unsupported-media-type` (415), `bad-json` (400) */
  json: () => Promise<Record<string, unknown>>
  /** What was sent of many things at once: a JSON list, or a line of JSON for each (NDJSON). @throws DomainError 415, 400 */
  lines: () => Promise<unknown[]>
  /** The `multipart/form-data` sent. @throws DomainError `unsupported-media-type` (415), `bad-form` (400) */
  form: () => Promise<FormData>
}

export const unsupportedMediaType = (expected: string) =>
  new DomainError('UnsupportedMediaType', 'unsupported-media-type', 415, {
    fr: `Ce format n’est pas accepté : envoyez ${expected}.`,
    en: `This format is not accepted: send ${expected}.`,
  })

export const badJson = () =>
  new DomainError(
    'BadRequest',
    'bad-json',
    400,
    { fr: 'Le corps de la requête doit être un objet JSON valide.', en: 'The body must be a valid JSON object.' },
    { at: '' },
  )

/** A form that breaks off, or is none. */
export const badForm = () =>
  new DomainError(
    'BadRequest',
    'bad-form',
    400,
    { fr: 'Le formulaire reçu est illisible.', en: 'The form received cannot be read.' },
    { at: '' },
  )

const mediaTypeOf = (req: PayloadRequest): string =>
  (req.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''

async function readJson(req: PayloadRequest): Promise<Record<string, unknown>> {
  const text = (await req.text?.()) ?? ''
  if (text.trim() === '') return {}
  if (mediaTypeOf(req) !== 'application/json') throw unsupportedMediaType('application/json')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw badJson()
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badJson()
  return Object.fromEntries(Object.entries(value))
}

async function readLines(req: PayloadRequest): Promise<unknown[]> {
  const text = (await req.text?.()) ?? ''
  const mediaType = mediaTypeOf(req)
  if (mediaType === 'application/x-ndjson')
    return text.split('\n').flatMap((line, index): unknown[] => (line.trim() === '' ? [] : [parsedLine(line, index)]))
  if (mediaType !== 'application/json') throw unsupportedMediaType('application/json, application/x-ndjson')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw badJson()
  }
  if (!Array.isArray(value)) throw invalidInput([issueAt('', 'not-a-list')])
  const list: unknown[] = value
  return list
}

/** @throws DomainError 400 at the line, counted from 0 */
function parsedLine(line: string, index: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw invalidInput([issueAt(String(index), 'not-a-value')])
  }
}
/** Whether a form is sent that may hold files. */
const isMultipart = (req: PayloadRequest): boolean => mediaTypeOf(req) === 'multipart/form-data'

async function readForm(req: PayloadRequest): Promise<FormData> {
  if (!isMultipart(req) || !req.formData) throw unsupportedMediaType('multipart/form-data')
  try {
    return await req.formData()
  } catch {
    throw badForm()
  }
}

/**
 * Makes an endpoint of ours: it says what it does, and refuses by throwing. A DomainError is answered in the caller's
 * language; a passing failure of the database is answered 503 and never run again from outside, since a use-case
 * may have committed before it; anything else goes to Payload's error hook.
 * What is sent by POST under an `Idempotency-Key` is carried out once, and access is asked each time: the key counts from
 * where the handler asks for the body.
 */
export function endpoint(handler: (ask: Ask) => Promise<Response>, repeating: Repeating = {}): PayloadHandler {
  const own: PayloadHandler = async (req) => {
    const language = languageOfRequest(req.headers)
    const param = (name: string): string => {
      const value = req.routeParams?.[name]
      return typeof value === 'string' ? value : ''
    }
    const answered = async (work: () => Promise<Response>): Promise<Response> => {
      try {
        return await work()
      } catch (error) {
        return refusal(error, language)
      }
    }
    const work = (taken: Taken) =>
      handler({
        req,
        client: clientOf(req),
        language,
        param,
        isForm: isMultipart(req),
        json: () => readJson(req).then(taken.json),
        form: () => readForm(req).then(taken.form),
        lines: () => readLines(req).then(taken.lines),
      })
    return answered(() => repeatable(req, repeating, (taken) => answered(() => work(taken))))
  }
  return Object.assign(own, { [OWN]: true })
}
/** An error as an answer. @throws what Payload's own error hook is to answer */
function refusal(error: unknown, language: Language): Response {
  if (isDomainError(error)) return errorResponse(error, language)
  if (
    error instanceof Error &&
    (isTransient(error) || isUnavailable(error) || ('code' in error && error.code === 'too-many-races'))
  ) {
    const { status, body } = shapeOf(error, language)
    return refusalResponse(status, { retryAfter: 1, ...body })
  }
  throw error
}

/** Marks handlers of ours, in whichever bundle they were made. */
const OWN = Symbol.for('cpof.own-endpoint')

/** Whether a handler was made by {@link endpoint}: it asks who may before it reads what is sent. */
export const isOwnHandler = (handler: object): boolean => OWN in handler

export { signInFirst } from './errors.ts'
