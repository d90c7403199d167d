import type { Payload } from 'payload'
import type { Actor } from '../lifecycle/actor.ts'
import { denied } from '../lifecycle/denials.ts'
import { onReopened } from '../links/links.ts'
import { onFile } from '../lifecycle/on-file.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { action, type Case } from '../lifecycle/action.ts'
import { isTaken, unsignedSlot } from '../lifecycle/slot.ts'
import { isAlready } from '../lifecycle/standing-of-applicant.ts'
import { signatureHolds } from '../signature/standing-signature.ts'

type Input = {
  id: string
  actor: Actor
  rev?: number | undefined
  reason: string
  minutesReference?: string | undefined
}

export const REOPEN = action({
  name: 'reopen',
  from: ['rejected', 'closed', 'expired', 'withdrawn'],
  to: ['under-review', 'awaiting-signature'],
  stays: false,
  by: ['secretariat'],
  needs: 'un motif ; après un refus, l’accord de la présidence ou la référence d’un procès-verbal',
  label: 'Rouvrir le dossier',
  description: 'Reopen an ended file, unless another one of the organisation is under way or it was anonymised.',
  endpoint: 'reopen',
  blocked: async (of) => {
    if (of.adhesion.anonymisedAt) return 'anonymised'
    if (await isAlready(of.unit.payload, of.adhesion, of.unit.req)) return 'already-member'
    const { slot } = await whereTo(of)
    return (await isTaken(of.unit, slot, of.adhesion.id)) ? 'already-open' : null
  },
})

/**
 * Reopens an ended file: under review where its signature still holds, else awaiting a new one. A refused
 * file needs the chair's agreement (left with a note) or the reference of minutes.
 * @throws DomainError 409 `agreement-needed`, `already-open`, `already-member`, `anonymised`.
 */
export function reopen(payload: Payload, { id, actor, rev, reason, minutesReference }: Input) {
  return onFile(
    payload,
    { id, action: REOPEN, actor, rev },
    {
      already: (file) => repeatsLastFact(file, 'reopened', { reason }),
      act: async (file) => {
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
        await file.record('reopened', { reason, minutesReference: minutesReference ?? null, to })
        return {}
      },
    },
  )
}

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
