import { randomBytes } from 'node:crypto'
import type { CollectionBeforeValidateHook } from 'payload'
import type { Drafted } from '../src/content/public-kind.ts'
import { freeAddress } from '../src/scheduling/free-address.ts'

type Addressed = { id: string; slug?: string | null; title?: string | null; _status?: string | null }

const PROVISIONAL = /^brouillon-[0-9a-f]{8}$/

/** Gives a draft whose address is being typed one of its own: the database holds no two empty ones. */
export const addressWhileDraft: CollectionBeforeValidateHook<Addressed> = ({ data }) => {
  if (data?.slug === '' && data._status !== 'published') data.slug = `brouillon-${randomBytes(4).toString('hex')}`
  return data
}

/** Gives a record that is published without an address the one of its French title. */
export const addressByTitle =
  (collection: Drafted): CollectionBeforeValidateHook<Addressed> =>
  async ({ data, originalDoc, req }) => {
    if (data?._status !== 'published' || req.locale === 'en') return data
    const slug = 'slug' in data ? data.slug : originalDoc?.slug
    const title: unknown = data.title ?? originalDoc?.title
    if ((slug && !PROVISIONAL.test(slug)) || typeof title !== 'string' || title === '') return data
    return { ...data, slug: await freeAddress(req.payload, collection, title, req) }
  }
