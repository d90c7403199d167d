import type { PayloadRequest } from 'payload'

/**
 * Keeps every address that a page has left: it leads to the page, wherever that is by then.
 * @param before addresses and the ids of their pages, as {@link publishedAddresses} reads them
 */
export async function keepOldAddresses(req: PayloadRequest, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Promise<void> {
  for (const [address, id] of before) if (after.get(address) !== id) await keepOldAddress(req, address, id)
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
