import type { Endpoint, PayloadHandler, PayloadRequest, Where } from 'payload'
import { unknownAdhesion } from '../../adhesion/lifecycle/errors.ts'
import { fileOfFederation, filesOfFederation } from '../../adhesion/views/view-of-federation.ts'
import { keyHolder } from '../../federations/key-in-use.ts'
import { issueAt } from '../../input/issue.ts'
import { isJsonObject } from '../../lib/json-object.ts'
import { badQuery } from '../gate-refusals.ts'
import type { OwnEndpoint } from '../posting.ts'
import { respond } from '../respond.ts'

/** What a federation looks its files up by: nothing by which it would learn more than it is told of them. */
const FILTERS: readonly string[] = [
  'reference',
  'createdAt',
  'organisation.siret',
  'organisation.siren',
  'organisation.rna',
]
const SORTS: readonly string[] = ['createdAt', 'reference', 'organisation.legalName']
const PARAMETERS: readonly string[] = ['limit', 'page', 'sort', 'where', 'locale', 'depth']
const DEFAULT_LIMIT = 10

/** @throws DomainError 400 `bad-query` */
function pageAsked({ query, searchParams }: PayloadRequest): {
  where?: Where
  limit: number
  page: number
  sort: string
} {
  const { where, sort = '-createdAt' } = query
  const issues = [
    ...Object.keys(query)
      .filter((name) => !PARAMETERS.includes(name))
      .map((name) => issueAt(name, 'not-possible')),
    ...(typeof sort === 'string' && SORTS.includes(sort.replace(/^-/, '')) ? [] : [issueAt('sort', 'closed-field')]),
    ...(isJsonObject(where)
      ? Object.keys(where)
          .filter((name) => !FILTERS.includes(name))
          .map((name) => issueAt(`where.${name}`, 'closed-field'))
      : where === undefined
        ? []
        : [issueAt('where', 'not-a-condition')]),
  ]
  if (issues.length > 0) throw badQuery(issues)
  return {
    ...(isJsonObject(where) ? { where: where as Where } : {}),
    limit: Number(searchParams.get('limit') ?? DEFAULT_LIMIT),
    page: Number(searchParams.get('page') ?? 1),
    sort: String(sort),
  }
}

/** Payload's own endpoint at the address: one of that very name, as `/count`, before the one for any id. */
function payloadsOwn({ payload, routeParams }: PayloadRequest, path: string, ours: PayloadHandler): Endpoint {
  const others = (payload.collections.adhesions.config.endpoints || []).filter(
    ({ method, handler }) => method === 'get' && handler !== ours,
  )
  const named = path === '/:id' ? others.find((each) => each.path === `/${String(routeParams?.['id'])}`) : undefined
  const own = named ?? others.find((each) => each.path === path)
  if (!own) throw new Error('Payload has no endpoint to read applications')
  return own
}

/**
 * Reads as Payload does, but for who shows the key of a federation. Not wrapped as ours: the gate looks at the query, and
 * what others read is Payload's.
 */
const reading = (path: string, byKey: (req: PayloadRequest, member: string) => Promise<object>): OwnEndpoint => {
  const handler: PayloadHandler = async (req) => {
    const holder = await keyHolder(req.payload, req, 'read')
    if (holder) return respond(await byKey(req, holder.member))
    return payloadsOwn(req, path, handler).handler(req)
  }
  return { path, method: 'get', custom: { schemes: ['JWT', 'Key'] }, handler }
}

/** `GET /api/adhesions` and `/:id` for a federation: what it sent, and how it stands. */
export const federationReads: OwnEndpoint[] = [
  reading('/', async (req, member) => filesOfFederation(req.payload, member, pageAsked(req))),
  reading('/:id', async (req, member) => {
    const id = req.routeParams?.['id']
    const found = typeof id === 'string' ? await fileOfFederation(req.payload, member, id) : null
    if (!found) throw unknownAdhesion()
    return found
  }),
]
