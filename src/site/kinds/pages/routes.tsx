import type { Router, NextFunction, Request, Response } from 'express'
import type { Payload } from 'payload'
import type { ReactElement } from 'react'
import { segmentsTaken } from '../../../content/pages/place.ts'
import { HOME_SLUG } from '../../../content/pages/home.ts'
import { publishedTree } from '../../../content/pages/published-tree.ts'
import { childrenOf, placeAt, type PageTree, type Placed } from '../../../content/pages/tree.ts'
import type { Page } from '../../../payload-types.ts'
import { exactRouter } from '../../exact-router.ts'
import { formerAddressAt } from '../../former-address.ts'
import { pageHref } from '../../page-href.ts'
import { placeOf } from '../../kept/place.ts'
import { shownPage } from './shown-page.ts'
import type { Site } from '../../site.ts'
import { sendRendered } from '../../kept/answer.ts'
import type { Lang, NavLink } from '../../views/chrome.ts'
import { ContentPage } from './content-page.tsx'
import { HomePage } from './home-page.tsx'
import { CHROME_TEXTS } from '../../views/texts.ts'

/** The addresses of pages: segments that `collections/pages.ts` accepts, as many as pages may stand below one another. */
const PATH = /^[a-z0-9]{1,100}(-[a-z0-9]{1,100}){0,40}(\/[a-z0-9]{1,100}(-[a-z0-9]{1,100}){0,40}){0,3}$/

/** Longer, no address leads on. */
const LONGEST_FORMER = 501

/** The pages that editors write, once published, in the language of their address. What is no such page is in French alone. */
export function pageRoutes(site: Site): Router {
  const router = exactRouter()
  const taken = segmentsTaken(site.payload)
  router.get('/', (req, res, next) => show(site, 'fr', HOME_SLUG, req, res, next))
  router.get('/en', (req, res, next) => show(site, 'en', HOME_SLUG, req, res, next))
  const byPath = (lang: Lang) => async (req: Request<{ path: string[] }>, res: Response, next: NextFunction) => {
    const path = req.params.path.join('/')
    const isOurs = taken.has(req.params.path[0] ?? '')
    if (path === HOME_SLUG) res.redirect(301, pageHref(lang, path))
    else if (lang === 'en' && isOurs) res.redirect(302, req.url.slice('/en'.length))
    // What stands below an address of ours is for its own route to say, and that nothing does too.
    else if (!isOurs && PATH.test(path)) await show(site, lang, path, req, res, next)
    else if (!isOurs && req.path.length <= LONGEST_FORMER) await leadOn(site, req, res, next)
    else next()
  }
  router.get('/en/*path', byPath('en'))
  router.get('/*path', byPath('fr'))
  return router
}

async function show(
  site: Site,
  lang: Lang,
  path: string,
  req: Pick<Request, 'route'>,
  res: Response,
  next: NextFunction,
): Promise<void> {
  const answer = await site.rendered(
    placeOf(req, pageHref(lang, path)),
    async () => (await viewOf(site, lang, path)) ?? formerAddressAt(site.payload, lang, path),
  )
  sendRendered(res, next, answer)
}

/** Addresses of another shape than pages have: those of an earlier site, where editors wrote down where they lead. */
async function leadOn(site: Site, req: Request<{ path: string[] }>, res: Response, next: NextFunction): Promise<void> {
  const answer = await site.rendered(placeOf(req, req.path), () =>
    formerAddressAt(site.payload, 'fr', req.path.slice(1)),
  )
  sendRendered(res, next, answer)
}

async function viewOf(site: Site, lang: Lang, path: string): Promise<ReactElement | null> {
  const { env, chromes, payload } = site
  const [french, english] = await Promise.all([publishedTree(payload, 'fr'), publishedTree(payload, 'en')])
  const tree = lang === 'fr' ? french : english
  const place = placeAt(tree, path)
  if (!place && path !== HOME_SLUG) return null
  const page = await published(payload, lang, place)
  const isIn = (each: Lang): boolean => Boolean(place && (each === 'fr' ? french : english).get(place.id)?.title)
  const href = pageHref(lang, path)
  const chrome = await chromes.of(lang, href)
  const addressIn = (each: Lang) =>
    env.PUBLIC_URL + pageHref(each, (each === 'fr' ? french : english).get(place?.id ?? '')?.path ?? path)
  const languages =
    page && isIn(otherThan(lang)) ? [lang, otherThan(lang)].map((each) => ({ lang: each, href: addressIn(each) })) : []
  const around = place
    ? { above: linksTo([...place.trail], lang, french), below: linksTo(childrenOf(tree, place.id), lang, french) }
    : { above: [], below: [] }
  const above =
    around.above.length > 0
      ? [{ href: pageHref(lang, HOME_SLUG), label: CHROME_TEXTS[lang].front }, ...around.above]
      : []
  const other = !page && lang === 'en' ? await published(payload, 'fr', place) : null
  if (other) {
    const { added, content } = await shownPage(payload, other, 'fr', french)
    return (
      <ContentPage
        chrome={chrome}
        {...content}
        {...added}
        {...around}
        above={above}
        title={other.title}
        canonical={addressIn('fr')}
        inFrench
      />
    )
  }
  const { added, content } = await shownPage(payload, page, lang, tree)
  const common = { chrome, canonical: env.PUBLIC_URL + href, languages, ...content }
  if (path === HOME_SLUG && (page || lang === 'fr')) return <HomePage {...common} />
  return page ? <ContentPage {...common} {...added} {...around} above={above} title={page.title} /> : null
}

const otherThan = (lang: Lang): Lang => (lang === 'fr' ? 'en' : 'fr')

/** Links to pages; one that is not translated is called by its French name. */
const linksTo = (pages: readonly Placed[], lang: Lang, french: PageTree): NavLink[] =>
  pages.map(({ id, path, slug, title }) => ({
    href: pageHref(lang, path),
    label: title ?? french.get(id)?.title ?? slug,
  }))

/** A page as it was published in a language; null where it is not. */
async function published(payload: Payload, lang: Lang, place: Placed | undefined): Promise<Page | null> {
  if (!place) return null
  const { docs } = await payload.find({
    collection: 'pages',
    where: { id: { equals: place.id } },
    locale: lang,
    fallbackLocale: false,
    overrideAccess: false,
    depth: 1,
    limit: 1,
    pagination: false,
  })
  const page: Page | undefined = docs[0]
  return page?.title ? page : null
}
