import { randomBytes } from 'node:crypto'
import type { CollectionBeforeValidateHook } from 'payload'
import type { Page } from '../src/payload-types.ts'

/** A draft whose address is being typed is saved with one of its own: the database holds no two empty ones. */
export const addressWhileDraft: CollectionBeforeValidateHook<Page> = ({ data }) => {
  if (data?.slug === '' && data._status !== 'published') data.slug = `brouillon-${randomBytes(4).toString('hex')}`
  return data
}
