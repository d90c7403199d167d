import type { Response } from 'express'
import { whyDenied } from '../../../adhesion/lifecycle/denials.ts'
import type { SigningView } from '../../../adhesion/views/view-of-signing.ts'
import { textIn, type Fields } from '../../fields.ts'
import type { Refusal } from '../../refusal.ts'
import { sendPage, type Site } from '../../site.ts'
import { sendDeadLink } from '../links/dead-link.tsx'
import { DeclinedPage } from './declining-page.tsx'
import { SignaturePage } from './signature-page.tsx'
import { SignedPage } from './signed-page.tsx'

/** The page behind a link to the signature. */
export const SIGNATURE = '/adhesion/signature/:token'
/** Where, under it, a representative says that they will not sign. */
export const DECLINE_AT = '/refuser'
export const signatureHref = (token: string) => `/adhesion/signature/${encodeURIComponent(token)}`

type Shown = { justSigned?: boolean; refusal?: Refusal; fields?: Fields }

/** The page of a link to the signature, by what the link shows. */
export async function showSigning(
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
  if (view.state === 'declined') {
    sendPage(res, 200, <DeclinedPage chrome={chrome} organisationName={view.organisationName} />)
    return
  }
  if (view.state === 'signed') {
    sendPage(
      res,
      refusal?.code === 'wrong-state' ? refusal.status : 200,
      <SignedPage chrome={chrome} {...view} already={!justSigned} />,
    )
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
      declineHref={`${signatureHref(token)}${DECLINE_AT}`}
      superseded={superseded ? numberShown(fields, view.charter.number) : undefined}
      form={{
        action: signatureHref(token),
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
