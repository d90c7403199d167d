import type { Payload, PayloadRequest } from 'payload'
import { treeOf, type Leaf, type PageTree } from './tree.ts'

/**
 * The pages that anybody may read, each at its address, with their titles in a language. A page below one that is not
 * published has no address.
 * @param req of the transaction to read in
 */
export async function publishedTree(payload: Payload, lang: 'fr' | 'en', req?: PayloadRequest): Promise<PageTree> {
  return treeOf(await publishedLeaves(payload, lang, req))
}

/** The published pages, oldest first. */
export async function publishedLeaves(payload: Payload, lang: 'fr' | 'en', req?: PayloadRequest): Promise<Leaf[]> {
  const { docs } = await payload.find({
    collection: 'pages', where: { _status: { equals: 'published' } }, locale: lang, fallbackLocale: false, overrideAccess: false,
    select: { title: true, slug: true, parent: true, updatedAt: true }, sort: 'createdAt', depth: 0, limit: 0, pagination: false, ...(req ? { req: aside(req) } : {}),
  })
  return docs
}

/** A request in the same transaction: Payload notes the language of a nested call on its request, and the write that waits for us has its own. */
const aside = (req: PayloadRequest): PayloadRequest => Object.create(req) as PayloadRequest
