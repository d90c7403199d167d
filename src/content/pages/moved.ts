import type { PayloadRequest } from 'payload'
import type { Redirect } from '../../payload-types.ts'

/** The target of a former address: a page wherever it is by then, another address, or nothing any more. */
type Target = Pick<Redirect, 'page' | 'to'>

/** What the site keeps itself is no longer what an editor wrote there. */
const BY_ITSELF = { byHand: false, elsewhere: false } as const
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
  for (const [address, id] of before) {
    if (after.get(address) === id) continue
    const isEnglish = address.startsWith('en/')
    const now = [...after].find(([each, page]) => page === id && each.startsWith('en/') === isEnglish)
    if (now) await follow(req, address, now[0])
    await leave(req, address, { page: id, to: null })
  }
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
  if (to !== null) await follow(req, from, to)
  await leave(req, from, { page: null, to })
}

/** Lets what led to an address lead to its new one: editors write theirs with the slash before it. */
async function follow(req: PayloadRequest, from: string, to: string): Promise<void> {
  for (const root of ['', '/'])
    await req.payload.update({
      collection: 'redirects',
      where: { to: { equals: root + from } },
      data: { to: root + to },
      depth: 0,
      overrideAccess: true,
      req,
    })
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
    await payload.update({
      collection: 'redirects',
      id: known.id,
      data: { ...target, ...BY_ITSELF },
      depth: 0,
      overrideAccess: true,
      req,
    })
  else await payload.create({ collection: 'redirects', data: { from, ...target }, depth: 0, overrideAccess: true, req })
}
