import type { DataFromCollectionSlug } from 'payload'
import { LostRace, type UnitOfWork } from './unit-of-work.ts'

/** The collections whose rows carry a revision. */
export type Revised =
  | 'adhesions'
  | 'api-keys'
  | 'charter-versions'
  | 'governance-bodies'
  | 'mandates'
  | 'members'
  | 'people'
  | 'users'
  | 'webhooks'

/** A row whose `rev` this unit has moved. */
export type Locked<Slug extends Revised> = DataFromCollectionSlug<Slug> & { rev: number }

/**
 * Reads a row inside a unit of work and moves its `rev` at once, so that of two who act on it one starts again and sees
 * what the other did. Returns the row with its new `rev`, or null where there is none.
 * @throws LostRace when somebody moved it meanwhile
 */
export async function lockRow<Slug extends Revised>(
  { payload, req }: UnitOfWork,
  collection: Slug,
  id: string,
): Promise<Locked<Slug> | null> {
  const found: DataFromCollectionSlug<Slug> | null = await payload.findByID({
    collection,
    id,
    req,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
    showHiddenFields: true,
  })
  if (!found) return null
  const before = found.rev ?? 0
  const moved: unknown = await payload.db.updateOne({
    collection,
    where: { and: [{ id: { equals: id } }, { rev: { equals: before } }] },
    data: { rev: before + 1 },
    options: { atomic: true },
    req,
  })
  if (moved === null) throw new LostRace()
  return { ...found, rev: before + 1 }
}
