import { LRUCache } from 'lru-cache'
import { Router } from 'express'
import { wordsIn } from '../query.ts'
import { find, searched, type Searched } from '../search/find.ts'
import { publicEntries } from '../search/public-entries.ts'
import { sendPage, type Site } from '../site.ts'
import { SearchPage } from '../views/search/search-page.tsx'

export const SEARCH = '/recherche'

/** How long what was public may be searched after it has changed, in milliseconds. */
const A_SECOND = 1_000

/** The search over everything public. */
export function searchRoutes({ payload, chromes }: Site): Router {
  const router = Router()
  const known = new LRUCache<'fr', Searched[]>({ max: 1, ttl: A_SECOND, fetchMethod: async () => (await publicEntries(payload)).map(searched) })
  router.get(SEARCH, async (req, res) => {
    const asked = wordsIn(req.query, 'q')
    const found = asked === '' ? [] : find((await known.fetch('fr')) ?? [], asked)
    sendPage(res, 200, <SearchPage chrome={await chromes.of('fr', SEARCH)} asked={asked} found={found} />)
  })
  return router
}
