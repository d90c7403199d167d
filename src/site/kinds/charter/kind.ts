import type { PublicKindOf } from '../../../content/public-kind.ts'

export const CHARTER = '/charte'

/** The charter: the version in force, and every adopted one by its number. */
export const CHARTER_KIND: PublicKindOf<'charter-versions'> = {
  collection: 'charter-versions',
  at: CHARTER,
  readable: () => ({ status: { equals: 'adopted' } }),
  linked: false,
}
