import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { hasPagesBelow } from '../src/content/pages/errors.ts'
import { forgetAddressesOf, keepOldAddresses } from '../src/content/pages/moved.ts'
import { checkPlace } from '../src/content/pages/place.ts'
import { publishedTree } from '../src/content/pages/published-tree.ts'
import type { PageTree } from '../src/content/pages/tree.ts'
import type { Page } from '../src/payload-types.ts'

/** Of each page its own: several may be published by one request. */
const before = (id: string): string => `cpofPagesBefore:${id}`

/** A page is published only where its address can lead. The addresses of that moment are put aside. */
export const standsSomewhere: CollectionBeforeChangeHook<Page> = async ({ data, operation, originalDoc, req }) => {
  if (data._status === 'published') await checkPlace(req, { id: originalDoc?.id ?? '', slug: data.slug ?? '', parent: data.parent ?? null })
  if (operation !== 'update') return data
  const tree = await publishedTree(req.payload, 'fr', req)
  // Only now: a nested call puts another context in the place of an empty one.
  req.context[before(originalDoc?.id ?? '')] = tree
  return data
}

/** Every address that has changed since leads to the new one, those of the pages below too. */
export const keepsOldAddresses: CollectionAfterChangeHook<Page> = async ({ doc, operation, req }) => {
  const tree = req.context[before(doc.id)]
  delete req.context[before(doc.id)]
  if (operation === 'update' && isTree(tree)) await keepOldAddresses(req, tree, await publishedTree(req.payload, 'fr', req))
}

const isTree = (value: unknown): value is PageTree => value instanceof Map

/** No page goes while others stand below it; its old addresses go with it. */
export const leavesNothingBelow: CollectionBeforeDeleteHook = async ({ id, req }) => {
  for (const draft of [false, true]) {
    const { docs } = await req.payload.find({ collection: 'pages', where: { parent: { equals: id } }, draft, depth: 0, limit: 1, pagination: false, overrideAccess: true, req })
    if (docs.length > 0) throw hasPagesBelow()
  }
  await forgetAddressesOf(req, String(id))
}
