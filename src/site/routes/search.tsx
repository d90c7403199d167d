import type { Router } from 'express'
import type { Payload } from 'payload'
import { exactRouter } from '../exact-router.ts'
import { wordsIn } from '../query.ts'
import { find, searched, type Entry } from '../search/find.ts'
import type { Presentation } from '../kinds/presentation.ts'
import type { Site } from '../site.ts'
import { SEARCH } from '../fixed-pages.ts'
import { sendPublicPage } from '../kept/answer.ts'
import { SearchPage } from '../views/search/search-page.tsx'
import { whileUnchanged } from '../kept/while-unchanged.ts'

/** The search over everything public. */
export function searchRoutes({ payload, chromes, epoch }: Site, presentations: readonly Presentation[]): Router {
  const router = exactRouter()
  const entries = whileUnchanged(epoch, async () => (await publicEntries(payload, presentations)).map(searched))
  router.get(SEARCH, async (req, res) => {
    const asked = wordsIn(req.query, 'q')
    const found = asked === '' ? [] : find(await entries(), asked)
    await sendPublicPage(res, 200, <SearchPage chrome={await chromes.of('fr', SEARCH)} asked={asked} found={found} />)
  })
  return router
}

/** Everything that anybody may read, in French: read as anybody reads it. */
async function publicEntries(payload: Payload, presentations: readonly Presentation[]): Promise<Entry[]> {
  const found = presentations.map(async ({ search: { label, entries } }) =>
    (await entries(payload)).map((entry) => ({ ...entry, kind: label })),
  )
  return (await Promise.all(found)).flat()
}
