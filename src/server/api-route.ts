import type { SanitizedConfig } from 'payload'

type Known = { collections: ReadonlySet<string>; words: ReadonlySet<string> }

const wordsOf = (endpoints: readonly { path: string }[] | false): string[] =>
  endpoints
    ? endpoints.flatMap(({ path }) => path.split('/').filter((word) => word !== '' && !word.startsWith(':')))
    : []

/**
 * Names the route of an API address by words of the configuration alone; everything else in it (ids, file names,
 * tokens) becomes `:id`.
 */
export function apiRouteNamer(config: SanitizedConfig): (pathname: string) => string {
  const known: Known = {
    collections: new Set(config.collections.map(({ slug }) => slug)),
    words: new Set([
      ...wordsOf(config.endpoints),
      ...config.collections.flatMap(({ endpoints }) => wordsOf(endpoints)),
    ]),
  }
  return (pathname) => {
    const [, api = '', ...segments] = pathname
      .split('/')
      .filter((each, index) => index === 0 || each !== '')
      .slice(0, 6)
    const named = segments.map((each, index) =>
      (index === 0 && known.collections.has(each)) || known.words.has(each) ? each : ':id',
    )
    return ['', api, ...named].join('/')
  }
}
