import type { Router } from 'express'
import { decline, DECLINING } from '../../../adhesion/actions/decline.ts'
import { linkUnknown } from '../../../adhesion/links/dead-link.ts'
import { readLink } from '../../../adhesion/links/open-link.ts'
import { viewOfSigning } from '../../../adhesion/views/view-of-signing.ts'
import { readOrRefuse } from '../../../input/read.ts'
import { clientOf } from '../../client.ts'
import { exactRouter } from '../../exact-router.ts'
import { fieldsOf, textIn } from '../../fields.ts'
import { refusalFor, refusalIn, type Refusal } from '../../refusal.ts'
import { sendPage, type Site } from '../../site.ts'
import type { FormState } from '../../views/form/form-state.ts'
import { DecliningPage } from './declining-page.tsx'
import { DECLINE_AT, SIGNATURE, showSigning, signatureHref } from './show-signing.tsx'

/** The routes by which a representative says that they will not sign: asked once more on a page, done by its form. */
export function decliningRoutes(site: Site): Router {
  const { payload } = site
  const router = exactRouter()

  const ask = async (
    token: string,
    res: Parameters<typeof sendPage>[0],
    shown: Omit<FormState, 'action'>,
    refusal?: Refusal,
  ) => {
    const view = await viewOfSigning(payload, token)
    if (view.state !== 'to-sign') {
      await showSigning(site, res, token, view, refusal ? { refusal } : {})
      return
    }
    sendPage(
      res,
      refusal?.status ?? 200,
      <DecliningPage
        chrome={await site.chromes.bare()}
        organisationName={view.applicant.organisationName}
        backHref={signatureHref(token)}
        form={{ ...shown, action: `${signatureHref(token)}${DECLINE_AT}` }}
      />,
    )
  }

  router.get(`${SIGNATURE}${DECLINE_AT}`, (req, res) => ask(req.params.token, res, {}))

  router.post(`${SIGNATURE}${DECLINE_AT}`, async (req, res) => {
    const { token } = req.params
    const fields = fieldsOf(req)
    try {
      const link = await readLink(payload, token, 'sign')
      if (!link) throw linkUnknown()
      const { reason } = readOrRefuse(DECLINING, { reason: textIn(fields, 'reason') })
      await decline(payload, { link, reason, client: clientOf(req) })
      res.redirect(303, signatureHref(token))
    } catch (error) {
      const refusal = refusalFor(refusalIn(error), 'awaiting-signature')
      await ask(token, res, { values: fields, issues: refusal.issues, problem: refusal.problem }, refusal)
    }
  })
  return router
}
