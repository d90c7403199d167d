import type { Router, Response } from 'express'
import { openJoinDraft } from '../../../adhesion/join-drafts.ts'
import { charterInForce } from '../../../charter/in-force.ts'
import { findFirst } from '../../../db/find.ts'
import { now } from '../../../lib/clock.ts'
import { settingsOf } from '../../../lib/settings.ts'
import { privacyNotice } from '../../../record/privacy/notice.ts'
import { JOIN, LOST_LINK } from '../../fixed-pages.ts'
import { exactRouter } from '../../exact-router.ts'
import { fieldsOf } from '../../fields.ts'
import { LEAVES_AT, readLeavesAt } from '../../leaves-at.ts'
import { problemOf, stampOf } from '../../open-form.ts'
import type { Site } from '../../site.ts'
import { sendPublicPage } from '../../kept/answer.ts'
import { stepHref } from './addresses.ts'
import { ClosedPage } from './closed-page.tsx'
import { SENT } from './send-draft.ts'
import { readSentProof, SENT_PROOF } from './sent-proof.ts'
import { SentPage } from './sent-page.tsx'
import { StartPage } from './start-page.tsx'
import { stepRoutes } from './step-routes.tsx'

/** Steps of the form as it was: whoever kept one of these addresses begins at the beginning. */
const FORMER = ['verifier', 'modifier', 'siret', 'envoyer'].map((step) => `${JOIN}/${step}`)

/** Joining by the site's form: the use-case and the rules of the API, asked step by step and read over before it is sent. */
export function joiningRoutes(site: Site): Router {
  const { payload } = site
  const router = exactRouter()

  // What was typed is nobody's to keep, and each form has a time of its own.
  router.use(JOIN, (_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  router.get(JOIN, (_req, res) => sendStart(site, res, 200))
  router.get(FORMER, (_req, res) => res.redirect(303, JOIN))

  router.post(JOIN, async (req, res) => {
    const problem = problemOf(site, 'joining', fieldsOf(req))
    if (problem === null) res.redirect(303, stepHref(await openJoinDraft(payload), 'vous'))
    else await sendStart(site, res, 400, problem)
  })
  router.use(stepRoutes(site))

  router.get(SENT, async (req, res) => {
    const { reference } = req.query
    const { TOKEN_SECRET } = settingsOf(payload)
    const proof =
      typeof reference === 'string' ? readSentProof(TOKEN_SECRET, reference, req.query[SENT_PROOF], now()) : null
    // Nothing was sent by who made up an address: what they may look for is the link of what was.
    if (typeof reference !== 'string' || !proof) {
      res.redirect(303, LOST_LINK)
      return
    }
    const sentTo = proof.isRecent ? await sentToOf(payload, reference) : null
    const waitsUntil = readLeavesAt(TOKEN_SECRET, req.query[LEAVES_AT], now())
    await sendPublicPage(
      res,
      200,
      <SentPage
        chrome={await site.chromes.of('fr', JOIN)}
        reference={reference}
        sentTo={sentTo}
        mailWaitsUntil={waitsUntil}
        lostLinkHref={LOST_LINK}
      />,
    )
  })
  return router
}

/** The addresses to which the e-mails of an application go. */
async function sentToOf(payload: Site['payload'], reference: string) {
  const file = await findFirst({ payload }, 'adhesions', { where: { reference: { equals: reference } } })
  const representative = file?.representative?.email
  return representative ? { representative, contact: file?.contact?.email ?? null } : null
}

async function sendStart(site: Site, res: Response, status: number, problem?: string): Promise<void> {
  const canonical = settingsOf(site.payload).PUBLIC_URL + JOIN
  const [forMembers, forPartners] = await Promise.all([
    charterInForce(site.payload, 'member', now()),
    charterInForce(site.payload, 'partner', now()),
  ])
  const chrome = await site.chromes.of('fr', JOIN)
  await sendPublicPage(
    res,
    status,
    forMembers || forPartners ? (
      <StartPage
        chrome={chrome}
        canonical={canonical}
        notice={(await privacyNotice(site.payload, 'fr')).paragraphs}
        closedTo={forMembers ? (forPartners ? undefined : 'partner') : 'member'}
        form={{ action: JOIN, hidden: stampOf(site, 'joining'), problem }}
      />
    ) : (
      <ClosedPage chrome={chrome} canonical={canonical} />
    ),
  )
}
