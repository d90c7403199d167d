import type { PayloadRequest } from 'payload'
import type { PageTree } from './tree.ts'

/** Keeps the old address of every page that has left it between two trees: it leads to the page, wherever that is by then. */
export async function keepOldAddresses(req: PayloadRequest, before: PageTree, after: PageTree): Promise<void> {
  for (const { id, path } of before.values()) if (after.get(id)?.path !== path) await keepOldAddress(req, path, id)
}

/** Whoever left an address last is who it leads to. */
async function keepOldAddress(req: PayloadRequest, from: string, page: string): Promise<void> {
  const { payload } = req
  const { docs } = await payload.find({ collection: 'redirects', where: { from: { equals: from } }, depth: 0, limit: 1, pagination: false, overrideAccess: true, req })
  const [known] = docs
  if (known) await payload.update({ collection: 'redirects', id: known.id, data: { page }, depth: 0, overrideAccess: true, req })
  else await payload.create({ collection: 'redirects', data: { from, page }, depth: 0, overrideAccess: true, req })
}

/** Forgets the old addresses of a page that is being deleted. */
export async function forgetAddressesOf(req: PayloadRequest, page: string): Promise<void> {
  await req.payload.delete({ collection: 'redirects', where: { page: { equals: page } }, depth: 0, overrideAccess: true, req })
}
