import type { Router } from 'express'
import { exactRouter } from '../exact-router.ts'
import { wordsIn } from '../query.ts'
import { find, searched } from '../search/find.ts'
import { publicEntries } from '../search/public-entries.ts'
import { sendPublicPage, type Site } from '../site.ts'
import { SearchPage } from '../views/search/search-page.tsx'
import { whileUnchanged } from '../while-unchanged.ts'

export const SEARCH = '/recherche'

/** The search over everything public. */
export function searchRoutes({ payload, chromes, epoch }: Site): Router {
  const router = exactRouter()
  const entries = whileUnchanged(epoch, async () => (await publicEntries(payload)).map(searched))
  router.get(SEARCH, async (req, res) => {
    const asked = wordsIn(req.query, 'q')
    const found = asked === '' ? [] : find(await entries(), asked)
    await sendPublicPage(res, 200, <SearchPage chrome={await chromes.of('fr', SEARCH)} asked={asked} found={found} />)
  })
  return router
}
