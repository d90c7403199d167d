/** What has drafts, and so can be published at a moment chosen beforehand. */
export const SCHEDULABLE = ['pages', 'publications', 'events'] as const
export type Schedulable = (typeof SCHEDULABLE)[number]

/** How a record is named where its collection is not known from its place. */
export const subjectOf = (collection: Schedulable, id: string): string => `${collection}:${id}`

/** The collection and id that a subject names; null for any other text. */
export function readSubject(subject: string): { collection: Schedulable; id: string } | null {
  const [name, id] = subject.split(':')
  const collection = SCHEDULABLE.find((each) => each === name)
  return collection && id ? { collection, id } : null
}

/** Why a publication that was scheduled did not come about. */
export const ENDINGS = ['edited', 'by-hand', 'not-an-editor', 'refused', 'gone'] as const
export type Ending = (typeof ENDINGS)[number]
