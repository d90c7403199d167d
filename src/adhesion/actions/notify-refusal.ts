import { flag, optional, text } from '../../input/fields.ts'
import type { Case } from '../lifecycle/action.ts'
import { body, LONG, several } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { denied } from '../lifecycle/denials.ts'
import { wrongActor } from '../lifecycle/errors.ts'
import { letFollowUpRunOut } from '../links/links.ts'
import { bodyThatDecides, requireBody } from '../decision/deciding-body.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'

export const NOTIFY_REFUSAL = staffAction({
  name: 'notifyRefusal',
  from: ['rejected'],
  to: [],
  stays: true,
  by: ['presiding', 'secretariat'],
  needs: 'le motif écrit pour le candidat, approuvé par la présidence',
  label: 'Notifier le refus',
  description: 'Tell the applicant of the refusal, in the words of who presides.',
  endpoint: 'notify-refusal',
  body: body({ text: text(LONG, several), send: optional(flag()) }),
  refusals: ['already-notified', 'text-not-approved', 'no-body'],
  blocked: async (of) => {
    if (of.adhesion.refusal?.notifiedAt) return 'already-notified'
    if (!presides(of) && !(of.adhesion.refusal?.text && of.adhesion.refusal.approvedBy)) return 'text-not-approved'
    return (await bodyThatDecides(of)) ? null : 'no-body'
  },
  already: (file, { text: words, send = true }) =>
    repeatsLastFact(file, send ? 'refusal-notified' : 'refusal-text-approved', { text: words }),
  perform: async (file, { text: words, send = true }) => {
    const { adhesion, at, before, standing } = file
    const presiding = presides(file)
    if (!presiding && adhesion.refusal?.text !== words) throw denied('text-not-approved', before)
    if (!presiding && !send) throw wrongActor()
    const refusal = {
      ...adhesion.refusal,
      text: words,
      approvedBy: presiding ? standing.person : (adhesion.refusal?.approvedBy ?? null),
      notifiedAt: send ? at.toISOString() : null,
    }
    await file.move('rejected', { refusal })
    if (send) {
      await letFollowUpRunOut(file)
      await file.record('refusal-notified', { text: words, body: (await requireBody(file)).name })
    } else await file.record('refusal-text-approved', { text: words })
  },
})

/**
 * Tells the applicant of the refusal in the words of who presides. They may approve a text without sending
 * it (`send: false`); the secretariat sends exactly an approved text.
 * @throws DomainError 403 when the secretariat's text was not approved, 409 `already-notified`.
 */
export const notifyRefusal = NOTIFY_REFUSAL.run

const presides = ({ standing }: Case): boolean => standing.roles.has('presiding') && !standing.recused
