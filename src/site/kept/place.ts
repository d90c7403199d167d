import type { Request } from 'express'

/** The place of a kept answer: what one route makes of an address says nothing of what another one would. */
export type Place = {
  /** The pattern of the route that answers. */
  route: string
  /** The address as it is asked for; where several ways of asking mean the same, one of them. */
  address: string
  /** Whether there is no end of such addresses, as of what is searched for. */
  passing?: boolean
}

/** The pattern of the route that was found for a request, null where none was. */
export function patternOf({ route }: Pick<Request, 'route'>): string | null {
  const found: unknown = route
  const path: unknown = typeof found === 'object' && found !== null && 'path' in found ? found.path : null
  return typeof path === 'string' ? path : null
}

/** The place of the answer of the route that is asked: under its own pattern. */
export const placeOf = (req: Pick<Request, 'route'>, address: string, passing = false): Place => ({
  route: patternOf(req) ?? '',
  address,
  passing,
})
