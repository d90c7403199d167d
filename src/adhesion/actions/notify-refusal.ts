import type { Payload } from 'payload'
import type { Actor } from '../lifecycle/actor.ts'
import { denied } from '../lifecycle/denials.ts'
import { wrongActor } from '../lifecycle/errors.ts'
import { letFollowUpRunOut } from '../links/links.ts'
import { onFile } from '../lifecycle/on-file.ts'
import { bodyThatDecides, requireBody } from '../decision/deciding-body.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { action, type Case } from '../lifecycle/action.ts'

type Input = { id: string; actor: Actor; rev?: number | undefined; text: string; send?: boolean | undefined }

export const NOTIFY_REFUSAL = action({
  name: 'notifyRefusal',
  from: ['rejected'],
  to: [],
  stays: true,
  by: ['presiding', 'secretariat'],
  needs: 'le motif écrit pour le candidat, approuvé par la présidence',
  label: 'Notifier le refus',
  description: 'Tell the applicant of the refusal, in the words of who presides.',
  endpoint: 'notify-refusal',
  blocked: async (of) => {
    if (of.adhesion.refusal?.notifiedAt) return 'already-notified'
    if (!presides(of) && !(of.adhesion.refusal?.text && of.adhesion.refusal.approvedBy)) return 'text-not-approved'
    return (await bodyThatDecides(of)) ? null : 'no-body'
  },
})

/**
 * Tells the applicant of the refusal in the words of who presides. They may approve a text without sending
 * it (`send: false`); the secretariat sends exactly an approved text.
 * @throws DomainError 403 when the secretariat's text was not approved, 409 `already-notified`.
 */
export function notifyRefusal(payload: Payload, { id, actor, rev, text, send = true }: Input) {
  return onFile(
    payload,
    { id, action: NOTIFY_REFUSAL, actor, rev },
    {
      already: (file) => repeatsLastFact(file, send ? 'refusal-notified' : 'refusal-text-approved', { text }),
      act: async (file) => {
        const { adhesion, at, before, standing } = file
        const presiding = presides(file)
        if (!presiding && adhesion.refusal?.text !== text) throw denied('text-not-approved', before)
        if (!presiding && !send) throw wrongActor()
        const refusal = {
          ...adhesion.refusal,
          text,
          approvedBy: presiding ? standing.person : (adhesion.refusal?.approvedBy ?? null),
          notifiedAt: send ? at.toISOString() : null,
        }
        await file.move('rejected', { refusal })
        if (send) {
          await letFollowUpRunOut(file)
          await file.record('refusal-notified', { text, body: (await requireBody(file)).name })
        } else await file.record('refusal-text-approved', { text })
        return {}
      },
    },
  )
}

const presides = ({ standing }: Case): boolean => standing.roles.has('presiding') && !standing.recused
