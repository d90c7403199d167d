import type { Payload } from 'payload'
import { now } from '../../../lib/clock.ts'
import type { Event } from '../../../payload-types.ts'

/** An event as lists show it, without its programme. */
export type Listed = Pick<
  Event,
  | 'id'
  | 'slug'
  | 'title'
  | 'kind'
  | 'state'
  | 'startsAt'
  | 'endsAt'
  | 'place'
  | 'region'
  | 'summary'
  | 'createdAt'
  | 'updatedAt'
>

/** The events that anybody may read, the earliest first. */
export async function publishedEvents(payload: Payload): Promise<Listed[]> {
  const { docs } = await payload.find({
    collection: 'events',
    select: {
      slug: true,
      title: true,
      kind: true,
      state: true,
      startsAt: true,
      endsAt: true,
      place: true,
      region: true,
      summary: true,
      createdAt: true,
      updatedAt: true,
    },
    sort: ['startsAt', 'createdAt'],
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: false,
  })
  return docs
}

/** Parts events into those to come and of now, the next first, and those that are over, the last first. */
export function comingAndPast(events: readonly Listed[]): { coming: Listed[]; past: Listed[] } {
  const at = now()
  const isOver = ({ endsAt }: Listed): boolean => new Date(endsAt) <= at
  return { coming: events.filter((event) => !isOver(event)), past: events.filter(isOver).reverse() }
}

/** An event that anybody may read, with its documents; null where there is none. */
export async function publishedEvent(payload: Payload, slug: string): Promise<Event | null> {
  const { docs } = await payload.find({
    collection: 'events',
    where: { slug: { equals: slug } },
    depth: 1,
    limit: 1,
    pagination: false,
    overrideAccess: false,
  })
  return docs[0] ?? null
}
