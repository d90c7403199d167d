import { Router } from 'express'
import { answer } from '../../adhesion/answer.ts'
import { largestFile, MOST_FILES, type Upload } from '../../adhesion/attach-files.ts'
import { readAnswer } from '../answer-body.ts'
import { doneHref } from '../done.ts'
import { actByLink, FOLLOW_UP, openView, sendFollowUp } from '../follow-up.tsx'
import { filesNamed, tooMuch } from '../file-faults.ts'
import { notNow, type Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'

/** Beside the files: the text, and what holds them together. */
const TEXT_BYTES = 1_000_000

/** The answer to what the secretariat asked, with files. */
export function answerRoutes(site: Site): Router {
  const { payload } = site
  const router = Router()
  router.post(`${FOLLOW_UP}/repondre`, async (req, res) => {
    const { token } = req.params
    // Before anything large is taken in: is there something to answer?
    const asked = await openView(site, res, token)
    if (!asked) return
    if (!asked.request) {
      await sendFollowUp(site, res, token, asked, { status: 409, problem: notNow(asked.file.state) })
      return
    }
    const sent = await readAnswer(req, MOST_FILES * largestFile(payload) + TEXT_BYTES)
    const values = { answer: sent.answer }
    if (sent.tooMuch) {
      await sendFollowUp(site, res, token, asked, { status: 413, answer: { values, faults: [tooMuch(site.env.LIMIT_UPLOAD_MB, MOST_FILES)] } })
      return
    }
    await actByLink(site, req, res, async (who) => {
      await answer(payload, { ...who, answer: sent.answer, files: sent.files })
      res.redirect(303, doneHref(token, 'answered'))
    }, (refusal, view) => sendFollowUp(site, res, token, view, shown(refusal, values, sent.files)))
  })
  return router
}

function shown({ status, faults = [], problem }: Refusal, values: { answer: string }, files: readonly Upload[]) {
  return { status, problem, answer: { values, faults: filesNamed(faults, files) } }
}
