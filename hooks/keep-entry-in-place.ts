import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'
import { inItsLanguage } from '../src/content/pages/in-its-language.ts'
import { leaveAddress } from '../src/content/pages/moved.ts'
import { kindOf, type Drafted } from '../src/content/public-kind.ts'

const before = (id: string): string => `cpofEntryBefore:${id}`

/** The address at which anybody reads an entry; null where nobody does. */
async function addressOf(req: PayloadRequest, collection: Drafted, id: string): Promise<string | null> {
  const { at, readable } = kindOf(req.payload, collection)
  const { docs } = await req.payload.find({
    collection,
    where: { and: [{ id: { equals: id } }, readable()] },
    select: { slug: true },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req: inItsLanguage(req),
  })
  return docs[0] ? `${at.slice(1)}/${docs[0].slug}` : null
}

/** The address that an entry leaves leads to its new one, or says that it is gone; what nobody could read leaves nothing. */
export function keepEntryInPlace(collection: Drafted) {
  const notesAddress: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
    if (operation !== 'update') return data
    const { id } = originalDoc as { id: string }
    const address = await addressOf(req, collection, id)
    // Only now: a nested call puts another context in the place of an empty one.
    req.context[before(id)] = address
    return data
  }
  const keepsOldAddress: CollectionAfterChangeHook<{ id: string }> = async ({ doc, req }) => {
    const left = req.context[before(doc.id)]
    delete req.context[before(doc.id)]
    if (typeof left !== 'string') return
    const address = await addressOf(req, collection, doc.id)
    if (address !== left) await leaveAddress(req, left, address)
  }
  const leavesItsAddress: CollectionBeforeDeleteHook = async ({ id, req }) => {
    const left = await addressOf(req, collection, String(id))
    if (left !== null) await leaveAddress(req, left, null)
  }
  return { notesAddress, keepsOldAddress, leavesItsAddress }
}
