import type { CollectionSlug, Endpoint, PayloadHandler, PayloadRequest } from 'payload'
import { keyHolder, type KeyHolder } from '../federations/key-in-use.ts'
import type { Scope } from '../federations/scopes.ts'
import type { OwnEndpoint } from './posting.ts'
import { respond } from './respond.ts'

/** Payload's own endpoint at the address: one of that very name, as `/count`, before the one for any id. */
function payloadsOwn(
  { payload, routeParams }: PayloadRequest,
  { slug, path, ours }: { slug: CollectionSlug; path: string; ours: PayloadHandler },
): Endpoint {
  const others = (payload.collections[slug].config.endpoints || []).filter(
    ({ method, handler }) => method === 'get' && handler !== ours,
  )
  const named = path === '/:id' ? others.find((each) => each.path === `/${String(routeParams?.['id'])}`) : undefined
  const own = named ?? others.find((each) => each.path === path)
  if (!own) throw new Error(`Payload has no endpoint to read ${slug}`)
  return own
}

/**
 * Reads a collection as Payload does, but for who shows the key of a federation with a scope. Not wrapped as ours: the gate
 * looks at the query, and what others read is Payload's.
 */
export const readingByKey =
  (slug: CollectionSlug, scope: Scope) =>
  (path: string, byKey: (req: PayloadRequest, holder: KeyHolder) => Promise<object>): OwnEndpoint => {
    const handler: PayloadHandler = async (req) => {
      const holder = await keyHolder(req.payload, req, scope)
      if (holder) return respond(await byKey(req, holder))
      return payloadsOwn(req, { slug, path, ours: handler }).handler(req)
    }
    return { path, method: 'get', custom: { schemes: ['JWT', 'Key'] }, handler }
  }
