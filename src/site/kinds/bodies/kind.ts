import { hrefBy, type PublicKindOf } from '../../../content/public-kind.ts'

export const BODIES = '/gouvernance'

/** A body's address. */
export const bodyHref = (slug: string): string => `${BODIES}/${slug}`

/** Bodies of the association, with who sits in them. */
export const BODY_KIND: PublicKindOf<'governance-bodies'> = {
  collection: 'governance-bodies',
  at: BODIES,
  readable: () => ({}),
  hrefOf: (loaded) => hrefBy(loaded, 'slug', bodyHref),
  linked: false,
}
