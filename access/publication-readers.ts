import type { PayloadRequest, Where } from 'payload'
import { mandatesInForceOf } from '../src/governance/mandates.ts'
import { PUBLICATION_KIND } from '../src/site/kinds/publications/kind.ts'
import { hasRole, staff } from './actors.ts'

/** Editors, and who sits today in a body that adopts or reviews publications. */
export const publicationInsiders = async ({ req }: { req: PayloadRequest }): Promise<boolean> => {
  if (hasRole(req, 'editor')) return true
  const user = staff(req)
  if (!user) return false
  const adopting = await mandatesInForceOf(req, user.id, 'publication-adoption')
  return adopting.length > 0 || (await mandatesInForceOf(req, user.id, 'publication-review')).length > 0
}

/** All publications for those who write, adopt or review them, the released ones for everybody; a filter, so that `?draft=true` leaks nothing. */
export const releasedOrInsider = async ({ req }: { req: PayloadRequest }): Promise<true | Where> =>
  (await publicationInsiders({ req })) ? true : PUBLICATION_KIND.readable()
