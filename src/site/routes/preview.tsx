import type { Router } from 'express'
import type { Payload } from 'payload'
import type { ReactElement } from 'react'
import { HOME_SLUG } from '../../content/pages/home.ts'
import { PREVIEW } from '../../content/pages/preview-href.ts'
import { readPreviewToken, type Preview } from '../../content/pages/preview-token.ts'
import { publishedTree } from '../../content/pages/published-tree.ts'
import { now } from '../../lib/clock.ts'
import { parisDay } from '../../lib/dates.ts'
import { settingsOf } from '../../lib/settings.ts'
import { readDraft } from '../../publications/stored.ts'
import { wordOn } from '../../publications/word-on.ts'
import { eventHref, EVENTS } from '../kinds/events/hrefs.ts'
import { exactRouter } from '../exact-router.ts'
import { resolveLinkIn } from '../page-href.ts'
import { publicationHref, PUBLICATIONS } from '../kinds/publications/hrefs.ts'
import { shownPage } from '../kinds/pages/shown-page.ts'
import { sendPage, type Site } from '../site.ts'
import { EventPage } from '../kinds/events/event-page.tsx'
import { ContentPage } from '../kinds/pages/content-page.tsx'
import { HomePage } from '../kinds/pages/home-page.tsx'
import { PreviewBanner, PreviewOverPage, PreviewTooEarlyPage } from '../views/public/preview.tsx'
import { PREVIEW_TEXTS } from '../views/public/texts.ts'
import { PublicationPage } from '../kinds/publications/publication-page.tsx'

/** The newest draft of a record, for whoever holds a link that an editor made; nobody keeps it, no engine lists it. */
export function previewRoutes(site: Site): Router {
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
    const view = await VIEWS[preview.collection](site, preview)
    if (view) sendPage(res, 200, view)
    else next()
  })
  return router
}

/** Whoever holds the link was given the right to read this one record, whatever its state. */
const asDraft = ({ id, lang }: Preview) =>
  ({
    id,
    draft: true,
    locale: lang,
    fallbackLocale: false as const,
    depth: 1,
    disableErrors: true,
    overrideAccess: true,
  }) as const

const VIEWS: Record<Preview['collection'], (site: Site, preview: Preview) => Promise<ReactElement | null>> = {
  pages: pageView,
  publications: publicationView,
  events: eventView,
}

async function pageView({ payload, chromes }: Site, preview: Preview): Promise<ReactElement | null> {
  const page = await payload.findByID({ collection: 'pages', ...asDraft(preview) })
  if (!page) return null
  const { identity, content } = await shownPage(payload, page, preview.lang, await publishedTree(payload, preview.lang))
  const common = { chrome: await chromes.of(preview.lang), ...content, banner: <PreviewBanner until={preview.until} /> }
  return page.slug === HOME_SLUG ? (
    <HomePage {...common} />
  ) : (
    <ContentPage {...common} identity={identity} title={page.title || PREVIEW_TEXTS.untitled} />
  )
}

async function publicationView({ payload, env, chromes }: Site, preview: Preview): Promise<ReactElement | null> {
  const publication = await payload.findByID({ collection: 'publications', ...asDraft(preview) })
  if (!publication) return null
  const chrome = await chromes.of('fr', PUBLICATIONS)
  const { title, kind, publishedOn, slug }: Partial<typeof publication> = publication
  const draft = kind && (await readDraft({ payload }, preview.id))
  if (!draft) return <PreviewTooEarlyPage chrome={chrome} />
  return (
    <PublicationPage
      chrome={chrome}
      canonical={env.PUBLIC_URL + publicationHref(slug ?? '')}
      backHref={PUBLICATIONS}
      publication={{
        ...publication,
        title: title || PREVIEW_TEXTS.untitled,
        publishedOn: publishedOn || parisDay(now()),
      }}
      resolveLink={await linksOf(payload)}
      word={await wordOn(payload, { id: preview.id, kind, contentHash: draft.hash })}
      edition={null}
      banner={<PreviewBanner until={preview.until} />}
    />
  )
}

async function eventView({ payload, env, chromes }: Site, preview: Preview): Promise<ReactElement | null> {
  const event = await payload.findByID({ collection: 'events', ...asDraft(preview) })
  if (!event) return null
  const chrome = await chromes.of('fr', EVENTS)
  const { title, kind, startsAt, endsAt, slug }: Partial<typeof event> = event
  if (!kind || !startsAt || !endsAt) return <PreviewTooEarlyPage chrome={chrome} />
  return (
    <EventPage
      chrome={chrome}
      canonical={env.PUBLIC_URL + eventHref(slug ?? '')}
      backHref={EVENTS}
      event={{ ...event, title: title || PREVIEW_TEXTS.untitled }}
      isOver={new Date(endsAt) <= now()}
      resolveLink={await linksOf(payload)}
      banner={<PreviewBanner until={preview.until} />}
    />
  )
}

const linksOf = async (payload: Payload) => resolveLinkIn('fr', await publishedTree(payload, 'fr'))
