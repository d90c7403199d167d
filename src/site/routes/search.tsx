import type { Router } from 'express'
import type { Payload } from 'payload'
import { exactRouter } from '../exact-router.ts'
import { isCutShort, wordsIn } from '../query.ts'
import { SearchIndex, type Entry } from '../search/find.ts'
import type { Presentation } from '../kinds/presentation.ts'
import type { Site } from '../site.ts'
import { FIXED_PAGES, SEARCH } from '../fixed-pages.ts'
import { sendPublicPage } from '../kept/answer.ts'
import { SearchPage } from '../views/search/search-page.tsx'
import { whileUnchanged } from '../kept/while-unchanged.ts'

/** The search over everything public. */
export function searchRoutes({ payload, chromes, epoch }: Site, presentations: readonly Presentation[]): Router {
  const router = exactRouter()
  const index = new SearchIndex()
  const present = whileUnchanged(epoch, async () => {
    await index.hold([...ownPages(presentations), ...(await publicEntries(payload, presentations))])
    return index
  })
  router.get(SEARCH, async (req, res) => {
    const asked = wordsIn(req.query, 'q')
    const findings = asked === '' ? null : (await present()).find(asked)
    await sendPublicPage(
      res,
      200,
      <SearchPage
        chrome={await chromes.of('fr', SEARCH)}
        asked={asked}
        findings={findings}
        isCutShort={isCutShort(req.query, 'q')}
      />,
    )
  })
  return router
}

/** The pages of the site that no editor writes: forms, and the lists of each kind. */
const ownPages = (presentations: readonly Presentation[]): Entry[] => [
  ...FIXED_PAGES.flatMap(({ href, search }) => (search ? [{ ...search, href, kind: 'Page' }] : [])),
  ...presentations.flatMap(({ kind, search: { list } }) => (list ? [{ ...list, href: kind.at, kind: 'Page' }] : [])),
]

/** Everything that anybody may read, in French: read as anybody reads it. */
async function publicEntries(payload: Payload, presentations: readonly Presentation[]): Promise<Entry[]> {
  const found = presentations.map(async ({ search: { label, entries } }) =>
    (await entries(payload)).map((entry) => ({ ...entry, kind: label })),
  )
  return (await Promise.all(found)).flat()
}
