import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { wrongInput } from '../src/input/issue.ts'
import { now } from '../src/lib/clock.ts'
import { parisDay } from '../src/lib/dates.ts'
import { refuseAtOnce, refuseUnapproved, release } from '../src/publications/release.ts'
import type { Publication } from '../src/payload-types.ts'
import { asUseCase } from './as-use-case.ts'

const isDraft = (status: unknown): boolean => status === 'draft'

/** Refuses to publish under a day that has not come, and a content that lacks the approval or the opinion its kind needs, whoever writes it; drafts are free, and what goes into the trash is read by nobody. */
export const approvedBeforeRelease: CollectionBeforeChangeHook<Publication> = async ({ data, originalDoc, req }) => {
  if (isDraft(data._status ?? originalDoc?._status) || data.deletedAt) return data
  const { publishedOn, embargoUntil } = { ...originalDoc, ...data }
  // What an embargo holds back appears on the day of its end.
  const latest = [parisDay(now()), ...(embargoUntil ? [parisDay(new Date(embargoUntil))] : [])].sort().at(-1) ?? ''
  if (publishedOn && publishedOn > latest) throw wrongInput('publishedOn', 'published-in-future')
  if (originalDoc) await refuseUnapproved(asUseCase(req), { ...originalDoc, ...data })
  else refuseAtOnce(data)
  return data
}

/** Keeps a publication that appears as its next edition. */
export const keptAsEdition: CollectionAfterChangeHook<Publication> = async ({ data, doc, req }) => {
  if (!isDraft(data._status ?? doc._status) && !doc.deletedAt) await release(asUseCase(req), doc.id)
}
