import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { refuseAtOnce, refuseUnapproved, release } from '../src/publications/release.ts'
import type { Publication } from '../src/payload-types.ts'
import { asUseCase } from './as-use-case.ts'

const isDraft = (status: unknown): boolean => status === 'draft'

/** Refuses to publish a content that lacks the approval or the opinion its kind needs, whoever writes it; drafts are free, and what goes into the trash is read by nobody. */
export const approvedBeforeRelease: CollectionBeforeChangeHook<Publication> = async ({ data, originalDoc, req }) => {
  if (isDraft(data._status ?? originalDoc?._status) || data.deletedAt) return data
  if (originalDoc) await refuseUnapproved(asUseCase(req), { ...originalDoc, ...data })
  else refuseAtOnce(data)
  return data
}

/** Keeps a publication that appears as its next edition. */
export const keptAsEdition: CollectionAfterChangeHook<Publication> = async ({ data, doc, req }) => {
  if (!isDraft(data._status ?? doc._status) && !doc.deletedAt) await release(asUseCase(req), doc.id)
}
