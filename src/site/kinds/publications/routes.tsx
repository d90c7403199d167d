import type { Router } from 'express'
import { adoptionRecord } from '../../../publications/adoption-record.ts'
import { publishedTree } from '../../../content/pages/published-tree.ts'
import type { Publication } from '../../../payload-types.ts'
import { exactRouter } from '../../exact-router.ts'
import { formerAddressAt, type FormerAddress } from '../../former-address.ts'
import { resolveLinkIn } from '../../page-href.ts'
import { placeOf } from '../../kept/place.ts'
import { citedEdition, editionsOf, editionUnderOther, type Edition } from './editions.ts'
import { editionHref, publicationHref, PUBLICATIONS, PUBLICATIONS_FEED } from './kind.ts'
import { filtered, filterIn, releasedPublication, releasedPublications, yearsOf } from './released.ts'
import type { Site } from '../../site.ts'
import { sendRendered } from '../../kept/answer.ts'
import { asEdited, citationOf } from './cited.ts'
import { PublicationPage } from './publication-page.tsx'
import { PublicationsPage } from './publications-page.tsx'

/** The routes of publications: the list, each publication, and the feed. */
export function publicationRoutes(site: Site): Router {
  const { payload, env, chromes } = site
  const router = exactRouter()

  router.get(PUBLICATIONS, async (req, res, next) => {
    const filter = filterIn(req.query)
    const isFiltered = Object.keys(filter).length > 0
    const html = await site.rendered(
      placeOf(req, isFiltered ? `${PUBLICATIONS}?${JSON.stringify(filter)}` : PUBLICATIONS, isFiltered),
      async () => {
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
      },
    )
    sendRendered(res, next, html)
  })

  router.get(`${PUBLICATIONS}/:slug`, async (req, res, next) => {
    const { slug } = req.params
    const href = publicationHref(slug)
    const html = await site.rendered(placeOf(req, href), async () => {
      const publication = await releasedPublication(payload, slug)
      if (!publication) return formerAddressAt(payload, 'fr', href.slice(1))
      const editions = await editionsOf(payload, publication.id)
      return (
        <PublicationPage
          {...(await common(site))}
          canonical={env.PUBLIC_URL + href}
          publication={publication}
          {...(await citation(site, publication, editions, editions[0]))}
        />
      )
    })
    sendRendered(res, next, html)
  })

  // Digits without a leading zero, so that each edition has one address.
  router.get(`${PUBLICATIONS}/:slug/:version`, async (req, res, next) => {
    const { slug, version } = req.params
    const number = /^v[1-9]\d{0,5}$/.test(version) ? Number(version.slice(1)) : null
    if (number === null) {
      next()
      return
    }
    const href = editionHref({ slug, number })
    const html = await site.rendered(placeOf(req, href), async () => {
      const cited = await citedEdition(payload, slug, number)
      if (!cited) return elsewhere(site, slug, number)
      const { publication, edition } = cited
      return (
        <PublicationPage
          {...(await common(site))}
          canonical={env.PUBLIC_URL + href}
          publication={asEdited(cited)}
          presentHref={publicationHref(publication.slug)}
          {...(await citation(
            site,
            { id: publication.id, kind: cited.content.kind },
            await editionsOf(payload, publication.id),
            edition,
          ))}
        />
      )
    })
    sendRendered(res, next, html)
  })
  return router
}

const common = async ({ payload, chromes }: Site) => ({
  chrome: await chromes.of('fr', PUBLICATIONS),
  backHref: PUBLICATIONS,
  resolveLink: resolveLinkIn(payload, 'fr', await publishedTree(payload, 'fr')),
})

/** The address of an edition that is asked for under another address of its publication, or that it is gone. */
async function elsewhere({ payload }: Site, slug: string, number: number): Promise<FormerAddress> {
  const edition = await editionUnderOther(payload, slug, number)
  if (edition) return { movedTo: editionHref(edition) }
  const former = await formerAddressAt(payload, 'fr', publicationHref(slug).slice(1))
  return former && 'gone' in former ? former : null
}

/** How what is read was adopted, and under which address it stands for good. */
async function citation(
  { payload, env }: Site,
  { id, kind }: Pick<Publication, 'id' | 'kind'>,
  editions: readonly Edition[],
  edition: Edition | undefined,
) {
  const adoption = await adoptionRecord(payload, { id, kind, contentHash: edition?.contentHash ?? '' })
  return { adoption, edition: edition ? citationOf(env.PUBLIC_URL, edition, editions) : null }
}
