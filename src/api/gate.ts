import { buildVersionCollectionFields, type FlattenedField, type SanitizedConfig } from 'payload'
import type { DomainError, Fault } from '../lib/errors.ts'
import {
  badCredentialsBody,
  badMethodOverride,
  badPath,
  badQuery,
  fault,
  firstRegisterClosed,
  foreignOrigin,
  methodNotAllowed,
  nothingHere,
} from './gate-faults.ts'
import type { FieldLookup, GateCollection } from './gate-fields.ts'
import { examineQuery } from './gate-query.ts'
import { badJson, unsupportedMediaType } from './respond.ts'

/** The parts of a request that the gate looks at. */
export type AtTheGate = {
  method: string
  url: URL
  headers: Pick<Headers, 'get'>
  /** What was sent, where it was read beforehand: JSON and forms, not files. */
  body: Buffer | null
  /** Whether something was sent at all. */
  hasBody: boolean
  /** Whether the caller is known to be of the staff. */
  staff: boolean
}

export type Passage = { kind: 'pass'; method: string; url: URL; body: Buffer | null; overridden: boolean; narrowed: boolean }
export type Refusal = { kind: 'refused'; error: DomainError; narrowed: boolean }

/** What the gate knows of the house, worked out once. */
export type GateRules = FieldLookup & {
  origin: string
  /** The language of who names none; null where nothing is translated. */
  defaultLocale: string | null
  sessionCookie: string
  /** Fields of globals, by their names. */
  globals: ReadonlyMap<string, readonly FlattenedField[]>
  /** Collections of accounts, and whether they confirm their e-mail address. */
  accounts: ReadonlyMap<string, { verify: boolean }>
}

export function gateRules(config: SanitizedConfig): GateRules {
  const collections = new Map<string, GateCollection>()
  const accounts = new Map<string, { verify: boolean }>()
  for (const collection of config.collections) {
    collections.set(collection.slug, {
      fields: collection.flattenedFields,
      versionFields: collection.versions ? buildVersionCollectionFields(config, collection, true) : null,
    })
    if (collection.auth) accounts.set(collection.slug, { verify: Boolean(collection.auth.verify) })
  }
  return {
    collections,
    globals: new Map(config.globals.map(({ slug, flattenedFields }) => [slug, flattenedFields])),
    accounts,
    locales: config.localization ? config.localization.localeCodes : [],
    defaultLocale: config.localization ? config.localization.defaultLocale : null,
    origin: new URL(config.serverURL).origin,
    sessionCookie: `${config.cookiePrefix}-token`,
  }
}

const METHODS = new Set(['GET', 'POST', 'PATCH', 'PUT', 'DELETE'])
const UNSAFE = new Set(['POST', 'PATCH', 'PUT', 'DELETE'])
const FORM = 'application/x-www-form-urlencoded'
const CREDENTIALS = ['email', 'username', 'password', 'token']

/** Whether a request shows a session or a key, be it a good one or not. */
export function showsCredentials({ headers }: Pick<AtTheGate, 'headers'>, rules: GateRules): boolean {
  return headers.get('authorization') !== null || showsSession(headers, rules)
}

const showsSession = (headers: Pick<Headers, 'get'>, { sessionCookie }: GateRules): boolean =>
  (headers.get('cookie') ?? '').split(';').some((each) => each.trim().startsWith(`${sessionCookie}=`))

/**
 * Stands before Payload's REST: what it would answer with 500, or give to whoever asks, is refused here by name
 * or brought within bounds. Looks at nothing but its arguments.
 */
export function examine(asked: AtTheGate, rules: GateRules): Passage | Refusal {
  const refuse = (error: DomainError, narrowed = false): Refusal => ({ kind: 'refused', error, narrowed })
  const segments = segmentsOf(asked.url)
  if (!segments) return refuse(badPath())
  if (!METHODS.has(asked.method)) return refuse(methodNotAllowed())
  const overriding = asked.headers.get('x-payload-http-method-override') ?? asked.headers.get('x-http-method-override')
  const mediaType = (asked.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  let { method, body } = asked
  let { search } = asked.url
  if (overriding !== null) {
    const text = body?.toString('utf8') ?? ''
    if (method !== 'POST' || overriding !== 'GET' || mediaType !== FORM || search !== '' || /[#\0]/.test(text)) return refuse(badMethodOverride())
    method = 'GET'
    search = `?${text}`
    body = null
  }
  if (UNSAFE.has(method)) {
    const fault = faultOfWrite(asked, mediaType, rules)
    if (fault) return refuse(fault)
  }
  const pass = (nextSearch: string, narrowed: boolean): Passage => {
    const url = new URL(asked.url)
    url.search = nextSearch
    // Where nothing falls back to another language, Payload knows none for who names none.
    if (rules.defaultLocale !== null && !url.searchParams.get('locale')) url.searchParams.set('locale', rules.defaultLocale)
    return { kind: 'pass', method, url, body, overridden: overriding !== null, narrowed }
  }
  const closed = faultOfAccounts(segments, mediaType, body, rules)
  if (closed) return refuse(closed)

  const fields = fieldsAt(segments, rules)
  if (!fields) return pass(asked.url.search, false)
  const verdict = examineQuery({ search, fields, lookup: rules, staff: asked.staff, reading: method === 'GET' })
  if (verdict.faults.length > 0) return refuse(badQuery(verdict.faults), verdict.narrowed)
  return pass(verdict.search, verdict.narrowed)
}

/** The fields that a query may speak of: of a collection, of its versions, of a global. */
function fieldsAt([first = '', second = '']: readonly string[], { collections, globals }: GateRules): readonly FlattenedField[] | undefined {
  if (first === 'globals') return globals.get(second)
  const collection = collections.get(first)
  return second === 'versions' && collection?.versionFields ? collection.versionFields : collection?.fields
}

/** The decoded segments after `/api`, or null when the path does not decode. */
function segmentsOf(url: URL): string[] | null {
  try {
    const segments = url.pathname.split('/').slice(2).map(decodeURIComponent)
    return segments.some((each) => each.includes('\0')) ? null : segments
  } catch {
    return null
  }
}

function faultOfWrite({ headers, body, hasBody }: AtTheGate, mediaType: string, rules: GateRules): DomainError | null {
  const bySession = headers.get('authorization') === null && showsSession(headers, rules)
  if (bySession && headers.get('origin') !== rules.origin) return foreignOrigin()
  if (!hasBody) return null
  if (mediaType === 'multipart/form-data') return null
  if (mediaType !== 'application/json') return unsupportedMediaType('application/json')
  // What is not an object makes Payload stumble; what is broken it refuses itself, after having asked who may.
  const start = /^\s*(\S)/.exec(body?.subarray(0, 200).toString('latin1') ?? '')?.[1]
  return start === undefined || start === '{' ? null : badJson()
}

function faultOfAccounts([slug = '', action = '']: readonly string[], mediaType: string, body: Buffer | null, rules: GateRules): DomainError | null {
  const accounts = rules.accounts.get(slug)
  if (!accounts) return null
  const named = action.toLowerCase()
  if (named === 'first-register') return firstRegisterClosed()
  if (named === 'verify' && !accounts.verify) return nothingHere()
  // A token that is an object would be a question to the database.
  if (!['login', 'forgot-password', 'reset-password', 'unlock'].includes(named) || mediaType !== 'application/json' || !body) return null
  const faults = faultsOfCredentials(body)
  return faults.length > 0 ? badCredentialsBody(faults) : null
}

function faultsOfCredentials(body: Buffer): Fault[] {
  let given: unknown
  try {
    given = JSON.parse(body.toString('utf8'))
  } catch {
    return []
  }
  return Object.entries(given ?? {})
    .filter(([name, value]) => CREDENTIALS.includes(name) && typeof value !== 'string')
    .map(([name]) => fault(name, 'a-text'))
}
