import type { Router } from 'express'
import { PREVIEW } from '../../content/pages/preview-href.ts'
import { readPreviewToken } from '../../content/pages/preview-token.ts'
import { now } from '../../lib/clock.ts'
import { settingsOf } from '../../lib/settings.ts'
import { exactRouter } from '../exact-router.ts'
import type { Presentation } from '../kinds/presentation.ts'
import { sendPage, type Site } from '../site.ts'
import { PreviewOverPage } from '../views/public/preview.tsx'

/** The newest draft of a record, for whoever holds a link that an editor made; nobody keeps it, no engine lists it. */
export function previewRoutes(site: Site, presentations: readonly Presentation[]): Router {
  const { payload, chromes } = site
  const router = exactRouter()
  router.get(`${PREVIEW}/:token`, async (req, res, next) => {
    // The panel shows it beside the form.
    res.set({
      'X-Frame-Options': 'SAMEORIGIN',
      'Content-Security-Policy': (res.get('Content-Security-Policy') ?? '').replace(
        "frame-ancestors 'none'",
        "frame-ancestors 'self'",
      ),
    })
    res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex, nofollow' })
    const preview = readPreviewToken(settingsOf(payload).TOKEN_SECRET, req.params.token)
    if (!preview) {
      next()
      return
    }
    if (preview.until <= now()) {
      sendPage(res, 410, <PreviewOverPage chrome={await chromes.of(preview.lang)} />)
      return
    }
    const shown = presentations.find(({ kind }) => kind.collection === preview.collection)
    const view = await shown?.preview?.(site, preview)
    if (view) sendPage(res, 200, view)
    else next()
  })
  return router
}
