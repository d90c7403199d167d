import type { PayloadRequest } from 'payload'
import { kindsOf, type Configured } from '../public-kind.ts'
import { addressIsOurs, belowItself, homeStandsAlone, parentUnpublished, tooDeep } from './errors.ts'
import { HOME_SLUG } from './home.ts'
import { publishedLeaves } from './published-tree.ts'
import { DEEPEST, parentOf, storeys, treeOf, type Leaf } from './tree.ts'

/** First segments of addresses that show no record: forms, links of one's own, the panel, and what answers to machines. */
const FIXED = [
  'adhesion',
  'admin',
  'api',
  'apercu',
  'assets',
  'contact',
  'courriels',
  'dev',
  'donnees-ouvertes',
  'en',
  'health',
  'nous-rejoindre',
  'recherche',
] as const

/** First segments of addresses that show something else than a page of the editors'. */
export const segmentsTaken = (configured: Configured): ReadonlySet<string> =>
  new Set([
    ...FIXED,
    ...kindsOf(configured)
      .flatMap(({ at, alsoAt = [] }) => [at, ...alsoAt])
      .filter((at) => at !== '')
      .map((at) => at.slice(1)),
  ])

/**
 * Checks where a page that is being published would stand.
 * @throws DomainError that says why it cannot stand there
 */
export async function checkPlace(req: PayloadRequest, page: Leaf): Promise<void> {
  const parent = parentOf(page)
  const taken = segmentsTaken(req.payload)
  const ours = [page.slug, page.segment ?? ''].find((each) => taken.has(each))
  if (parent === null && ours !== undefined) throw addressIsOurs(ours)
  if (parent === null) return
  const leaves = await publishedLeaves(req.payload, 'fr', req)
  const above = leaves.find(({ id }) => id === parent)
  if (page.slug === HOME_SLUG || above?.slug === HOME_SLUG) throw homeStandsAlone()
  if (parent === page.id) throw belowItself()
  const place = treeOf(leaves).get(parent)
  if (!place) throw parentUnpublished()
  const line = [...place.trail, place]
  if (line.some(({ id }) => id === page.id)) throw belowItself()
  if (line.length + storeys(page.id, leaves) > DEEPEST) throw tooDeep()
}
