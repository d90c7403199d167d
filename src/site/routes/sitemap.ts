import { xmlText } from '../atom.ts'
import type { Router } from 'express'
import type { Payload } from 'payload'
import { sendRendered } from '../kept/answer.ts'
import { exactRouter } from '../exact-router.ts'
import { FIXED_PAGES } from '../fixed-pages.ts'
import type { ListedAddress, Presentation } from '../kinds/presentation.ts'
import { placeOf } from '../kept/place.ts'
import type { Site } from '../site.ts'

const SITEMAP = '/sitemap.xml'

/** Addresses that a sitemap may have (sitemaps.org). */
const MOST = 50_000

/** The routes for search engines: every public address, and which ones to leave alone. */
export function sitemapRoutes({ payload, env, rendered }: Site, presentations: readonly Presentation[]): Router {
  const router = exactRouter()
  router.get('/robots.txt', (_req, res) => {
    res
      .type('text/plain')
      .send(
        `User-agent: *\nDisallow: /adhesion/\nDisallow: /nous-rejoindre/demande/\nDisallow: /apercu/\nDisallow: /admin\nDisallow: /api/\nAllow: /api/media/file/\nAllow: /api/files/file/\nSitemap: ${env.PUBLIC_URL}/sitemap.xml\n`,
      )
  })
  router.get(SITEMAP, async (req, res, next) => {
    sendRendered(
      res,
      next,
      await rendered(placeOf(req, SITEMAP), async () => ({
        type: 'application/xml; charset=utf-8',
        text: sitemapOf(env.PUBLIC_URL, await addresses(payload, presentations)),
      })),
    )
  })
  return router
}

/** Pages of the editors first, then those that show no record, then the other kinds. */
async function addresses(payload: Payload, presentations: readonly Presentation[]): Promise<ListedAddress[]> {
  const listed = await Promise.all(
    presentations.map(async (each) => ({ kind: each.kind, addresses: await each.listed(payload) })),
  )
  const atRoot = listed.filter(({ kind }) => kind.at === '')
  const below = listed.filter(({ kind }) => kind.at !== '')
  return [
    ...atRoot.flatMap(({ addresses: each }) => each),
    ...FIXED_PAGES.filter(({ forEngines }) => forEngines),
    ...below.flatMap(({ addresses: each }) => each),
  ].slice(0, MOST)
}

function sitemapOf(origin: string, list: readonly ListedAddress[]): string {
  const urls = list.map(({ href, changed, others = [] }) =>
    [
      '<url>',
      `<loc>${xmlText(origin + href)}</loc>`,
      changed ? `<lastmod>${changed}</lastmod>` : '',
      ...others.map(
        (other) => `<xhtml:link rel="alternate" hreflang="${other.lang}" href="${xmlText(origin + other.href)}"/>`,
      ),
      '</url>',
    ].join(''),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`
}
