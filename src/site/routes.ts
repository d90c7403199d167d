import type { Router } from 'express'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Env } from '../env.ts'
import { keepRulesBy } from '../lib/kept.ts'
import { chromesOf } from './chromes.ts'
import { contentEpochOf } from './kept/content-epoch.ts'
import { kindsOf } from '../content/public-kind.ts'
import { errorPageOf, type ErrorPageOf } from './error-page.tsx'
import { exactRouter } from './exact-router.ts'
import { keptRules } from './kept/kept-rules.ts'
import { knownPages } from './kept/known-pages.ts'
import { PRESENTATIONS } from './kinds/index.ts'
import type { Presentation } from './kinds/presentation.ts'
import { menuOf } from './menu.ts'
import { readOnce } from './kept/read-once.ts'
import { renderedPages } from './kept/rendered-pages.ts'
import { accountRoutes } from './routes/account.tsx'
import { writtenReader } from './answer-body.ts'
import { messageRoutes } from './routes/message.tsx'
import { answerRoutes } from './routes/answer.tsx'
import { assetRoutes } from './routes/assets.ts'
import { contactRoutes } from './routes/contact.tsx'
import { correctionRoutes } from './applicant/follow-up/correction-routes.tsx'
import { feedRoutes } from './routes/feeds.ts'
import { followUpRoutes } from './applicant/follow-up/routes.tsx'
import { joiningRoutes } from './applicant/joining/routes.tsx'
import { lostLinkRoutes } from './applicant/links/routes.tsx'
import { previewRoutes } from './routes/preview.tsx'
import { representativeRoutes } from './applicant/follow-up/representative-routes.tsx'
import { signatureRoutes } from './applicant/signature/routes.tsx'
import { searchRoutes } from './routes/search.tsx'
import { sitemapRoutes } from './routes/sitemap.ts'
import { withdrawalRoutes } from './applicant/follow-up/withdrawal-routes.tsx'
import type { Site } from './site.ts'
import { loadAssets } from './styles/assets.ts'

/**
 * Opens the site: its routes, and its page for errors. Headers, limits and the reading of small forms are the front
 * door's; what no route knows is left to it.
 * @throws when a file of the look is not there, or a kind of public page that a collection is has no presentation,
 * or drafts and no trash
 */
export async function openSite({
  payload,
  env,
  presentations = PRESENTATIONS,
}: {
  payload: Payload
  env: Env
  presentations?: readonly Presentation[]
}): Promise<{ site: Router; errorPage: ErrorPageOf }> {
  checkShown(payload, presentations)
  const assets = await loadAssets(path.resolve('public'))
  const epoch = contentEpochOf(payload)
  const rendered = renderedPages(epoch)
  const readings = readOnce(payload, epoch)
  keepRulesBy(payload, keptRules(epoch))
  const site: Site = {
    payload,
    env,
    assets,
    chromes: chromesOf(readings, assets, epoch, menuOf(presentations)),
    epoch,
    rendered: rendered.of,
  }
  // What anybody may read is read anew when it has changed; what is done by forms is no such reading.
  const reading: Site = { ...site, payload: readings }
  const atRoot = presentations.filter(({ kind }) => kind.at === '')
  const below = presentations.filter(({ kind }) => kind.at !== '')
  const router = exactRouter()
  router.use(knownPages(rendered))
  router.use(assetRoutes(site))
  router.use(accountRoutes(site))
  router.use(signatureRoutes(site))
  router.use(followUpRoutes(site))
  const readWritten = writtenReader()
  router.use(answerRoutes(site, readWritten))
  router.use(messageRoutes(site, readWritten))
  router.use(correctionRoutes(site))
  router.use(representativeRoutes(site))
  router.use(withdrawalRoutes(site))
  router.use(lostLinkRoutes(site))
  router.use(joiningRoutes(site))
  router.use(contactRoutes(site))
  for (const { routes } of below) router.use(routes(reading))
  router.use(feedRoutes(reading, presentations))
  router.use(searchRoutes(reading, presentations))
  router.use(sitemapRoutes(reading, presentations))
  router.use(previewRoutes(site, presentations))
  // Last: their patterns meet every address that is left.
  for (const { routes } of atRoot) router.use(routes(reading))
  return { site: router, errorPage: errorPageOf(site) }
}

/** A collection that says where it stands is shown there. @throws Error that names one that is not */
function checkShown(payload: Payload, presentations: readonly Presentation[]): void {
  const shown = new Set(presentations.map(({ kind }) => kind.collection))
  const missing = kindsOf(payload).find(({ collection }) => !shown.has(collection))
  if (missing) throw new Error(`${missing.collection} stands at ${missing.at} and the site shows no page of it`)
  const final = kindsOf(payload).find(({ collection }) => {
    const { trash, versions } = payload.collections[collection].config
    return Boolean(versions?.drafts) && trash !== true
  })
  if (final) throw new Error(`${final.collection} is published by editors and has no trash`)
}
