import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { findFirst } from '../src/db/find.ts'
import { hasPagesBelow } from '../src/content/pages/errors.ts'
import { keepOldAddresses, leaveAddressesOf } from '../src/content/pages/moved.ts'
import { checkPlace } from '../src/content/pages/place.ts'
import { publishedAddresses } from '../src/content/pages/published-tree.ts'
import type { Page } from '../src/payload-types.ts'

/** The key in a request's context of the addresses of one page: several pages may be published by one request. */
const before = (id: string): string => `cpofPagesBefore:${id}`

/** Refuses to publish a page where no address can lead to it, and notes the addresses of that moment for {@link leadOldAddresses}. */
export const requirePlace: CollectionBeforeChangeHook<Page> = async ({ data, operation, originalDoc, req }) => {
  if (data._status === 'published')
    await checkPlace(req, {
      id: originalDoc?.id ?? '',
      slug: data.slug ?? '',
      segment: data.englishSlug ?? null,
      parent: data.parent ?? null,
    })
  if (operation !== 'update') return data
  const addresses = await publishedAddresses(req.payload, req)
  // Only now: a nested call puts another context in the place of an empty one.
  req.context[before(originalDoc?.id ?? '')] = addresses
  return data
}

/** Leads every address that a page and those below it have left to their new one. */
export const leadOldAddresses: CollectionAfterChangeHook<Page> = async ({ doc, operation, req }) => {
  const addresses = req.context[before(doc.id)]
  delete req.context[before(doc.id)]
  if (operation === 'update' && isMap(addresses))
    await keepOldAddresses(req, addresses, await publishedAddresses(req.payload, req))
}

const isMap = (value: unknown): value is Map<string, string> => value instanceof Map

/** Refuses to delete a page while others stand below it; its addresses tell from then on that it is gone. */
export const leaveNoPagesBelow: CollectionBeforeDeleteHook = async ({ id, req }) => {
  for (const draft of [false, true]) {
    if (
      (await findFirst({ payload: req.payload, req }, 'pages', { where: { parent: { equals: id } }, draft })) !== null
    )
      throw hasPagesBelow()
  }
  await leaveAddressesOf(req, String(id), await publishedAddresses(req.payload, req))
}
