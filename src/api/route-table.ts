import type { Endpoint, SanitizedCollectionConfig, SanitizedConfig, SanitizedGlobalConfig } from 'payload'
import { deprecatedIn, type Deprecated } from './deprecation.ts'
import { BY_SESSION, SCHEMES, type Scheme } from './errors.ts'
import { isOwnHandler } from './respond.ts'

/** What an address of the API leads to: an endpoint of a collection, of a global, or of the API itself. */
export type ApiRoute = {
  collection: SanitizedCollectionConfig | null
  global: SanitizedGlobalConfig | null
  /** The endpoint's pattern within its collection or global (`/:id`). */
  path: string
  /** The record that the address names, where it names one. */
  id: string | undefined
  /** What else of the pattern is a name (`/:key`). */
  key: string | undefined
  /** Whether the endpoint is ours: it says itself who may, before it reads what is sent. */
  own: boolean
  /** By what somebody becomes known there: what its endpoint says in `custom.schemes`, else a session. */
  schemes: readonly Scheme[]
  /** Whether many things are sent there at once, as its endpoint says in `custom.lines`: a list, or a line for each. */
  takesLines: boolean
  /** Whether anybody may send files there, as its endpoint says in `custom.formsOfAnybody`; elsewhere the team and links alone. */
  formsOfAnybody: boolean
  /** Since when it is given up, and until when it is there; null for one that stays. */
  deprecated: Deprecated | null
}

/** Finds the endpoint that answers an address, or null where Payload has none. */
export type RouteTable = ((method: string, pathname: string) => ApiRoute | null) & {
  /** The methods that are answered there, as `Allow` lists them; none where there is nothing. */
  methodsAt: (pathname: string) => string[]
  /** Whether any endpoint is given up: where none is, nobody need look for it. */
  deprecates: boolean
}

type Place = {
  collection: SanitizedCollectionConfig | null
  global: SanitizedGlobalConfig | null
  endpoints: readonly Endpoint[]
  rest: readonly string[]
}

/**
 * Reads the endpoints of a configuration in the order of `handleEndpoints`, so that what does not exist is known before
 * anything is read. An address has one spelling, letters and all: limits are put on it. Collections and globals are
 * looked up by their own names alone.
 */
export function routeTable(config: Pick<SanitizedConfig, 'collections' | 'globals' | 'endpoints'>): RouteTable {
  const collections = new Map(config.collections.map((each) => [String(each.slug), each]))
  const globals = new Map(config.globals.map((each) => [String(each.slug), each]))

  const placeOf = (segments: readonly string[]): Place | null => {
    const [first = '', second = ''] = segments
    if (first === 'globals') {
      const global = globals.get(second)
      return global ? { collection: null, global, endpoints: listed(global.endpoints), rest: segments.slice(2) } : null
    }
    const collection = collections.get(first)
    if (collection)
      return { collection, global: null, endpoints: listed(collection.endpoints), rest: segments.slice(1) }
    return { collection: null, global: null, endpoints: config.endpoints, rest: segments }
  }

  /** What answers there, of one method or of all. A word of the pattern goes before a name: `/sign` is no record's id. */
  const answering = (pathname: string): (ApiRoute & { method: string })[] => {
    const place = placeOf(pathname.split('/').slice(2))
    if (!place) return []
    const { collection, global } = place
    const found = place.endpoints.flatMap((endpoint) => {
      const parameters = matched(endpoint.path, place.rest)
      if (!parameters) return []
      return {
        method: endpoint.method.toUpperCase(),
        collection,
        global,
        path: endpoint.path,
        id: parameters.get('id'),
        key: parameters.get('key'),
        own: isOwnHandler(endpoint.handler),
        schemes: schemesOf(endpoint),
        takesLines: endpoint.custom?.['lines'] !== undefined,
        formsOfAnybody: endpoint.custom?.['formsOfAnybody'] === true,
        deprecated: deprecatedIn(endpoint.custom),
      }
    })
    const mostWords = Math.max(0, ...found.map(({ path }) => wordsIn(path)))
    // Payload hangs `versions` on every collection, and stumbles where it keeps none.
    const keepsVersions = Boolean((collection ?? global)?.versions)
    return found.filter(({ path }) => wordsIn(path) === mostWords && (keepsVersions || !path.startsWith('/versions')))
  }

  const methodsAt = (pathname: string): string[] => {
    const known = answering(pathname).filter(({ id }) => id === undefined || ID.test(id))
    const methods = new Set(known.map(({ method }) => method))
    return methods.size === 0
      ? []
      : ALLOWED.filter((name) => methods.has(name === 'HEAD' ? 'GET' : name) || name === 'OPTIONS')
  }
  const at = (method: string, pathname: string): ApiRoute | null =>
    answering(pathname).find((each) => each.method === method.toUpperCase()) ?? null
  const all = [config, ...collections.values(), ...globals.values()].flatMap(({ endpoints }) => listed(endpoints))
  return Object.assign(at, { methodsAt, deprecates: all.some(({ custom }) => deprecatedIn(custom) !== null) })
}

/** One address of the API with one method, as a configuration has it. */
export type ListedRoute = Pick<ApiRoute, 'collection' | 'global' | 'path' | 'own' | 'schemes'> & {
  method: string
  /** The whole pattern below `/api` (`/adhesions/:id/vote`). */
  pattern: string
  endpoint: Endpoint
}

/** Every route that {@link routeTable} finds: the first of those that would answer, as Payload takes it, and no versions where none are kept. */
export function routesOf(config: Pick<SanitizedConfig, 'collections' | 'globals' | 'endpoints'>): ListedRoute[] {
  const routes: ListedRoute[] = []
  const list = (at: string, endpoints: readonly Endpoint[], owner: Pick<ApiRoute, 'collection' | 'global'>): void => {
    const keepsVersions = Boolean((owner.collection ?? owner.global)?.versions)
    for (const [index, endpoint] of endpoints.entries()) {
      const { path } = endpoint
      const isTaken = endpoints
        .slice(0, index)
        .some((before) => before.method === endpoint.method && matched(before.path, path.split('/').slice(1)))
      if (isTaken || (path.startsWith('/versions') && !keepsVersions)) continue
      routes.push({
        ...owner,
        ...{ method: endpoint.method.toUpperCase(), path, endpoint },
        pattern: `${at}${path === '/' && at !== '' ? '' : path}`,
        own: isOwnHandler(endpoint.handler),
        schemes: schemesOf(endpoint),
      })
    }
  }
  for (const collection of config.collections)
    list(`/${collection.slug}`, listed(collection.endpoints), { collection, global: null })
  for (const global of config.globals)
    list(`/globals/${global.slug}`, listed(global.endpoints), { collection: null, global })
  list('', config.endpoints, { collection: null, global: null })
  return routes
}

/** What can be the id of a record, on either database: any other word in its place is no address that there is. */
const ID = /^(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,10})$/i

const ALLOWED = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']

/** How many parts of a pattern are words, and no names of parameters. */
const wordsIn = (pattern: string): number =>
  pattern.split('/').filter((part) => part !== '' && !part.startsWith(':')).length

const isScheme = (value: unknown): value is Scheme => SCHEMES.some((each) => each === value)

function schemesOf({ custom }: Endpoint): readonly Scheme[] {
  const named: unknown = custom?.['schemes']
  return Array.isArray(named) ? named.filter(isScheme) : BY_SESSION
}

const listed = (endpoints: readonly Endpoint[] | false | undefined): readonly Endpoint[] => endpoints || []

/** The parameters of a path that follows a pattern of words, `:name` and, last, `:name?`; null where it does not. */
function matched(pattern: string, path: readonly string[]): Map<string, string> | null {
  const parts = pattern.split('/').filter((each) => each !== '')
  const given = path.length === 1 && path[0] === '' ? [] : path
  if (given.length > parts.length) return null
  const parameters = new Map<string, string>()
  for (const [index, part] of parts.entries()) {
    const value = given[index]
    if (value === undefined) {
      if (!part.endsWith('?')) return null
    } else if (part.startsWith(':')) {
      if (value === '') return null
      parameters.set(part.replace(/^:|\?$/g, ''), decodeURIComponent(value))
    } else if (part !== value) return null
  }
  return parameters
}
