import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { appendJournal } from '../record/journal.ts'
import { slugCited } from './errors.ts'
import { subjectOf } from './said.ts'
import type { StoredPublication } from './stored.ts'

const ONE = { limit: 1, pagination: false, depth: 0, overrideAccess: true } as const

/** An address under which an edition can be cited stays its publication's. @throws DomainError 409 `slug-cited` */
export async function refuseCitedSlug({ payload, req }: UnitOfWork, id: string, slug: string): Promise<void> {
  const { docs } = await payload.find({ collection: 'publication-editions', where: { and: [{ slug: { equals: slug } }, { subject: { not_equals: subjectOf(id) } }] }, ...ONE, req })
  if (docs.length > 0) throw slugCited()
}

/** Now, or at the end of the embargo under which it is published. */
function appearsAt({ embargoUntil }: StoredPublication['publication']): string {
  const at = now().toISOString()
  return embargoUntil && embargoUntil > at ? embargoUntil : at
}

/**
 * Keeps what is published as the next edition, unless the last one has the same content: each stands for good under
 * the address that the publication had then.
 */
export async function keepEdition(unit: UnitOfWork, { publication, content, canonical, hash }: StoredPublication): Promise<void> {
  const { payload, req } = unit
  const { id, slug } = publication
  const subject = subjectOf(id)
  const { docs: [last] } = await payload.find({ collection: 'publication-editions', where: { subject: { equals: subject } }, sort: '-number', ...ONE, req })
  if (last?.contentHash === hash) return
  const number = (last?.number ?? 0) + 1
  await payload.create({
    collection: 'publication-editions',
    data: {
      subject, publication: id, number, slug, contentHash: hash, content: canonical, publishedAt: appearsAt(publication),
      pdf: content.pdf?.id ?? null, pictures: content.pictures.map((each) => each.id), files: content.files.map((each) => each.id),
    },
    depth: 0, overrideAccess: true, req,
  })
  await appendJournal(unit, { subject, type: 'publication-released', evidence: { number, contentHash: hash, slug, account: req.user?.id ?? null } })
}
