import type { CollectionBeforeValidateHook } from 'payload'
import { DomainError } from '../src/lib/errors.ts'
import type { Event } from '../src/payload-types.ts'

/** Refuses to publish an event that ends before it has begun; drafts may be on the way there. */
export const endsAfterStart: CollectionBeforeValidateHook<Event> = ({ data, originalDoc }) => {
  const startsAt = data?.startsAt ?? originalDoc?.startsAt
  const endsAt = data?.endsAt ?? originalDoc?.endsAt
  if ((data?._status ?? originalDoc?._status) === 'draft') return data
  if (startsAt && endsAt && new Date(endsAt) <= new Date(startsAt)) {
    const messages = { fr: 'La fin vient après le début.', en: 'It ends after it begins.' }
    throw new DomainError('EventError', 'ends-before-start', 400, messages, { at: 'endsAt' })
  }
  return data
}
