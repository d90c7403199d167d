import { findFirst } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { clientOf } from '../lib/caller.ts'
import { now } from '../lib/clock.ts'
import { recordFact } from '../record/journal.ts'
import { slugCited } from './errors.ts'
import { subjectOf } from './approvals.ts'
import type { StoredPublication } from './stored.ts'

/** An address under which an edition can be cited stays its publication's. @throws DomainError 409 `slug-cited` */
export async function refuseCitedSlug({ payload, req }: UnitOfWork, id: string, slug: string): Promise<void> {
  const cited = await findFirst({ payload, req }, 'publication-editions', {
    where: { and: [{ slug: { equals: slug } }, { subject: { not_equals: subjectOf(id) } }] },
  })
  if (cited !== null) throw slugCited()
}

/** Now, or at the end of the embargo under which it is published. */
function appearsAt({ embargoUntil }: StoredPublication['publication']): string {
  const at = now().toISOString()
  return embargoUntil && embargoUntil > at ? embargoUntil : at
}

/**
 * Keeps what is published as the next edition, unless the last one has the same content: each stands for good under
 * the address that the publication had then. One that an embargo still holds back has appeared to nobody, and gives way
 * to what is published in its place: what was corrected in time is never read, and the day is that of the last embargo.
 */
export async function keepEdition(
  unit: UnitOfWork,
  { publication, content, canonical, hash }: StoredPublication,
): Promise<void> {
  const { payload, req } = unit
  const { id, slug } = publication
  const subject = subjectOf(id)
  const last = await findFirst(unit, 'publication-editions', {
    where: { subject: { equals: subject } },
    sort: '-number',
  })
  const heldBack = last && last.publishedAt > now().toISOString() ? last : null
  if (last?.contentHash === hash && !heldBack) return
  const number = heldBack?.number ?? (last?.number ?? 0) + 1
  const data = {
    subject,
    publication: id,
    number,
    slug,
    contentHash: hash,
    content: canonical,
    publishedAt: appearsAt(publication),
    pdf: content.pdf?.id ?? null,
    pictures: content.pictures.map((each) => each.id),
    files: content.files.map((each) => each.id),
  }
  const written = { collection: 'publication-editions', data, depth: 0, overrideAccess: true, req } as const
  if (heldBack) await payload.update({ ...written, id: heldBack.id })
  else await payload.create(written)
  if (last?.contentHash !== hash)
    await recordFact(unit, {
      subject,
      type: 'publication-released',
      actor: req.user
        ? { kind: 'staff', id: req.user.id, name: req.user.name, requestId: clientOf(req).requestId }
        : { kind: 'system' },
      evidence: { number, contentHash: hash, slug, account: req.user?.id ?? null },
    })
}
