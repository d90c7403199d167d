import type { Router, Response } from 'express'
import { correct } from '../../../adhesion/actions/correct.ts'
import { fr } from '../../../content/typography.ts'
import { declaredIn, REGION_ASKED, valuesOf } from '../declaration-form.ts'
import { correctedHref } from '../../done.ts'
import { exactRouter } from '../../exact-router.ts'
import { fieldsOf, textIn, type Fields } from '../../fields.ts'
import { actByLink, FOLLOW_UP, followUpHref, openView, sendFollowUp, type OpenView } from './open-view.tsx'
import { notNow, type Refusal } from '../../refusal.ts'
import { sendPage, type Site } from '../../site.ts'
import { BASE, bothKept } from './both-kept.ts'
import { CorrectionPage } from './correction-page.tsx'
import { DECLARATION } from '../declaration-fields.ts'
import type { FormState } from '../../views/form/form-state.ts'

const PATTERN = `${FOLLOW_UP}/corriger` as const

const stale = (meanwhile: readonly string[]): string =>
  [
    fr`La demande a changé pendant que vous la corrigiez.`,
    ...meanwhile.map((each) => `${each}.`),
    fr`Vos changements sont gardés ci-dessous, le reste est à jour : vérifiez, puis enregistrez de nouveau.`,
  ].join(' ')

/** Everything that was declared, to be corrected by its applicant. */
export function correctionRoutes(site: Site): Router {
  const router = exactRouter()

  router.get(PATTERN, async (req, res) => {
    const { token } = req.params
    const view = await openView(site, res, token)
    if (!view) return
    if (view.offered.has('correct')) await sendForm(site, res, token, view, { values: valuesOf(view.declaration) })
    else await sendFollowUp(site, res, token, view, { status: 409, problem: notNow(view.file.state) })
  })

  router.post(PATTERN, async (req, res) => {
    const { token } = req.params
    const fields = fieldsOf(req)
    const before = await openView(site, res, token)
    if (!before) return
    await actByLink(
      site,
      req,
      res,
      async (who) => {
        const { followUpReplaced } = await correct(site.payload, {
          ...who,
          rev: revIn(fields),
          body: declaredIn(fields, DECLARATION, before.declaration),
        })
        res.redirect(
          303,
          await correctedHref(site, token, { id: who.id, done: 'corrected', replaced: followUpReplaced === true }),
        )
      },
      (refusal, view) =>
        view.offered.has('correct')
          ? sendForm(site, res, token, view, typedIn(fields, refusal, view))
          : sendFollowUp(site, res, token, view, { status: 409, problem: notNow(view.file.state) }),
    )
  })
  return router
}

/** No file ever stands so: a form that does not say what it was filled in on is out of date. */
const NO_REVISION = -1

/** The state of the file on which a form was filled in. */
function revIn(fields: Fields): number {
  const rev = textIn(fields, 'rev')
  return /^\d{1,9}$/.test(rev) ? Number(rev) : NO_REVISION
}

type Shown = Omit<FormState, 'action'> & { status?: number }

/** The form as it was sent, with what was wrong. A region that is asked for has to be chosen, so its field is emptied. */
function typedIn(fields: Fields, { status, code, issues, problem }: Refusal, { declaration }: OpenView): Shown {
  const { values, meanwhile } = bothKept(fields, valuesOf(declaration))
  const asked = issues?.some(({ path }) => path === 'organisation.address.region') ?? false
  return {
    status,
    issues,
    problem: code === 'stale-rev' || meanwhile.length > 0 ? stale(meanwhile) : problem,
    values: asked ? { ...values, 'organisation.address.region': '' } : values,
    hidden: asked ? { [REGION_ASKED]: '1' } : {},
  }
}

async function sendForm(
  { chromes }: Site,
  res: Response,
  token: string,
  view: OpenView,
  { status = 200, hidden = {}, ...form }: Shown,
): Promise<void> {
  const base = followUpHref(token)
  sendPage(
    res,
    status,
    <CorrectionPage
      chrome={await chromes.bare()}
      reference={view.file.reference}
      backHref={base}
      isSigned={view.isSigned}
      form={{
        ...form,
        action: `${base}/corriger`,
        hidden: { ...hidden, rev: String(view.rev), [BASE]: JSON.stringify(valuesOf(view.declaration)) },
      }}
    />,
  )
}
