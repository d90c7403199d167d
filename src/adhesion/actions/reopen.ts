import { optionalText } from '../../input/fields.ts'
import { LENGTHS } from '../../input/lengths.ts'
import { denied } from '../lifecycle/denials.ts'
import { onReopened } from '../links/links.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import type { Case } from '../lifecycle/action.ts'
import { body, reason } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { isTaken, unsignedSlot } from '../lifecycle/slot.ts'
import { isAlready } from '../lifecycle/standing-of-applicant.ts'
import { signatureHolds } from '../signature/standing-signature.ts'

/**
 * Reopens an ended file: under review where its signature still holds, else awaiting a new one. A refused
 * file needs the chair's agreement (left with a note) or the reference of minutes.
 * @throws DomainError 409 `agreement-needed`, `already-open`, `already-member`, `anonymised`.
 */
export const REOPEN = staffAction({
  name: 'reopen',
  from: ['rejected', 'closed', 'expired', 'withdrawn'],
  to: ['under-review', 'awaiting-signature'],
  stays: false,
  by: ['secretariat'],
  needs: 'un motif ; après un refus, l’accord de la présidence ou la référence d’un procès-verbal',
  label: 'Rouvrir le dossier',
  description: 'Reopen an ended file, unless another one of the organisation is under way or it was anonymised.',
  endpoint: 'reopen',
  body: body({ reason: reason(), minutesReference: optionalText(LENGTHS.minutesReference) }),
  refusals: ['anonymised', 'already-member', 'already-open', 'agreement-needed'],
  blocked: async (of) => {
    if (of.adhesion.anonymisedAt) return 'anonymised'
    if (await isAlready(of.unit.payload, of.adhesion, of.unit.req)) return 'already-member'
    const { slot } = await whereTo(of)
    return (await isTaken(of.unit, slot, of.adhesion.id)) ? 'already-open' : null
  },
  already: (file, { reason: why }) => repeatsLastFact(file, 'reopened', { reason: why }),
  perform: async (file, { reason: why, minutesReference }) => {
    if (!mayGoAgainst(file, minutesReference)) throw denied('agreement-needed', file.before)
    const { signed, slot } = await whereTo(file)
    const to = signed ? 'under-review' : 'awaiting-signature'
    await file.move(to, {
      slot,
      endedAt: null,
      currentRound: null,
      decidedOn: null,
      closeReason: null,
      reopenAgreement: null,
      expiryNoticeAt: null,
      refusal: { text: null, approvedBy: null, notifiedAt: null, overdueNoticeAt: null },
      ...(signed ? {} : { signature: null, signedAt: null, linkSentAt: file.at.toISOString() }),
    })
    await onReopened(file)
    await file.record('reopened', { reason: why, minutesReference: minutesReference ?? null, to })
  },
})

/** What the Bureau refused is reopened with the chair's agreement or by the minutes of a body. */
function mayGoAgainst({ adhesion, standing }: Case, minutesReference: string | undefined): boolean {
  const chairAgrees = Boolean(adhesion.reopenAgreement) || (standing.roles.has('chair') && !standing.recused)
  return adhesion.status !== 'rejected' || chairAgrees || minutesReference !== undefined
}

/** Whether the signature still holds, and the slot that the application takes again by it. */
async function whereTo(of: Case): Promise<{ signed: boolean; slot: string }> {
  const { identifierKey, representative } = of.adhesion
  const signed = await signatureHolds(of)
  return { signed, slot: signed ? identifierKey : unsignedSlot(identifierKey, representative?.email ?? '') }
}
