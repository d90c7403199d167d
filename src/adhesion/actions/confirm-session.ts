import { confirmSession } from '../../deliberation/session-round.ts'
import { sessionToConfirm } from '../../deliberation/state-of-round.ts'
import { bodyThatDecides } from '../decision/deciding-body.ts'
import { presentRound, roundInHand } from '../lifecycle/present.ts'
import { body } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'

/**
 * Who presided confirms what the secretariat entered: the decision takes effect, dated of the session.
 * @throws DomainError 409 `no-session-decision` when nothing awaits confirmation, `session-disputed` where they said so.
 */
export const CONFIRM_SESSION_DECISION = staffAction({
  name: 'confirmSessionDecision',
  from: WITH_THE_BUREAU,
  to: ['validated', 'rejected'],
  stays: false,
  by: ['presiding'],
  needs: 'une décision de séance enregistrée',
  label: 'Confirmer la décision de séance',
  description: 'Who presided confirms what the secretariat entered; the decision takes effect.',
  endpoint: 'confirm-session-decision',
  body: body({}),
  refusals: ['no-session-decision', 'session-disputed', 'no-body'],
  blocked: async (of) => {
    const recorded = sessionToConfirm(await presentRound(of))
    if (!recorded) return 'no-session-decision'
    if (recorded.session.disputed !== undefined) return 'session-disputed'
    return (await bodyThatDecides(of)) ? null : 'no-body'
  },
  already: async (file) => {
    const round = await presentRound(file)
    const { person } = file.standing
    return round?.mode === 'session' && round.status === 'closed' && person !== null && round.confirmedBy === person
  },
  perform: async (file) => confirmSession(file, await roundInHand(file), file.standing.person),
})
