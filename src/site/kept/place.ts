import type { Request } from 'express'
import type { Place } from './rendered-pages.ts'

/** The pattern of the route that was found for a request, null where none was. */
export function patternOf({ route }: Pick<Request, 'route'>): string | null {
  const found: unknown = route
  const path: unknown = typeof found === 'object' && found !== null && 'path' in found ? found.path : null
  return typeof path === 'string' ? path : null
}

/** Where the answer of the route that is asked belongs: under its own pattern. */
export const placeOf = (req: Pick<Request, 'route'>, address: string, passing = false): Place => ({
  route: patternOf(req) ?? '',
  address,
  passing,
})
