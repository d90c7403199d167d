import type { Payload } from 'payload'
import { liftRecusal, whyNoneToLift, type Lifter } from '../../deliberation/lift-recusal.ts'
import { presentRound, roundInHand } from '../decision/round-in-hand.ts'
import { action, type Case } from '../lifecycle/action.ts'
import type { Actor } from '../lifecycle/actor.ts'
import { onFile } from '../lifecycle/on-file.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'

type Input = { id: string; actor: Actor; rev?: number | undefined; reason: string; person?: string | undefined }

export const REINSTATE = action({
  name: 'reinstate',
  from: WITH_THE_BUREAU,
  to: [],
  stays: true,
  by: ['presiding', 'without-chair'],
  needs:
    'un motif ; une récusation déclarée ou un lien confirmé ; l’accord d’un second membre quand personne ne peut présider',
  label: 'Rétablir un membre récusé',
  description:
    'Undo a recusal that its author declared or that was confirmed; where nobody may preside, a second member agrees.',
  endpoint: 'reinstate',
  blocked: async (of) => whyNoneToLift(await presentRound(of), of.at, lifterIn(of)),
})

/** Somebody who asks that a recusal be lifted, as the engine of rounds knows them. */
export const lifterIn = ({ standing: { person, roles } }: Case): Lifter => ({
  person,
  presides: roles.has('presiding'),
})

/**
 * Undoes a recusal that its author declared or that was confirmed, in this round or in an earlier one; they may vote
 * again, their earlier vote stays out. Who presides does it; the chair's own is undone by the vice-chair, who presides
 * meanwhile. Where nobody may preside, one member asks for it and another agrees by asking for the same.
 * `person` is needed only where several are recused so.
 * @throws DomainError 409 `nobody-declared`, `which-person` with the candidates, `second-member-needed` to the member who
 *   asked already.
 */
export function reinstate(payload: Payload, { id, actor, rev, reason, person }: Input) {
  const about = { reason, ...(person ? { personId: person } : {}) }
  return onFile(
    payload,
    { id, action: REINSTATE, actor, rev },
    {
      already: async (file) =>
        (await repeatsLastFact(file, 'reinstated', about)) || repeatsLastFact(file, 'reinstatement-asked', about),
      act: async (file) => {
        await liftRecusal(file, await roundInHand(file), { person, reason, by: lifterIn(file) })
        return {}
      },
    },
  )
}
