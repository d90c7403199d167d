import type { Router, Response } from 'express'
import { withdraw } from '../../../adhesion/actions/withdraw.ts'
import { exactRouter } from '../../exact-router.ts'
import { actByLink, FOLLOW_UP, followUpHref, openView, sendFollowUp, type OpenView } from './open-view.tsx'
import { notNow } from '../../refusal.ts'
import { sendPage, type Site } from '../../site.ts'
import { FOLLOW_UP_TEXTS } from './follow-up-texts.ts'
import { WithdrawalPage } from './withdrawal-page.tsx'

const PATTERN = `${FOLLOW_UP}/retirer` as const

/** Giving up: asked once more on a page, done by its form. */
export function withdrawalRoutes(site: Site): Router {
  const router = exactRouter()

  router.get(PATTERN, async (req, res) => {
    const { token } = req.params
    const view = await openView(site, res, token)
    if (!view || (await isForAnother(site, res, token, view))) return
    if (view.offered.has('withdraw')) await sendQuestion(site, res, token, view)
    else await sendFollowUp(site, res, token, view, { status: 409, problem: notNow(view.file.state) })
  })

  router.post(PATTERN, async (req, res) => {
    const { token } = req.params
    const before = await openView(site, res, token)
    if (!before || (await isForAnother(site, res, token, before))) return
    await actByLink(
      site,
      req,
      res,
      async (who) => {
        await withdraw(site.payload, who)
        res.redirect(303, followUpHref(token))
      },
      ({ status, problem }, view) => sendFollowUp(site, res, token, view, { status, problem }),
    )
  })
  return router
}

/**
 * Tells a contact that the representative alone may withdraw: before anything is tried, since from the Bureau's
 * decision on another refusal would come first and tell of it.
 */
async function isForAnother(site: Site, res: Response, token: string, view: OpenView): Promise<boolean> {
  if (!view.withdrawByRepresentative) return false
  await sendFollowUp(site, res, token, view, { status: 403, problem: FOLLOW_UP_TEXTS.withdrawByRepresentative })
  return true
}

async function sendQuestion({ chromes }: Site, res: Response, token: string, { file }: OpenView): Promise<void> {
  const base = followUpHref(token)
  sendPage(
    res,
    200,
    <WithdrawalPage
      chrome={await chromes.bare()}
      reference={file.reference}
      organisationName={file.organisationName}
      backHref={base}
      form={{ action: `${base}/retirer` }}
    />,
  )
}
