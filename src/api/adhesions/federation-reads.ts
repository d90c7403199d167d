import type { PayloadRequest, Where } from 'payload'
import { unknownAdhesion } from '../../adhesion/lifecycle/errors.ts'
import { fileOfFederation, filesOfFederation } from '../../adhesion/views/view-of-federation.ts'
import { issueAt } from '../../input/issue.ts'
import { isJsonObject } from '../../lib/json-object.ts'
import { badQuery } from '../gate-refusals.ts'
import type { OwnEndpoint } from '../posting.ts'
import { readingByKey } from '../reading-by-key.ts'

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

const reading = readingByKey('adhesions', 'read')

/** `GET /api/adhesions` and `/:id` for a federation: what it sent, and how it stands. */
export const federationReads: OwnEndpoint[] = [
  reading('/', async (req, { member }) => filesOfFederation(req.payload, member, pageAsked(req))),
  reading('/:id', async (req, { member }) => {
    const id = req.routeParams?.['id']
    const found = typeof id === 'string' ? await fileOfFederation(req.payload, member, id) : null
    if (!found) throw unknownAdhesion()
    return found
  }),
]
