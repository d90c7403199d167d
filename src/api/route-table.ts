import type { Endpoint, SanitizedCollectionConfig, SanitizedConfig, SanitizedGlobalConfig } from 'payload'
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
}

/** Finds the endpoint that answers an address, or null where Payload has none. */
export type RouteTable = (method: string, pathname: string) => ApiRoute | null

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

  return (method, pathname) => {
    const segments = pathname.split('/').slice(2)
    const place = placeOf(segments)
    if (!place) return null
    const { collection, global } = place
    for (const endpoint of place.endpoints) {
      if (endpoint.method !== method.toLowerCase()) continue
      const found = matched(endpoint.path, place.rest)
      // Payload hangs these on every collection, and stumbles where it keeps no versions.
      if (found && endpoint.path.startsWith('/versions') && !(collection ?? global)?.versions) return null
      if (found)
        return {
          collection,
          global,
          path: endpoint.path,
          id: found.get('id'),
          key: found.get('key'),
          own: isOwnHandler(endpoint.handler),
        }
    }
    return null
  }
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
