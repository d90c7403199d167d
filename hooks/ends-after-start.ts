import type { CollectionBeforeValidateHook } from 'payload'
import { DomainError } from '../src/lib/errors.ts'
import type { Event } from '../src/payload-types.ts'

/** An event ends after it has begun. */
export const endsAfterStart: CollectionBeforeValidateHook<Event> = ({ data, originalDoc }) => {
  const startsAt = data?.startsAt ?? originalDoc?.startsAt
  const endsAt = data?.endsAt ?? originalDoc?.endsAt
  if (startsAt && endsAt && new Date(endsAt) <= new Date(startsAt)) {
    const messages = { fr: 'La fin vient après le début.', en: 'It ends after it begins.' }
    throw new DomainError('EventError', 'ends-before-start', 400, messages, { faults: [{ path: 'endsAt', code: 'ends-before-start', messages }] })
  }
  return data
}
