import type { PayloadRequest, Where } from 'payload'
import { now } from '../src/lib/clock.ts'
import { hasRole } from './actors.ts'

/** Published publications whose embargo is over. */
export function releasedPublications(): Where {
  return {
    and: [
      { _status: { equals: 'published' } },
      { or: [{ embargoUntil: { exists: false } }, { embargoUntil: { less_than_equal: now().toISOString() } }] },
    ],
  }
}

/** All publications for editors, the released ones for everybody; a filter, so that `?draft=true` leaks nothing. */
export const releasedOrEditor = ({ req }: { req: PayloadRequest }): true | Where => (hasRole(req, 'editor') ? true : releasedPublications())
