import type { Router } from 'express'
import { answer } from '../../adhesion/actions/answer.ts'
import { type Written, type WrittenReader } from '../answer-body.ts'
import { doneHref } from '../done.ts'
import { exactRouter } from '../exact-router.ts'
import { actByLink, FOLLOW_UP, openView, sendFollowUp } from '../applicant/follow-up/open-view.tsx'
import { bytesOfForm, filesNamed, takenFiles } from '../file-issues.ts'
import { notNow } from '../refusal.ts'
import type { Site } from '../site.ts'

/** The answer to what the secretariat asked, with files. */
export function answerRoutes(site: Site, readWritten: WrittenReader): Router {
  const { payload } = site
  const router = exactRouter()
  router.post(`${FOLLOW_UP}/repondre`, async (req, res) => {
    const { token } = req.params
    // Before anything large is taken in: is there something to answer?
    const asked = await openView(site, res, token)
    if (!asked) return
    if (!asked.request) {
      await sendFollowUp(site, res, token, asked, { status: 409, problem: notNow(asked.file.state) })
      return
    }
    let sent: Written = { text: '', files: [] }
    await actByLink(
      site,
      req,
      res,
      async (who) => {
        sent = await readWritten(req, res, {
          token,
          mostBytes: bytesOfForm(payload),
          field: 'answer',
        })
        await answer(payload, { ...who, answer: sent.text, files: takenFiles(site.env, sent) })
        res.redirect(303, doneHref(token, 'answered'))
      },
      ({ status, issues = [], problem }, view) =>
        sendFollowUp(site, res, token, view, {
          status,
          problem,
          answer: { values: { answer: sent.text }, issues: filesNamed(issues, sent.files ?? []) },
        }),
    )
  })
  return router
}
