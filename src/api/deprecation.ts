import { isJsonObject } from '../lib/json-object.ts'
import { isDay } from '../lib/dates.ts'

/** That an endpoint is given up, as it says itself in `custom.deprecated`. */
export type Deprecated = {
  /** The day since which programs should use another one, in UTC (`2027-03-01`). */
  since: string
  /** The day on which it ends, at its first moment in UTC; none while that is not decided. */
  sunset?: string
  /** Where the documentation says what to use in its place. */
  see?: string
}

const momentOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** What an endpoint says of its end; null for one that stays. @throws Error for days that are none, at start */
export function deprecatedIn(custom: Readonly<Record<string, unknown>> | undefined): Deprecated | null {
  const said = custom?.['deprecated']
  if (!isJsonObject(said)) return null
  const { since, sunset, see } = said
  if (typeof since !== 'string' || !isDay(since)) throw new Error('A deprecated endpoint says since which day it is')
  if (sunset !== undefined && (typeof sunset !== 'string' || !isDay(sunset) || sunset <= since))
    throw new Error('A deprecated endpoint ends on a day after the one since which it is')
  return {
    since,
    ...(typeof sunset === 'string' ? { sunset } : {}),
    ...(typeof see === 'string' ? { see } : {}),
  }
}

/** How every answer of such an endpoint says it: `Deprecation` (RFC 9745), `Sunset` (RFC 8594), and where to read on. */
export function headersOfDeprecation({ since, sunset, see }: Deprecated): Record<string, string> {
  return {
    Deprecation: `@${momentOf(since).getTime() / 1000}`,
    ...(sunset === undefined ? {} : { Sunset: momentOf(sunset).toUTCString() }),
    ...(see === undefined ? {} : { Link: `<${see}>; rel="deprecation"; type="text/html"` }),
  }
}
