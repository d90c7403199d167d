import {
  buildVersionCollectionFields,
  buildVersionGlobalFields,
  type FlattenedField,
  type SanitizedConfig,
} from 'payload'
import type { DomainError, Issue } from '../lib/errors.ts'
import { issueAt, invalidInput } from '../input/issue.ts'
import {
  badMethodOverride,
  badPath,
  badQuery,
  firstRegisterClosed,
  foreignOrigin,
  methodNotAllowed,
  nothingHere,
  staffOnly,
} from './gate-refusals.ts'
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
  /** Whether the route takes many things at once. */
  takesLines?: boolean
}

export type Passage = {
  kind: 'pass'
  method: string
  url: URL
  body: Buffer | null
  overridden: boolean
  narrowed: boolean
}
export type Refusal = { kind: 'refused'; error: DomainError; narrowed: boolean }

/** What the gate knows of the house, worked out once. */
export type GateRules = FieldLookup & {
  origin: string
  /** The language of who names none; null where nothing is translated. */
  defaultLocale: string | null
  sessionCookie: string
  globals: ReadonlyMap<string, GateCollection>
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
    globals: new Map(
      config.globals.map((global) => [
        global.slug,
        {
          fields: global.flattenedFields,
          versionFields: global.versions ? buildVersionGlobalFields(config, global, true) : null,
        },
      ]),
    ),
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
const NDJSON = 'application/x-ndjson'
const SIGNING_IN = new Set(['login', 'forgot-password', 'reset-password', 'first-register', 'unlock', 'verify'])
const CREDENTIALS = ['email', 'username', 'password', 'token']

type HeadersShown = { headers: Pick<Headers, 'get'> }

/** Whether a request shows a session or a key, be it a good one or not. */
export function showsCredentials({ headers }: HeadersShown, rules: GateRules): boolean {
  return headers.get('authorization') !== null || showsSession(headers, rules)
}

/** By the cookie's name with and without `__Host-`, as it is over TLS and without. */
const showsSession = (headers: HeadersShown['headers'], { sessionCookie }: GateRules): boolean =>
  (headers.get('cookie') ?? '').split(';').some((each) =>
    each
      .trim()
      .replace(/^__Host-/, '')
      .startsWith(`${sessionCookie}=`),
  )

/** The method that a request says to mean in place of its own, null where it says none. */
export const overridingOf = ({ headers }: HeadersShown): string | null =>
  headers.get('x-payload-http-method-override') ?? headers.get('x-http-method-override')

const mediaTypeOf = ({ headers }: Pick<AtTheGate, 'headers'>): string =>
  (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''

/** The method as which a request will be answered: a POST may be a question that is too long for an address. */
export const methodMeant = (asked: Pick<AtTheGate, 'method' | 'headers'>): string =>
  overridingOf(asked) === null ? asked.method : 'GET'

/** Whether a method changes something. */
export const isUnsafe = (method: string): boolean => UNSAFE.has(method)

/** What is wrong with a request whoever asks and whatever is sent: its address, its method, where it comes from. */
export function issueOfApproach(
  asked: Pick<AtTheGate, 'method' | 'url' | 'headers'>,
  rules: GateRules,
): DomainError | null {
  const segments = segmentsOf(asked.url)
  if (!segments) return badPath()
  if (!METHODS.has(asked.method)) return methodNotAllowed()
  const closed = issueOfAccounts(segments, rules)
  if (closed) return closed
  const overriding = overridingOf(asked)
  const mayOverride =
    asked.method === 'POST' && overriding === 'GET' && mediaTypeOf(asked) === FORM && asked.url.search === ''
  if (overriding !== null && !mayOverride) return badMethodOverride()
  if (!isUnsafe(methodMeant(asked))) return null
  if (signsIn(segments, rules) && fromElsewhere(asked.headers, rules)) return foreignOrigin()
  const bySession = asked.headers.get('authorization') === null && showsSession(asked.headers, rules)
  const [slug = ''] = segments
  if (bySession && (asked.headers.get('origin') === null || isForeign(asked.headers, rules))) return foreignOrigin()
  // What begins, renews or ends a session a page elsewhere must not do for a visitor of its own, who has no cookie yet.
  return rules.accounts.has(slug) && isForeign(asked.headers, rules) ? foreignOrigin() : null
}

/** Whether a browser says that a request starts from a page that is not of this site. */
const isForeign = (headers: Pick<Headers, 'get'>, { origin }: GateRules): boolean => {
  const from = headers.get('origin')
  return (from !== null && from !== origin) || headers.get('sec-fetch-site') === 'cross-site'
}

/**
 * Stands before Payload's REST: what it would answer with 500, or give to whoever asks, is refused here by name
 * or brought within bounds. Looks at nothing but its arguments.
 */
export function examine(asked: AtTheGate, rules: GateRules): Passage | Refusal {
  const refuse = (error: DomainError, narrowed = false): Refusal => ({ kind: 'refused', error, narrowed })
  const wrong = issueOfApproach(asked, rules)
  const segments = segmentsOf(asked.url)
  if (wrong || !segments) return refuse(wrong ?? badPath())
  // What an account may do is worked out for every field of every collection, for the panel alone.
  if (!asked.staff && (segments[0] === 'access' || segments.slice(1, 3).includes('access')))
    return refuse(staffOnly(), true)
  const overriding = overridingOf(asked)
  const mediaType = mediaTypeOf(asked)
  let { method, body } = asked
  let { search } = asked.url
  if (overriding !== null) {
    const text = body?.toString('utf8') ?? ''
    if (/[#\0]/.test(text)) return refuse(badMethodOverride())
    method = 'GET'
    search = `?${text}`
    body = null
  }
  if (isUnsafe(method)) {
    const issue = issueOfBody(asked, mediaType) ?? issueOfCredentials(segments, mediaType, body, rules)
    if (issue) return refuse(issue)
  }
  const pass = (nextSearch: string, narrowed: boolean): Passage => {
    const url = new URL(asked.url)
    url.search = nextSearch
    // Where nothing falls back to another language, Payload knows none for who names none.
    if (rules.defaultLocale !== null && !url.searchParams.get('locale'))
      url.searchParams.set('locale', rules.defaultLocale)
    return { kind: 'pass', method, url, body, overridden: overriding !== null, narrowed }
  }
  const fields = fieldsAt(segments, rules)
  if (!fields) return pass(asked.url.search, false)
  const verdict = examineQuery({ search, fields, lookup: rules, staff: asked.staff, reading: method === 'GET' })
  if (verdict.issues.length > 0) return refuse(badQuery(verdict.issues), verdict.narrowed)
  return pass(verdict.search, verdict.narrowed)
}

/** What is sent to the address of accounts without a session begins one, or leads to one. */
const signsIn = ([slug = '', action = '']: readonly string[], { accounts }: GateRules): boolean =>
  accounts.has(slug) && SIGNING_IN.has(action.toLowerCase())

/** A page that is not ours would sign somebody in as somebody else. What is no browser names no origin. */
function fromElsewhere(headers: Pick<Headers, 'get'>, { origin }: GateRules): boolean {
  const named = headers.get('origin')
  return named === null ? headers.get('sec-fetch-site') === 'cross-site' : named !== origin
}

/** The fields that a query may speak of: of a collection or a global, or of its versions. */
function fieldsAt(
  segments: readonly string[],
  { collections, globals }: GateRules,
): readonly FlattenedField[] | undefined {
  const [slug = '', below = ''] = segments[0] === 'globals' ? segments.slice(1) : segments
  const found = (segments[0] === 'globals' ? globals : collections).get(slug)
  return below === 'versions' && found?.versionFields ? found.versionFields : found?.fields
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

/** What is wrong with the kind of thing that is sent; what is broken in it Payload refuses itself. */
function issueOfBody({ body, hasBody, takesLines = false }: AtTheGate, mediaType: string): DomainError | null {
  if (!hasBody || mediaType === 'multipart/form-data') return null
  // Its endpoint reads lists and lines by itself.
  if (takesLines && (mediaType === 'application/json' || mediaType === NDJSON)) return null
  if (mediaType !== 'application/json') return unsupportedMediaType('application/json')
  // What is not an object makes Payload stumble.
  const start = /^\s*(\S)/.exec(body?.subarray(0, 200).toString('latin1') ?? '')?.[1]
  return start === undefined || start === '{' ? null : badJson()
}

/** What of Payload's is closed for accounts, whoever asks. */
export function issueOfAccounts(
  [slug = '', action = '']: readonly string[],
  rules: Pick<GateRules, 'accounts'>,
): DomainError | null {
  const accounts = rules.accounts.get(slug)
  if (!accounts) return null
  if (action === 'first-register') return firstRegisterClosed()
  return action === 'verify' && !accounts.verify ? nothingHere() : null
}

/** What unlocks an account is Payload's own: a name that is an object would be a question to the database. */
function issueOfCredentials(
  [slug = '', action = '']: readonly string[],
  mediaType: string,
  body: Buffer | null,
  rules: GateRules,
): DomainError | null {
  if (!rules.accounts.has(slug) || mediaType !== 'application/json' || !body) return null
  // The others are ours, and read what they take themselves.
  if (action !== 'unlock') return null
  const issues = issuesOfCredentials(body)
  return issues.length > 0 ? invalidInput(issues) : null
}

function issuesOfCredentials(body: Buffer): Issue[] {
  let given: unknown
  try {
    given = JSON.parse(body.toString('utf8'))
  } catch {
    return []
  }
  return Object.entries(given ?? {})
    .filter(([name, value]) => CREDENTIALS.includes(name) && typeof value !== 'string')
    .map(([name]) => issueAt(name, 'not-a-text'))
}
