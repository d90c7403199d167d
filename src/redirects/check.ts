import type { PayloadRequest } from 'payload'
import { findAll, findFirst } from '../db/find.ts'
import { issueAt, isRefused } from '../input/issue.ts'
import type { Issue } from '../lib/errors.ts'
import { settingsOf } from '../lib/settings.ts'
import type { Redirect } from '../payload-types.ts'
import { segmentsTaken } from '../content/pages/place.ts'
import { publishedAddresses } from '../content/pages/published-tree.ts'
import { draftedOf, kindsOf } from '../content/public-kind.ts'
import { lookedForAt, readFrom, readTarget } from './read-address.ts'

/** What answers at the root of the site beside pages and forms. */
const ANSWERS = ['.well-known', '_next', 'compte', 'directory.csv', 'directory.json', 'openapi.json'] as const
const FILES = /^(robots\.txt|sitemap\.xml|favicon\.(ico|svg)|mark\.svg|partage\.png|site\.css)$/

/** A redirect as somebody asks for it. */
export type AskedRedirect = { id: string | null; from: unknown; to: unknown; elsewhere: unknown }

/** A redirect as it is kept. */
export type KeptRedirect = Pick<Redirect, 'from'> & { to: string; elsewhere: boolean; page: null; byHand: true }

/** Reads a redirect that an editor asks for, or tells everything that is wrong with it, each at its field. */
export async function checkRedirect(
  req: PayloadRequest,
  { id, ...asked }: AskedRedirect,
): Promise<{ kept: KeptRedirect } | { issues: Issue[] }> {
  const { origin } = new URL(settingsOf(req.payload).PUBLIC_URL)
  const from = readFrom(asked.from, origin)
  const target = readTarget(asked.to, origin)
  if (isRefused(from) || isRefused(target))
    return {
      issues: [
        ...(isRefused(from) ? [{ path: 'from', ...from.issue }] : []),
        ...(isRefused(target) ? [{ path: 'to', ...target.issue }] : []),
      ],
    }
  const issues = [
    ...(await issuesOfFrom(req, id, from.from)),
    ...(await issuesOfTarget(req, from.from, target.to)),
    ...(target.elsewhere && asked.elsewhere !== true ? [issueAt('elsewhere', 'elsewhere-unconfirmed')] : []),
  ]
  return issues.length > 0 ? { issues } : { kept: { ...from, ...target, page: null, byHand: true } }
}

async function issuesOfFrom(req: PayloadRequest, id: string | null, from: string): Promise<Issue[]> {
  const known = await redirectFrom(req, [from])
  if (known && known.id !== id) return [issueAt('from', 'redirect-known')]
  if (await isShown(req, from)) return [issueAt('from', 'address-in-use')]
  const before = (await redirectsTo(req, from)).find((each) => each.id !== id)
  return before ? [issueAt('from', 'redirect-before', { before: `/${before.from}` })] : []
}

async function issuesOfTarget(req: PayloadRequest, from: string, to: string): Promise<Issue[]> {
  const places = lookedForAt(to)
  if (places.includes(from)) return [issueAt('to', 'redirect-loop')]
  const next = await redirectFrom(req, places)
  const [shown = ''] = places
  if (!next || (await isShown(req, shown))) return []
  return [issueAt('to', 'redirect-chain', { end: next.to ? `à ${next.to}` : next.page ? 'à une page' : 'nulle part' })]
}

/** Whether the site shows something at an address, or keeps it for what it shows below. */
async function isShown(req: PayloadRequest, address: string): Promise<boolean> {
  const [first = '', ...rest] = address.split('/')
  if (ANSWERS.some((each) => each === first) || FILES.test(address)) return true
  const kind = kindsOf(req.payload).find(({ at }) => at === `/${first}`)
  const drafted = kind && draftedOf(req.payload, kind.collection)
  if (kind && drafted && rest.length === 1) {
    const where = { and: [{ slug: { equals: rest[0] } }, kind.readable()] }
    return (await findFirst({ payload: req.payload, req }, drafted, { where })) !== null
  }
  if (first !== 'en' && segmentsTaken(req.payload).has(first)) return true
  const pages = await publishedAddresses(req.payload, req)
  return address === 'en' || pages.has(address) || (first === 'en' && pages.has(rest.join('/')))
}

const redirectFrom = (req: PayloadRequest, addresses: readonly string[]): Promise<Redirect | null> =>
  findFirst({ payload: req.payload, req }, 'redirects', { where: { from: { in: [...addresses] } } })

/** The redirects that lead to an address, whatever query or place of the page they add. */
async function redirectsTo(req: PayloadRequest, address: string): Promise<Redirect[]> {
  // A search by a part finds too many, never too few.
  const near = await findAll({ payload: req.payload, req }, 'redirects', { where: { to: { contains: address } } })
  return near.filter(({ to }) => typeof to === 'string' && lookedForAt(to.replace(/^(?![/h])/, '/')).includes(address))
}
