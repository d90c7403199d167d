import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { Publication } from '../payload-types.ts'
import { approvalNeeded, opinionNeeded, unknownPublication } from './errors.ts'
import { keepEdition, refuseCitedSlug } from './keep-edition.ts'
import { missingFor, needsApproval } from './rules.ts'
import { approvalsAndOpinions, countsOf } from './approvals.ts'
import { readPublished, stored, type StoredPublication } from './stored.ts'

/**
 * Refuses what is about to appear as it is going to be written, before anything is: many written at once are one
 * transaction, which Payload commits though it refused one of them.
 * @throws DomainError 409 `approval-needed`, `opinion-needed`, with the hash of the content; `slug-cited`
 */
export async function refuseUnapproved(unit: UnitOfWork, publication: Publication): Promise<void> {
  await refuse(unit, await stored(unit, publication))
}

/** What is made and published at once was approved by nobody. @throws DomainError 409 `approval-needed` */
export function refuseAtOnce({ kind }: Partial<Pick<Publication, 'kind'>>): void {
  if (kind && needsApproval(kind)) throw approvalNeeded()
}

/**
 * Keeps what has just been written and published as an edition, in the transaction of that write. Looks once more, at
 * what is stored: nothing but that is published.
 * @throws DomainError as `refuseUnapproved`
 */
export async function release(unit: UnitOfWork, id: string): Promise<void> {
  const published = await readPublished(unit, id)
  if (!published) throw unknownPublication()
  await refuse(unit, published)
  await keepEdition(unit, published)
}

async function refuse(unit: UnitOfWork, { publication: { id, kind, slug }, hash }: StoredPublication): Promise<void> {
  const [missing] = missingFor(kind, countsOf(await approvalsAndOpinions(unit, id, hash)))
  if (missing === 'approval') throw approvalNeeded(hash)
  if (missing === 'opinion') throw opinionNeeded(hash)
  await refuseCitedSlug(unit, id, slug)
}
