import type { Router, Response } from 'express'
import { changeRepresentative } from '../../../adhesion/actions/correct.ts'
import { isJsonObject } from '../../../lib/json-object.ts'
import { declaredIn } from '../declaration-form.ts'
import { correctedHref } from '../../done.ts'
import { exactRouter } from '../../exact-router.ts'
import { fieldsOf } from '../../fields.ts'
import { actByLink, FOLLOW_UP, followUpHref, openView, sendFollowUp, type OpenView } from './open-view.tsx'
import { notNow } from '../../refusal.ts'
import { sendPage, type Site } from '../../site.ts'
import { RepresentativePage } from './correction-page.tsx'
import { REPRESENTATIVE } from '../declaration-fields.ts'
import type { FormState } from '../../views/form/form-state.ts'

const PATTERN = `${FOLLOW_UP}/representant` as const

/** The routes by which an applicant names another person to sign, before the signature; afterwards that is a correction. */
export function representativeRoutes(site: Site): Router {
  const router = exactRouter()

  router.get(PATTERN, async (req, res) => {
    const { token } = req.params
    const view = await openFor(site, res, token)
    if (view) await sendForm(site, res, token, view, {})
  })

  router.post(PATTERN, async (req, res) => {
    const { token } = req.params
    const fields = fieldsOf(req)
    const before = await openFor(site, res, token)
    if (!before) return
    const { representative } = declaredIn(fields, [REPRESENTATIVE], before.declaration)
    await actByLink(
      site,
      req,
      res,
      async (who) => {
        const { followUpReplaced } = await changeRepresentative(site.payload, {
          ...who,
          representative: isJsonObject(representative) ? representative : {},
        })
        res.redirect(
          303,
          await correctedHref(site, token, {
            id: who.id,
            done: 'representative-changed',
            replaced: followUpReplaced === true,
          }),
        )
      },
      ({ status, issues, problem }, view) =>
        view.offered.has('changeRepresentative')
          ? sendForm(site, res, token, view, { status, values: fields, issues, problem })
          : sendFollowUp(site, res, token, view, { status, problem }),
    )
  })
  return router
}

async function openFor(site: Site, res: Response, token: string): Promise<OpenView | null> {
  const view = await openView(site, res, token)
  if (!view || view.offered.has('changeRepresentative')) return view
  await sendFollowUp(site, res, token, view, { status: 409, problem: notNow(view.file.state) })
  return null
}

type Shown = Omit<FormState, 'action'> & { status?: number }

async function sendForm(
  { chromes }: Site,
  res: Response,
  token: string,
  view: OpenView,
  { status = 200, ...form }: Shown,
): Promise<void> {
  const base = followUpHref(token)
  sendPage(
    res,
    status,
    <RepresentativePage
      chrome={await chromes.bare()}
      reference={view.file.reference}
      backHref={base}
      currentName={view.file.representative.name}
      form={{ ...form, action: `${base}/representant` }}
    />,
  )
}
