import type { PayloadRequest } from 'payload'
import { addressIsOurs, belowItself, homeStandsAlone, parentUnpublished, tooDeep } from './errors.ts'
import { HOME_SLUG } from './home.ts'
import { publishedLeaves } from './published-tree.ts'
import { DEEPEST, parentOf, storeys, treeOf, type Leaf } from './tree.ts'

/** Addresses of the site that show something else than a page of the editors'. */
export const OURS: ReadonlySet<string> = new Set([
  ...[
    'adhesion',
    'admin',
    'api',
    'apercu',
    'assets',
    'charte',
    'contact',
    'courriels',
    'dev',
    'documents',
    'en',
    'evenements',
    'gouvernance',
  ],
  ...['health', 'membres', 'nous-rejoindre', 'publications', 'recherche', 'regions'],
])

/**
 * Checks where a page that is being published would stand.
 * @throws DomainError that says why it cannot stand there
 */
export async function checkPlace(req: PayloadRequest, page: Leaf): Promise<void> {
  const parent = parentOf(page)
  const ours = [page.slug, page.segment ?? ''].find((each) => OURS.has(each))
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
