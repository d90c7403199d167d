import { randomBytes } from 'node:crypto'
import type { CollectionBeforeValidateHook } from 'payload'

/** A draft whose address is being typed is saved with one of its own: the database holds no two empty ones. */
export const addressWhileDraft: CollectionBeforeValidateHook<{ id: string; slug?: string | null; _status?: string | null }> = ({ data }) => {
  if (data?.slug === '' && data._status !== 'published') data.slug = `brouillon-${randomBytes(4).toString('hex')}`
  return data
}
