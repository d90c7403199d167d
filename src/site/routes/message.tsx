import type { Response, Router } from 'express'
import { WRITE } from '../../adhesion/actions/write.ts'
import { fileShownIn } from '../../adhesion/views/files-of-applicant.ts'
import type { Written, WrittenReader } from '../answer-body.ts'
import { MessagePage } from '../applicant/follow-up/message-page.tsx'
import {
  actByLink,
  FOLLOW_UP,
  followUpHref,
  limitsIn,
  openView,
  sendFollowUp,
  type OpenView,
} from '../applicant/follow-up/open-view.tsx'
import { doneHref } from '../done.ts'
import { exactRouter } from '../exact-router.ts'
import { bytesOfForm, filesNamed, takenFiles } from '../file-issues.ts'
import { notNow } from '../refusal.ts'
import { sendPage, type Site } from '../site.ts'
import type { FormState } from '../views/form/form-state.ts'

const PATTERN = `${FOLLOW_UP}/ecrire` as const

/** What an applicant writes to the secretariat, and the files of what passed between them. */
export function messageRoutes(site: Site, readWritten: WrittenReader): Router {
  const { payload } = site
  const router = exactRouter()

  router.get(PATTERN, async (req, res) => {
    const { token } = req.params
    const view = await openView(site, res, token)
    if (!view) return
    if (view.offered.has('write')) await sendForm(site, res, token, view)
    else await sendFollowUp(site, res, token, view, { status: 409, problem: notNow(view.file.state) })
  })

  router.post(PATTERN, async (req, res) => {
    const { token } = req.params
    if (!(await openView(site, res, token))) return
    let sent: Written = { text: '', files: [] }
    await actByLink(
      site,
      req,
      res,
      async (who) => {
        sent = await readWritten(req, res, {
          token,
          mostBytes: bytesOfForm(payload),
          field: 'text',
        })
        await WRITE.read({ text: sent.text }, takenFiles(site.env, sent))(payload, who)
        res.redirect(303, doneHref(token, 'written'))
      },
      ({ status, issues = [], problem }, view) =>
        sendForm(site, res, token, view, {
          status,
          problem,
          values: { text: sent.text },
          issues: filesNamed(issues, sent.files ?? []),
        }),
    )
  })

  router.get(`${FOLLOW_UP}/pieces/:piece`, async (req, res) => {
    const { token, piece } = req.params
    const view = await openView(site, res, token)
    if (!view) return
    const file = await fileShownIn(payload, view, piece)
    if (!file) return sendFollowUp(site, res, token, view, { status: 404 })
    res.status(200).set(file.headers).send(Buffer.from(file.bytes))
  })
  return router
}

async function sendForm(
  { chromes }: Site,
  res: Response,
  token: string,
  view: OpenView,
  { status = 200, ...form }: Omit<FormState, 'action'> & { status?: number } = {},
): Promise<void> {
  const base = followUpHref(token)
  sendPage(
    res,
    status,
    <MessagePage
      chrome={await chromes.bare()}
      reference={view.file.reference}
      organisationName={view.file.organisationName}
      backHref={base}
      limits={limitsIn(view)}
      form={{ ...form, action: `${base}/ecrire` }}
    />,
  )
}
