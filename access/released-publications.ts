import type { Where } from 'payload'
import { now } from '../src/lib/clock.ts'

/** Published publications whose embargo is over. */
export function releasedPublications(): Where {
  return {
    and: [
      { _status: { equals: 'published' } },
      { or: [{ embargoUntil: { exists: false } }, { embargoUntil: { less_than_equal: now().toISOString() } }] },
    ],
  }
}
