import { Router } from 'express'
import type { Payload } from 'payload'
import { HOME_SLUG } from '../../content/pages/home.ts'
import { PREVIEW } from '../../content/pages/preview-href.ts'
import { readPreviewToken, type Preview } from '../../content/pages/preview-token.ts'
import { publishedTree } from '../../content/pages/published-tree.ts'
import { now } from '../../lib/clock.ts'
import { settingsOf } from '../../lib/settings.ts'
import type { Page } from '../../payload-types.ts'
import { shownPage } from '../shown-page.ts'
import { sendPage, type Site } from '../site.ts'
import { ContentPage } from '../views/public/content-page.tsx'
import { HomePage } from '../views/public/home-page.tsx'
import { PreviewBanner, PreviewOverPage } from '../views/public/preview.tsx'
import { PREVIEW_TEXTS } from '../views/public/texts.ts'

/** The newest draft of a page, for whoever holds a link that an editor made; nobody keeps it, no engine lists it. */
export function previewRoutes({ payload, chromes }: Site): Router {
  const router = Router()
  router.get(`${PREVIEW}/:token`, async (req, res, next) => {
    // The panel shows it beside the form.
    res.set({ 'X-Frame-Options': 'SAMEORIGIN', 'Content-Security-Policy': (res.get('Content-Security-Policy') ?? '').replace("frame-ancestors 'none'", "frame-ancestors 'self'") })
    res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex, nofollow' })
    const preview = readPreviewToken(settingsOf(payload).TOKEN_SECRET, req.params.token)
    if (!preview) {
      next()
      return
    }
    const chrome = await chromes.of(preview.lang)
    if (preview.until <= now()) {
      sendPage(res, 410, <PreviewOverPage chrome={chrome} />)
      return
    }
    const page = await newestDraft(payload, preview)
    if (!page) {
      next()
      return
    }
    const { identity, content } = await shownPage(payload, page, preview.lang, await publishedTree(payload, preview.lang))
    const common = { chrome, ...content, banner: <PreviewBanner until={preview.until} /> }
    sendPage(res, 200, page.slug === HOME_SLUG ? <HomePage {...common} /> : <ContentPage {...common} identity={identity} title={page.title || PREVIEW_TEXTS.untitled} />)
  })
  return router
}

/** Whoever holds the link was given the right to read this one page, whatever its state. */
async function newestDraft(payload: Payload, { page, lang }: Preview): Promise<Page | null> {
  return payload.findByID({ collection: 'pages', id: page, draft: true, locale: lang, fallbackLocale: false, depth: 1, disableErrors: true, overrideAccess: true })
}
