import { Router } from 'express'
import { publishedTree } from '../../content/pages/published-tree.ts'
import { fateOf } from '../fate.ts'
import { resolveLinkIn } from '../page-href.ts'
import { feedOf } from '../publications/feed.ts'
import { publicationHref, PUBLICATIONS, PUBLICATIONS_FEED } from '../publications/hrefs.ts'
import { filtered, filterIn, releasedPublication, releasedPublications, yearsOf } from '../publications/released.ts'
import { sendRendered, type Site } from '../site.ts'
import { PublicationPage } from '../views/publications/publication-page.tsx'
import { PublicationsPage } from '../views/publications/publications-page.tsx'

/** What the association publishes: the list, each publication, and the feed. */
export function publicationRoutes(site: Site): Router {
  const { payload, env, chromes } = site
  const router = Router()

  router.get(PUBLICATIONS, async (req, res, next) => {
    const filter = filterIn(req.query)
    const isFiltered = Object.keys(filter).length > 0
    const html = await site.rendered(isFiltered ? `${PUBLICATIONS}?${JSON.stringify(filter)}` : PUBLICATIONS, async () => {
      const all = await releasedPublications(payload)
      return (
        <PublicationsPage
          chrome={await chromes.of('fr', PUBLICATIONS)}
          canonical={env.PUBLIC_URL + PUBLICATIONS}
          feedHref={PUBLICATIONS_FEED}
          filter={filter}
          publications={filtered(all, filter)}
          years={yearsOf(all)}
        />
      )
    }, isFiltered)
    sendRendered(res, next, html)
  })

  router.get(PUBLICATIONS_FEED, async (_req, res, next) => {
    const feed = async () => ({ type: 'application/atom+xml; charset=utf-8', text: feedOf(env.PUBLIC_URL, await releasedPublications(payload)) })
    sendRendered(res, next, await site.rendered(PUBLICATIONS_FEED, feed))
  })

  router.get(`${PUBLICATIONS}/:slug`, async (req, res, next) => {
    const href = publicationHref(req.params.slug)
    const html = await site.rendered(href, async () => {
      const publication = await releasedPublication(payload, req.params.slug)
      if (!publication) return fateOf(payload, 'fr', href.slice(1))
      return (
        <PublicationPage
          chrome={await chromes.of('fr', PUBLICATIONS)}
          canonical={env.PUBLIC_URL + href}
          backHref={PUBLICATIONS}
          publication={publication}
          resolveLink={resolveLinkIn('fr', await publishedTree(payload, 'fr'))}
        />
      )
    })
    sendRendered(res, next, html)
  })
  return router
}
