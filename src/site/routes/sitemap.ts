import type { Router } from 'express'
import type { Payload } from 'payload'
import { publishedTree } from '../../content/pages/published-tree.ts'
import { REGIONS } from '../../organisation/region.ts'
import { BODIES, bodyHref, memberHref, MEMBERS, regionHref } from '../kinds/members/hrefs.ts'
import { listedMembers } from '../kinds/members/members.ts'
import { DOCUMENTS } from '../kinds/documents/public.ts'
import { eventHref, EVENTS } from '../kinds/events/hrefs.ts'
import { publishedEvents } from '../kinds/events/published.ts'
import { exactRouter } from '../exact-router.ts'
import { pageHref } from '../page-href.ts'
import { placeOf } from '../place.ts'
import { publicationHref, PUBLICATIONS } from '../kinds/publications/hrefs.ts'
import { releasedPublications } from '../kinds/publications/released.ts'
import { sendRendered, type Site } from '../site.ts'
import { CONTACT } from './contact.tsx'
import { JOIN } from './joining.tsx'

const SITEMAP = '/sitemap.xml'

/** No sitemap may have more (sitemaps.org). */
const MOST = 50_000

type Entry = { href: string; changed?: string | undefined; others?: readonly { lang: string; href: string }[] }

/** What search engines are told: every public address, and what is none of theirs. */
export function sitemapRoutes({ payload, env, rendered }: Site): Router {
  const router = exactRouter()
  router.get('/robots.txt', (_req, res) => {
    res
      .type('text/plain')
      .send(
        `User-agent: *\nDisallow: /adhesion/\nDisallow: /apercu/\nDisallow: /admin\nDisallow: /api/\nAllow: /api/media/file/\nAllow: /api/files/file/\nSitemap: ${env.PUBLIC_URL}/sitemap.xml\n`,
      )
  })
  router.get(SITEMAP, async (req, res, next) => {
    sendRendered(
      res,
      next,
      await rendered(placeOf(req, SITEMAP), async () => ({
        type: 'application/xml; charset=utf-8',
        text: sitemapOf(env.PUBLIC_URL, await entries(payload)),
      })),
    )
  })
  return router
}

async function entries(payload: Payload): Promise<Entry[]> {
  const [pages, charters, bodies, members, publications, events] = await Promise.all([
    pageEntries(payload),
    payload.find({
      collection: 'charter-versions',
      where: { status: { equals: 'adopted' } },
      sort: '-number',
      depth: 0,
      limit: 0,
      pagination: false,
      overrideAccess: false,
    }),
    payload.find({
      collection: 'governance-bodies',
      sort: 'name',
      depth: 0,
      limit: 0,
      pagination: false,
      overrideAccess: false,
    }),
    listedMembers(payload),
    releasedPublications(payload),
    publishedEvents(payload),
  ])
  return [
    ...pages,
    { href: JOIN },
    { href: CONTACT },
    { href: '/charte' },
    ...charters.docs.map(({ number }): Entry => ({ href: `/charte/${number}` })),
    { href: PUBLICATIONS },
    ...publications.map(({ slug, updatedAt }): Entry => ({ href: publicationHref(slug), changed: updatedAt })),
    { href: EVENTS },
    ...events.map(({ slug, updatedAt }): Entry => ({ href: eventHref(slug), changed: updatedAt })),
    { href: DOCUMENTS },
    { href: BODIES },
    ...bodies.docs.map(({ slug }): Entry => ({ href: bodyHref(slug) })),
    { href: MEMBERS },
    ...members.map((member): Entry => ({ href: memberHref(member), changed: member.updatedAt })),
    ...REGIONS.map((region): Entry => ({ href: regionHref(region) })),
  ].slice(0, MOST)
}

/** A page in each language in which it was published, each naming the others. */
async function pageEntries(payload: Payload): Promise<Entry[]> {
  const inLanguage = async (lang: 'fr' | 'en') => {
    const pages = [...(await publishedTree(payload, lang)).values()].filter(({ title }) => title !== null)
    return pages.map(({ id, path, updatedAt }) => ({ lang, href: pageHref(lang, path), id, changed: updatedAt }))
  }
  const all = (await Promise.all([inLanguage('fr'), inLanguage('en')])).flat()
  return all.map(({ href, id, changed }) => {
    const same = all.filter((each) => each.id === id)
    return { href, changed, others: same.length > 1 ? same : [] }
  })
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

function sitemapOf(origin: string, list: readonly Entry[]): string {
  const urls = list.map(({ href, changed, others = [] }) =>
    [
      '<url>',
      `<loc>${escaped(origin + href)}</loc>`,
      changed ? `<lastmod>${changed}</lastmod>` : '',
      ...others.map(
        (other) => `<xhtml:link rel="alternate" hreflang="${other.lang}" href="${escaped(origin + other.href)}"/>`,
      ),
      '</url>',
    ].join(''),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`
}
