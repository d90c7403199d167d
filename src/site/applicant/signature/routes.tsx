import type { Router, Response } from 'express'
import { sign } from '../../../adhesion/actions/sign.ts'
import { readSigningBody } from '../../../adhesion/signature/signing-body.ts'
import { whyDenied } from '../../../adhesion/lifecycle/denials.ts'
import { viewOfSigning, type SigningView } from '../../../adhesion/views/view-of-signing.ts'
import { clientOf } from '../../client.ts'
import { sendDeadLink } from '../links/dead-link.tsx'
import { exactRouter } from '../../exact-router.ts'
import { fieldsOf, textIn, type Fields } from '../../fields.ts'
import { refusalFor, refusalIn, type Refusal } from '../../refusal.ts'
import { sendPage, type Site } from '../../site.ts'
import { SignaturePage } from './signature-page.tsx'
import { SignedPage } from './signed-page.tsx'

const PATTERN = '/adhesion/signature/:token'
const hrefOf = (token: string) => `/adhesion/signature/${encodeURIComponent(token)}`

/** The routes by which the representative reads and signs. Opening the page does nothing; sending its form does. */
export function signatureRoutes(site: Site): Router {
  const { payload } = site
  const router = exactRouter()

  router.get(PATTERN, async (req, res) => {
    const { token } = req.params
    await show(site, res, token, await viewOfSigning(payload, token), { justSigned: req.query['fait'] === 'signee' })
  })

  router.post(PATTERN, async (req, res) => {
    const { token } = req.params
    const fields = fieldsOf(req)
    try {
      const body = await readSigningBody(payload, {
        token,
        fullName: textIn(fields, 'fullName'),
        accept: textIn(fields, 'accept') === 'true',
      })
      await sign(payload, { ...body, channel: 'page', shownAt: textIn(fields, 'shownAt'), client: clientOf(req) })
      res.redirect(303, `${hrefOf(token)}?fait=signee`)
    } catch (error) {
      const refusal = refusalFor(refusalIn(error), 'awaiting-signature')
      await show(site, res, token, await viewOfSigning(payload, token), { refusal, fields })
    }
  })
  return router
}

type Shown = { justSigned?: boolean; refusal?: Refusal; fields?: Fields }

async function show(
  site: Site,
  res: Response,
  token: string,
  view: SigningView,
  { justSigned = false, refusal, fields = {} }: Shown,
): Promise<void> {
  if (view.state === 'dead') {
    await sendDeadLink(site, res, 'signature', view.problem)
    return
  }
  const chrome = await site.chromes.bare()
  if (view.state === 'signed') {
    sendPage(res, 200, <SignedPage chrome={chrome} {...view} already={!justSigned} />)
    return
  }
  const superseded = refusal?.code === 'charter-superseded'
  sendPage(
    res,
    refusal?.status ?? 200,
    <SignaturePage
      chrome={chrome}
      applicant={view.applicant}
      charter={view.charter}
      consentSentence={view.consentSentence}
      refused={view.refused && whyDenied(view.refused)}
      superseded={superseded ? numberShown(fields, view.charter.number) : undefined}
      form={{
        action: hrefOf(token),
        hidden: { shownAt: view.shownAt, version: String(view.charter.number) },
        // Another text is another consent: the name stays, the box is ticked anew.
        values: superseded ? { fullName: textIn(fields, 'fullName') } : fields,
        issues: refusal?.issues,
        problem: superseded || view.refused ? undefined : refusal?.problem,
      }}
    />,
  )
}

/** The number that the page bore from which the form was sent. It is only told back, and proves nothing. */
function numberShown(fields: Fields, present: number): number {
  const number = Number(textIn(fields, 'version'))
  return Number.isInteger(number) && number > 0 && number < present ? number : present - 1
}
