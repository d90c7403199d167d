import type { Router, Request, Response } from 'express'
import { resendLink } from '../../../adhesion/actions/resend-link.ts'
import { viewOfFollowUp } from '../../../adhesion/views/view-of-follow-up.ts'
import { now } from '../../../lib/clock.ts'
import { settingsOf } from '../../../lib/settings.ts'
import { sendDeadLink } from '../links/dead-link.tsx'
import { doneHref, doneIn, MOVED } from '../../done.ts'
import { exactRouter } from '../../exact-router.ts'
import { actByLink, FOLLOW_UP, followUpHref, sendFollowUp } from './open-view.tsx'
import { LEAVES_AT, readLeavesAt } from '../../leaves-at.ts'
import { sendPage, type Site } from '../../site.ts'
import { LinkMovedPage } from '../links/link-moved-page.tsx'

/** The routes by which applicants follow their application and have the signature link sent again. */
export function followUpRoutes(site: Site): Router {
  const router = exactRouter()

  router.get(FOLLOW_UP, async (req, res) => {
    const { token } = req.params
    const word = req.query['fait']
    const view = await viewOfFollowUp(site.payload, token)
    if (view.state === 'open') await sendFollowUp(site, res, token, view, { done: doneIn(word) })
    else if (view.problem === 'replaced' && word === MOVED)
      sendPage(
        res,
        200,
        <LinkMovedPage
          chrome={await site.chromes.bare()}
          mailWaitsUntil={readLeavesAt(settingsOf(site.payload).TOKEN_SECRET, req.query[LEAVES_AT], now())}
        />,
      )
    else await sendDeadLink(site, res, 'follow-up', view.problem)
  })

  router.post(`${FOLLOW_UP}/renvoyer`, async (req, res) => {
    const { token } = req.params
    await actByLink(
      site,
      req,
      res,
      async (who) => {
        await resendLink(site.payload, who)
        res.redirect(303, doneHref(token, 'resent'))
      },
      ({ status, problem }, view) => sendFollowUp(site, res, token, view, { status, problem }),
    )
  })

  // Where somebody reloads, or goes back to, the address of a form that was sent.
  router.get(`${FOLLOW_UP}/renvoyer`, backToPage)
  router.get(`${FOLLOW_UP}/repondre`, backToPage)
  return router
}

function backToPage(req: Request<{ token: string }>, res: Response): void {
  res.redirect(303, followUpHref(req.params.token))
}
