import { disputeSession, takeBackSession } from '../../deliberation/session-record.ts'
import { sessionToConfirm } from '../../deliberation/state-of-round.ts'
import { body, reason } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { presentRound, roundInHand } from '../lifecycle/present.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'

/**
 * The secretariat takes back what it entered of a session and nobody confirmed: whoever recorded it, or a colleague. The
 * online votes stand again; the timer counts them anew, at once where the end of the round has passed.
 * @throws DomainError 409 `no-session-decision` when nothing awaits confirmation.
 */
export const CANCEL_SESSION_RECORD = staffAction({
  name: 'cancelSessionRecord',
  from: WITH_THE_BUREAU,
  to: [],
  stays: true,
  by: ['secretariat'],
  needs: 'une décision de séance que personne n’a encore confirmée, et un motif',
  label: 'Annuler la décision de séance saisie',
  description: 'Take back what was entered of a session before it is confirmed; online votes stand again.',
  endpoint: 'cancel-session-record',
  body: body({ reason: reason() }),
  refusals: ['no-session-decision'],
  blocked: async (of) => (sessionToConfirm(await presentRound(of)) ? null : 'no-session-decision'),
  already: (file, { reason: why }) => repeatsLastFact(file, 'session-record-cancelled', { reason: why }),
  perform: async (file, { reason: why }) => {
    const present = await takeBackSession(file, await roundInHand(file), why)
    await file.move(file.adhesion.status, { currentRound: present?.id ?? null, round: present?.round ?? 0 })
  },
})

/**
 * Who presides says that what the secretariat entered is not what was decided: it cannot be confirmed until the
 * secretariat, who is told, cancels it or enters it anew.
 * @throws DomainError 409 `no-session-decision` when nothing awaits confirmation, `session-disputed` a second time.
 */
export const DISPUTE_SESSION_RECORD = staffAction({
  name: 'disputeSessionRecord',
  from: WITH_THE_BUREAU,
  to: [],
  stays: true,
  by: ['presiding'],
  needs: 'une décision de séance enregistrée, et ce qui n’est pas exact',
  label: 'Contester la décision de séance saisie',
  description: 'Who presides says that what was entered of a session is not what was decided.',
  endpoint: 'dispute-session-record',
  body: body({ reason: reason() }),
  refusals: ['no-session-decision', 'session-disputed'],
  blocked: async (of) => {
    const recorded = sessionToConfirm(await presentRound(of))
    if (!recorded) return 'no-session-decision'
    return recorded.session.disputed === undefined ? null : 'session-disputed'
  },
  already: (file, { reason: why }) => repeatsLastFact(file, 'session-record-disputed', { reason: why }),
  perform: async (file, { reason: why }) => {
    await disputeSession(file, await roundInHand(file), why)
    await file.move(file.adhesion.status)
  },
})
