import type { Payload } from 'payload'
import { gateRules, issueOfAccounts, isUnsafe } from '../gate.ts'
import { BY_SESSION, type Scheme } from '../errors.ts'
import type { Language } from '../language.ts'
import { routesOf, type ListedRoute } from '../route-table.ts'
import { OPEN_TO_ANYBODY, rightNeeded } from '../writers.ts'
import { HEADERS, refusal, REFUSALS } from './answers.ts'
import { openTo, securityOf, type Caller } from './callers.ts'
import type { Answer, OpenApi, Operation } from './openapi.ts'
import { isRepeatable, toldOfOwn } from './own-operations.ts'
import { toldOfPayloads, type Told } from './payload-operations.ts'
import { schemasOfRecords, type ToldBeside } from './records.ts'
import { saidOf } from './said.ts'
import { webhooksTold } from './webhooks-told.ts'

/** What is answered under `/api` by no route of Payload's configuration. */
export type Beside = { path: string; tag: string; by: readonly Caller[]; told: Told }

export type Describing = {
  payload: Payload
  version: string
  url: string
  language?: Language
  /** What is told beside the records of collections. */
  toldBeside: ToldBeside
  beside: readonly Beside[]
}

/** A route, and who may ask there. */
type Open = { route: ListedRoute; by: readonly Caller[] }

/** Who may ask at a route; nobody where it is closed. */
async function openAt(payload: Payload, route: ListedRoute): Promise<readonly Caller[]> {
  const { collection, global, path, method, own, endpoint } = route
  if (issueOfAccounts(route.pattern.split('/').slice(1), gateRules(payload.config))) return []
  if (own) {
    const { by = ['team'] } = saidOf(endpoint)
    if (by !== 'readers') return by
    const readers = await openTo(payload, collection?.access.read ?? (() => false))
    return readers.includes('anybody') ? ['team'] : readers
  }
  const owner = collection ?? global
  if (!owner || path.includes('/access')) return ['team']
  if (isUnsafe(method)) {
    if (collection?.auth && OPEN_TO_ANYBODY.has(path)) return ['anybody']
    const right = rightNeeded(route, method)
    return right ? openTo(payload, right) : ['team']
  }
  if (path.startsWith('/versions')) return openTo(payload, owner.access.readVersions ?? (() => false))
  if (path === '/init' || path === '/me') return ['anybody']
  return path === '/:key' || path.startsWith('/paste-url') ? ['team'] : openTo(payload, owner.access.read)
}

/** Every route that is open to somebody. */
export async function openRoutes(payload: Payload): Promise<Open[]> {
  const open: Open[] = []
  for (const route of routesOf(payload.config)) {
    const by = await openAt(payload, route)
    if (by.length > 0) open.push({ route, by })
  }
  return open
}

const SECURITY: Readonly<Record<Scheme, { type: 'apiKey'; in: 'header'; name: string; description: string }>> = {
  JWT: {
    ...{ type: 'apiKey', in: 'header', name: 'Authorization' },
    description: '`JWT <token>`, with the token of `POST /api/users/login`. Browsers may show the cookie instead.',
  },
  Link: {
    ...{ type: 'apiKey', in: 'header', name: 'Authorization' },
    description: '`Link <token>`, with the token of a link that was sent by e-mail.',
  },
  Key: {
    ...{ type: 'apiKey', in: 'header', name: 'Authorization' },
    description: '`Key <key>`, with the key of a federation.',
  },
}

/** The refusals that a route may answer with: what is common to its kind, and what it says of its own. */
function refusalsOf(route: ListedRoute, { body }: Told): Record<string, Answer> {
  const own = saidOf(route.endpoint).refusals ?? {}
  const statuses = new Set([400, 401, 403, 429, 503, ...Object.keys(own).map(Number)])
  if (route.pattern.includes(':')) statuses.add(404)
  if (isUnsafe(route.method)) for (const status of [404, 409, 413, 415]) statuses.add(status)
  if (route.own && isRepeatable(route)) statuses.add(422)
  if (!route.own && body) statuses.add(428)
  if (route.schemes.includes('Link')) for (const status of [404, 410]) statuses.add(status)
  return Object.fromEntries([...statuses].sort((a, b) => a - b).map((status) => [status, refusal(status, own[status])]))
}

const VERBS: Readonly<Record<string, string>> = { GET: 'read', POST: 'make', PATCH: 'change', DELETE: 'delete' }

/** One name for one operation: words of its address, and for records what is done. */
function idOf({ method, pattern, own }: Pick<ListedRoute, 'method' | 'pattern' | 'own'>): string {
  const words = pattern.split('/').filter((part) => part !== '' && !part.startsWith(':'))
  const verb = own && words.length > 1 ? [] : [VERBS[method] ?? method.toLowerCase()]
  const one = /:(id|key)\??$/.test(pattern) && !own ? ['one'] : []
  return [...verb, ...one, ...words].join('-').replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())
}

function operationOf({ route, by }: Open, told: Told, language: Language): Operation {
  const { summary, parameters, body, answers } = told
  const { from } = saidOf(route.endpoint)
  return {
    operationId: idOf(route),
    summary: summary[language],
    ...(from ? { description: `From: ${from.map((state) => `\`${state}\``).join(', ')}.` } : {}),
    tags: [tagOf(route)],
    security: securityOf(by, route.schemes),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: body.required ?? true, content: media(body) } } : {}),
    responses: { ...answers, ...refusalsOf(route, told) },
  }
}

const media = ({
  content,
  examples = {},
}: NonNullable<Told['body']>): NonNullable<Operation['requestBody']>['content'] =>
  Object.fromEntries(
    Object.entries(content).map(([type, schema]) => [
      type,
      { schema, ...(examples[type] === undefined ? {} : { example: examples[type] }) },
    ]),
  )

const tagOf = ({ collection, global, own }: ListedRoute): string =>
  (collection ?? global)?.slug ?? (own ? 'api' : 'panel')

/** The path of a pattern as OpenAPI writes it; what may be left out is left out, and what names a record has one name. */
export const pathOf = (pattern: string): string =>
  pattern
    .replace(/\/:\w+\?/g, '')
    .replace(/:key$/, ':id')
    .replace(/:(\w+)/g, '{$1}')

const labelOf = (label: unknown, language: Language): string | undefined =>
  typeof label === 'string'
    ? label
    : typeof label === 'object' && label !== null && language in label
      ? String(Object.entries(label).find(([name]) => name === language)?.[1])
      : undefined

/**
 * The description of everything that the API takes and answers (OpenAPI 3.1), made from the routes, the schemas that they
 * read by, the transition table and Payload's configuration.
 */
export async function describeApi({
  payload,
  version,
  url,
  language = 'en',
  toldBeside,
  beside,
}: Describing): Promise<OpenApi> {
  const open = await openRoutes(payload)
  const written = new Set(
    open.filter(({ route }) => !route.own && isUnsafe(route.method)).map(({ route }) => tagOf(route)),
  )
  const paths: OpenApi['paths'] = {}
  const tags = new Map<string, OpenApi['tags'][number]>()
  for (const each of open) {
    const { route } = each
    const told = route.own ? toldOfOwn(route) : toldOfPayloads(route, payload.config)
    ;(paths[pathOf(route.pattern)] ??= {})[route.method.toLowerCase()] = operationOf(each, told, language)
    const label = labelOf(route.collection?.labels.plural ?? route.global?.label, language)
    tags.set(tagOf(route), { name: tagOf(route), ...(label ? { description: label } : {}) })
  }
  for (const { path, tag, by, told } of beside) {
    paths[path] = {
      get: {
        operationId: idOf({ method: 'GET', pattern: path.replaceAll('.', '-'), own: false }),
        summary: told.summary[language],
        tags: [tag],
        security: securityOf(by, BY_SESSION),
        responses: { ...told.answers, 429: refusal(429), 503: refusal(503) },
      },
    }
    tags.set(tag, { name: tag })
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'CPOF',
      version,
      summary: 'Membership and publications of the Conférence Permanente des Organismes de Formation',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${url}/api` }],
    tags: [...tags.values()],
    paths,
    webhooks: webhooksTold(language),
    components: {
      schemas: { ...REFUSALS, ...schemasOfRecords(payload.config, toldBeside, written) },
      headers: HEADERS,
      securitySchemes: SECURITY,
    },
  }
}
