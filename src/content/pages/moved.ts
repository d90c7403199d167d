import type { PayloadRequest } from 'payload'
import type { Redirect } from '../../payload-types.ts'

/** The target of a former address: a page wherever it is by then, another address, or nothing any more. */
type Target = Pick<Redirect, 'page' | 'to'>

const NOWHERE: Target = { page: null, to: null }

/**
 * Keeps every address that a page has left: it leads to the page, wherever that is by then.
 * @param before addresses and the ids of their pages, as {@link publishedAddresses} reads them
 */
export async function keepOldAddresses(
  req: PayloadRequest,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [address, id] of before) if (after.get(address) !== id) await leave(req, address, { page: id, to: null })
}

/** Keeps the addresses of a page that is being deleted, old and present ones: nothing is there any more. */
export async function leaveAddressesOf(
  req: PayloadRequest,
  page: string,
  present: ReadonlyMap<string, string>,
): Promise<void> {
  const { payload } = req
  await payload.update({
    collection: 'redirects',
    where: { page: { equals: page } },
    data: NOWHERE,
    depth: 0,
    overrideAccess: true,
    req,
  })
  for (const [address, id] of present) if (id === page) await leave(req, address, NOWHERE)
}

/**
 * Keeps the address that something else than a page has left, and what led to it.
 * @param to where it stands now, or null when it may be read no more
 */
export async function leaveAddress(req: PayloadRequest, from: string, to: string | null): Promise<void> {
  if (to !== null)
    await req.payload.update({
      collection: 'redirects',
      where: { to: { equals: from } },
      data: { to },
      depth: 0,
      overrideAccess: true,
      req,
    })
  await leave(req, from, { page: null, to })
}

/** Leads a former address to the record that left it last. */
async function leave(req: PayloadRequest, from: string, target: Target): Promise<void> {
  const { payload } = req
  const { docs } = await payload.find({
    collection: 'redirects',
    where: { from: { equals: from } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const [known] = docs
  if (known)
    await payload.update({ collection: 'redirects', id: known.id, data: target, depth: 0, overrideAccess: true, req })
  else await payload.create({ collection: 'redirects', data: { from, ...target }, depth: 0, overrideAccess: true, req })
}
