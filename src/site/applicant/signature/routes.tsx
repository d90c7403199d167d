import type { Router } from 'express'
import { sign } from '../../../adhesion/actions/sign.ts'
import { readSigningBody } from '../../../adhesion/signature/signing-body.ts'
import { viewOfSigning } from '../../../adhesion/views/view-of-signing.ts'
import { clientOf } from '../../client.ts'
import { exactRouter } from '../../exact-router.ts'
import { fieldsOf, textIn } from '../../fields.ts'
import { refusalFor, refusalIn } from '../../refusal.ts'
import type { Site } from '../../site.ts'
import { decliningRoutes } from './declining-routes.tsx'
import { showSigning, SIGNATURE, signatureHref } from './show-signing.tsx'

/** The routes by which the representative reads and signs. Opening the page does nothing; sending its form does. */
export function signatureRoutes(site: Site): Router {
  const { payload } = site
  const router = exactRouter()

  router.get(SIGNATURE, async (req, res) => {
    const { token } = req.params
    await showSigning(site, res, token, await viewOfSigning(payload, token), {
      justSigned: req.query['fait'] === 'signee',
    })
  })

  router.post(SIGNATURE, async (req, res) => {
    const { token } = req.params
    const fields = fieldsOf(req)
    try {
      const body = await readSigningBody(payload, {
        token,
        fullName: textIn(fields, 'fullName'),
        accept: textIn(fields, 'accept') === 'true',
      })
      await sign(payload, { ...body, channel: 'page', shownAt: textIn(fields, 'shownAt'), client: clientOf(req) })
      res.redirect(303, `${signatureHref(token)}?fait=signee`)
    } catch (error) {
      const refusal = refusalFor(refusalIn(error), 'awaiting-signature')
      await showSigning(site, res, token, await viewOfSigning(payload, token), { refusal, fields })
    }
  })
  router.use(decliningRoutes(site))
  return router
}
