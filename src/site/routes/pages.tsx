import { Router, type NextFunction, type Request, type Response } from 'express'
import type { ReactElement } from 'react'
import type { Page } from '../../payload-types.ts'
import { blockDataFor } from '../block-data.ts'
import { HOME_SLUG, pageHref, resolveLinkIn } from '../page-href.ts'
import type { Site } from '../site.ts'
import type { Lang } from '../views/chrome.ts'
import { ContentPage } from '../views/public/content-page.tsx'
import { HomePage } from '../views/public/home-page.tsx'

/** What `collections/pages.ts` accepts as an address. */
const SLUG = /^[a-z0-9]{1,100}(-[a-z0-9]{1,100}){0,40}$/

/** The pages that editors write, once published, in the language of their address. */
export function pageRoutes(site: Site): Router {
  const router = Router()
  router.get('/', (_req, res, next) => show(site, 'fr', HOME_SLUG, res, next))
  router.get('/en', (_req, res, next) => show(site, 'en', HOME_SLUG, res, next))
  const bySlug = (lang: Lang) => async (req: Request<{ slug: string }>, res: Response, next: NextFunction) => {
    const { slug } = req.params
    if (slug === HOME_SLUG) res.redirect(301, pageHref(lang, slug))
    else if (SLUG.test(slug)) await show(site, lang, slug, res, next)
    else next()
  }
  router.get('/:slug', bySlug('fr'))
  router.get('/en/:slug', bySlug('en'))
  return router
}

async function show(site: Site, lang: Lang, slug: string, res: Response, next: NextFunction): Promise<void> {
  const html = await site.rendered(pageHref(lang, slug), () => viewOf(site, lang, slug))
  if (html === null) next()
  else res.set('Cache-Control', 'no-cache').type('html').send(html)
}

async function viewOf(site: Site, lang: Lang, slug: string): Promise<ReactElement | null> {
  const { env, chromes } = site
  const [page, other] = await Promise.all([published(site, lang, slug), published(site, otherThan(lang), slug)])
  const href = pageHref(lang, slug)
  const chrome = await chromes.of(lang, href)
  const languages = page && other ? [lang, otherThan(lang)].map((each) => ({ lang: each, href: env.PUBLIC_URL + pageHref(each, slug) })) : []
  if (!page && lang === 'en' && other) {
    const french = pageHref('fr', slug)
    return <ContentPage chrome={chrome} {...(await shown(site, other, 'fr'))} title={other.title} canonical={env.PUBLIC_URL + french} inFrench />
  }
  const common = { chrome, canonical: env.PUBLIC_URL + href, languages, ...(await shown(site, page, lang)) }
  if (slug === HOME_SLUG && (page || lang === 'fr')) return <HomePage {...common} />
  return page ? <ContentPage {...common} title={page.title} /> : null
}

const otherThan = (lang: Lang): Lang => (lang === 'fr' ? 'en' : 'fr')

async function shown({ payload }: Site, page: Page | null, lang: Lang) {
  const layout = page?.layout ?? []
  return { description: page?.summary ?? undefined, layout, resolveLink: resolveLinkIn(lang), data: await blockDataFor(payload, layout, lang) }
}

/** A page as it was published in a language; null where it is not. */
async function published({ payload }: Site, lang: Lang, slug: string): Promise<Page | null> {
  const { docs } = await payload.find({
    collection: 'pages', where: { slug: { equals: slug } }, locale: lang, fallbackLocale: false,
    overrideAccess: false, depth: 1, limit: 1, pagination: false,
  })
  const page: Page | undefined = docs[0]
  return page?.title ? page : null
}
