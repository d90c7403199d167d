import type { CollectionSlug, DataFromCollectionSlug, Payload, Where } from 'payload'
import { findAll } from '../db/find.ts'
import { errorFacts } from '../lib/error-facts.ts'

const PAGE = 100

type Due<Slug extends CollectionSlug> = {
  collection: Slug
  /** The rows that may be due; the condition follows an index. */
  where: Where
  /** Whether what lies in the trash is looked at too. */
  trash?: boolean
  /** Looks again inside its unit of work, and does what is due at most once; false when there was nothing to do. */
  act: (row: DataFromCollectionSlug<Slug>) => Promise<boolean>
}

/**
 * Acts on every row that matches, a page after the other in the order of ids. A row that fails is logged, and
 * the others have their turn: it comes again with the next run.
 * @returns on how many it acted
 */
export async function eachDue<Slug extends CollectionSlug>(
  payload: Payload,
  { collection, where, trash = false, act }: Due<Slug>,
): Promise<number> {
  let acted = 0
  let after: string | number | null = null
  for (;;) {
    const docs: DataFromCollectionSlug<Slug>[] = await findAll({ payload }, collection, {
      where: after === null ? where : { and: [where, { id: { greater_than: after } }] },
      sort: 'id',
      limit: PAGE,
      trash,
      showHiddenFields: true,
    })
    for (const row of docs) {
      try {
        if (await act(row)) acted += 1
      } catch (error) {
        payload.logger.error({
          msg: 'What was due for a row failed',
          collection,
          row: String(row.id),
          ...errorFacts(error),
        })
      }
    }
    const last = docs.at(-1)
    if (docs.length < PAGE || !last) return acted
    after = last.id
  }
}
