import type { Router } from 'express'
import { DOCUMENTS } from './kind.ts'
import { byYear, publicDocuments } from './public.ts'
import { exactRouter } from '../../exact-router.ts'
import { placeOf } from '../../kept/place.ts'
import type { Site } from '../../site.ts'
import { sendRendered } from '../../kept/answer.ts'
import { DocumentsPage } from './documents-page.tsx'

/** The association's papers that anybody may read. */
export function documentRoutes(site: Site): Router {
  const { payload, env, chromes } = site
  const router = exactRouter()
  router.get(DOCUMENTS, async (req, res, next) => {
    const html = await site.rendered(placeOf(req, DOCUMENTS), async () => (
      <DocumentsPage
        chrome={await chromes.of('fr', DOCUMENTS)}
        canonical={env.PUBLIC_URL + DOCUMENTS}
        years={byYear(await publicDocuments(payload))}
      />
    ))
    sendRendered(res, next, html)
  })
  return router
}
