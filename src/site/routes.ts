import type { Router } from 'express'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Env } from '../env.ts'
import { keepRulesBy } from '../lib/kept.ts'
import { chromesOf } from './chromes.ts'
import { contentEpochOf } from './content-epoch.ts'
import { errorPageOf, type ErrorPageOf } from './error-page.tsx'
import { exactRouter } from './exact-router.ts'
import { keptRules } from './kept-rules.ts'
import { knownPages } from './known-pages.ts'
import { readOnce } from './read-once.ts'
import { renderedPages } from './rendered-pages.ts'
import { accountRoutes } from './routes/account.tsx'
import { answerRoutes } from './routes/answer.tsx'
import { assetRoutes } from './routes/assets.ts'
import { charterRoutes } from './kinds/charter/routes.tsx'
import { contactRoutes } from './routes/contact.tsx'
import { correctionRoutes } from './routes/correction.tsx'
import { directoryRoutes } from './kinds/members/routes.tsx'
import { documentRoutes } from './kinds/documents/routes.tsx'
import { eventRoutes } from './kinds/events/routes.tsx'
import { followUpRoutes } from './routes/follow-up.tsx'
import { joiningRoutes } from './routes/joining.tsx'
import { lostLinkRoutes } from './routes/lost-link.tsx'
import { pageRoutes } from './kinds/pages/routes.tsx'
import { previewRoutes } from './routes/preview.tsx'
import { publicationRoutes } from './kinds/publications/routes.tsx'
import { representativeRoutes } from './routes/representative.tsx'
import { signatureRoutes } from './routes/signature.tsx'
import { searchRoutes } from './routes/search.tsx'
import { sitemapRoutes } from './routes/sitemap.ts'
import { withdrawalRoutes } from './routes/withdrawal.tsx'
import type { Site } from './site.ts'
import { loadAssets } from './styles/assets.ts'

/**
 * Opens the site: its routes, and its page for errors. Headers, limits and the reading of small forms are the front
 * door's; what no route knows is left to it.
 * @throws when a file of the look is not there
 */
export async function openSite({
  payload,
  env,
}: {
  payload: Payload
  env: Env
}): Promise<{ site: Router; errorPage: ErrorPageOf }> {
  const assets = await loadAssets(path.resolve('public'))
  const epoch = contentEpochOf(payload)
  const rendered = renderedPages(epoch)
  const readings = readOnce(payload, epoch)
  keepRulesBy(payload, keptRules(epoch))
  const site: Site = { payload, env, assets, chromes: chromesOf(readings, assets, epoch), epoch, rendered: rendered.of }
  // What anybody may read is read anew when it has changed; what is done by forms is no such reading.
  const reading: Site = { ...site, payload: readings }
  const router = exactRouter()
  router.use(knownPages(rendered))
  router.use(assetRoutes(site))
  router.use(accountRoutes(site))
  router.use(signatureRoutes(site))
  router.use(followUpRoutes(site))
  router.use(answerRoutes(site))
  router.use(correctionRoutes(site))
  router.use(representativeRoutes(site))
  router.use(withdrawalRoutes(site))
  router.use(lostLinkRoutes(site))
  router.use(joiningRoutes(site))
  router.use(contactRoutes(site))
  router.use(charterRoutes(reading))
  router.use(directoryRoutes(reading))
  router.use(publicationRoutes(reading))
  router.use(eventRoutes(reading))
  router.use(documentRoutes(reading))
  router.use(searchRoutes(reading))
  router.use(sitemapRoutes(reading))
  router.use(previewRoutes(site))
  // Last: its patterns meet every address that is left.
  router.use(pageRoutes(reading))
  return { site: router, errorPage: errorPageOf(site) }
}
