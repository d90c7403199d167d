import type { Payload } from 'payload'
import type { Actor } from '../lifecycle/actor.ts'
import { onFile } from '../lifecycle/on-file.ts'
import { currentRound } from '../lifecycle/present.ts'
import { bodyThatDecides, requireBody } from './put-to-bureau.ts'
import { settle } from '../decision/settle.ts'
import { sessionIn, tallyIn } from '../../deliberation/stored-round.ts'
import { voidRounds } from '../decision/void-round.ts'
import { action } from '../lifecycle/action.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'

export const CONFIRM_SESSION_DECISION = action({
  name: 'confirmSessionDecision',
  from: WITH_THE_BUREAU,
  to: ['validated', 'rejected'],
  stays: false,
  by: ['presiding'],
  needs: 'une décision de séance enregistrée',
  label: 'Confirmer la décision de séance',
  description: 'Who presided confirms what the secretariat entered; the decision takes effect.',
  endpoint: 'confirm-session-decision',
  blocked: async ({ unit, adhesion }) => {
    const round = await currentRound(unit.payload, unit.req, adhesion)
    if (round?.status !== 'awaiting-confirmation' || !sessionIn(round) || !tallyIn(round)) return 'no-session-decision'
    return (await bodyThatDecides({ unit })) ? null : 'no-body'
  },
})

/**
 * Who presided confirms what the secretariat entered: the decision takes effect, dated of the session.
 * @throws DomainError 409 `no-session-decision` when nothing awaits confirmation.
 */
export function confirmSessionDecision(
  payload: Payload,
  { id, actor, rev }: { id: string; actor: Actor; rev?: number | undefined },
) {
  return onFile(
    payload,
    { id, action: CONFIRM_SESSION_DECISION, actor, rev },
    {
      already: async ({ unit, adhesion, standing }) => {
        const round = await currentRound(unit.payload, unit.req, adhesion)
        return (
          round?.mode === 'session' &&
          round.status === 'closed' &&
          standing.person !== null &&
          round.confirmedBy === standing.person
        )
      },
      act: async (file) => {
        const { unit, adhesion, standing } = file
        const round = await currentRound(unit.payload, unit.req, adhesion)
        const session = round && sessionIn(round)
        const tally = round && tallyIn(round)
        if (!session || !tally) throw new Error('A session’s decision without its record')
        const body = await requireBody(file)
        await file.record('session-confirmed', {
          round: round.round,
          minutesReference: session.minutesReference,
          sessionDay: session.sessionDay,
        })
        await settle(file, {
          round,
          tally,
          decidedOn: session.sessionDay,
          bodyName: body.name,
          presiding: standing.person,
          confirmedBy: standing.person,
        })
        await voidRounds(file, 'Décidée en séance.')
        return {}
      },
    },
  )
}
