import { hrefOfPublished, published, type Loaded, type PublicKindOf } from '../../../content/public-kind.ts'
import { now } from '../../../lib/clock.ts'

export const PUBLICATIONS = '/publications'
export const PUBLICATIONS_FEED = '/publications.atom'

/** The address of a publication by its slug. */
export const publicationHref = (slug: string): string => `${PUBLICATIONS}/${slug}`

/** The permanent address of what a publication was in one of its editions. */
export const editionHref = ({ slug, number }: { slug: string; number: number }): string =>
  `${publicationHref(slug)}/v${number}`

/** Publications: positions, reports, watch, statements and good practice, each readable once its embargo is over. */
export const PUBLICATION_KIND: PublicKindOf<'publications'> = {
  collection: 'publications',
  at: PUBLICATIONS,
  readable: () => ({
    and: [
      published(),
      { or: [{ embargoUntil: { exists: false } }, { embargoUntil: { less_than_equal: now().toISOString() } }] },
    ],
  }),
  hrefOf: (loaded) => (isHeldBack(loaded) ? null : hrefOfPublished(loaded, publicationHref)),
  changesAt: 'embargoUntil',
  linked: true,
}

/** Whether a publication is under an embargo: a preview loads more than its reader may read. */
function isHeldBack(publication: Loaded): boolean {
  const until = publication.get('embargoUntil')
  return typeof until === 'string' && new Date(until) > now()
}
