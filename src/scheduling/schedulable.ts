import type { Payload } from 'payload'
import { draftedOf, type Drafted } from '../content/public-kind.ts'

/** A collection whose records have drafts, and so can be published at a moment chosen beforehand. */
export type Schedulable = Drafted

/** How a record is named where its collection is not known from its place. */
export const subjectOf = (collection: Schedulable, id: string): string => `${collection}:${id}`

/** The collection and id that a subject names; null for any other text. */
export function readSubject(payload: Payload, subject: string): { collection: Schedulable; id: string } | null {
  const [name = '', id] = subject.split(':')
  const collection = draftedOf(payload, name)
  return collection && id ? { collection, id } : null
}

/** Why a publication that was scheduled did not come about. */
export const ENDINGS = ['edited', 'by-hand', 'not-an-editor', 'refused', 'gone'] as const
export type Ending = (typeof ENDINGS)[number]
