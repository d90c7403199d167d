import type { PayloadRequest, Where } from 'payload'
import { now } from '../src/lib/clock.ts'
import { publicationInsiders } from './publication-readers.ts'

/** Every edition for those who write, adopt or review; for everybody those of what is published today and under no embargo. */
export const editionsOfReleased = async ({ req }: { req: PayloadRequest }): Promise<true | Where> => {
  if (await publicationInsiders({ req })) return true
  return {
    and: [
      { 'publication._status': { equals: 'published' } },
      { or: [{ 'publication.embargoUntil': { exists: false } }, { 'publication.embargoUntil': { less_than_equal: now().toISOString() } }] },
    ],
  }
}
