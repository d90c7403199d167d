import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import { unitOfWork } from './unit-of-work.ts'

type Change = { collection: CollectionSlug; where: Where; data: Record<string, unknown> }

/**
 * Changes the one row that meets a condition, if it still does: of many who try at once, those whom the condition lets
 * through. In a unit of work of its own, since MongoDB answers two at once with a conflict that passes, or in the
 * transaction of `req`.
 * @returns whether a row was changed
 */
export async function updateIf(
  payload: Payload,
  { collection, where, data }: Change,
  req?: PayloadRequest,
): Promise<boolean> {
  const change = async (inside: PayloadRequest): Promise<boolean> => {
    const done: unknown = await payload.db.updateOne({
      collection,
      where,
      data,
      options: { atomic: true },
      req: inside,
    })
    return done !== null
  }
  return req ? change(req) : unitOfWork(payload, (unit) => change(unit.req))
}
