import type { CollectionAfterChangeHook } from 'payload'
import { cancelEdited } from '../src/scheduling/cancel-edited.ts'
import type { Schedulable } from '../src/scheduling/schedulable.ts'

/** Cancels a scheduled publishing when the record changes: it is published as it was then, or not at all. */
export const cancelWhatWasScheduled =
  (collection: Schedulable): CollectionAfterChangeHook<{ id: string }> =>
  async ({ doc, operation, req }) => {
    if (operation === 'update') await cancelEdited(req, collection, doc.id)
  }
