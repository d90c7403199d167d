import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { findById } from '../src/db/find.ts'
import type { CharterVersion } from '../src/payload-types.ts'
import { adoptedForGood } from '../src/charter/errors.ts'

/** An adopted charter version changes for nobody, whatever access was asked for. */
export const adoptedIsForGood: CollectionBeforeChangeHook<CharterVersion> = ({ data, operation, originalDoc }) => {
  if (operation === 'update' && originalDoc?.status === 'adopted') throw adoptedForGood()
  return data
}

/** Refuses to delete a charter version that was adopted. */
export const adoptedStays: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const version = await findById({ payload: req.payload, req }, 'charter-versions', id)
  if (version?.status === 'adopted') throw adoptedForGood()
}
