import { liftRecusal, whyNoneToLift, type Lifter } from '../../deliberation/lift-recusal.ts'
import { optionalText } from '../../input/fields.ts'
import { presentRound, roundInHand } from '../lifecycle/present.ts'
import type { Case } from '../lifecycle/action.ts'
import { body, reason } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'

/**
 * Undoes a recusal that its author declared or that was confirmed, in this round or in an earlier one; they may vote
 * again, their earlier vote stays out. Who presides does it; the chair's own is undone by the vice-chair, who presides
 * meanwhile. Where nobody may preside, one member asks for it and another agrees by asking for the same.
 * `person` is needed only where several are recused so.
 * @throws DomainError 409 `nobody-declared`, `which-person` with the candidates, `second-member-needed` to the member who
 *   asked already.
 */
export const REINSTATE = staffAction({
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
  body: body({ reason: reason(), person: optionalText(64) }),
  refusals: ['voting-suspended', 'ballot-ended', 'nobody-declared', 'which-person', 'second-member-needed'],
  blocked: async (of) => whyNoneToLift(await presentRound(of), of.at, lifterIn(of)),
  already: async (file, { reason: why, person }) => {
    const about = { reason: why, ...(person ? { personId: person } : {}) }
    return (await repeatsLastFact(file, 'reinstated', about)) || repeatsLastFact(file, 'reinstatement-asked', about)
  },
  perform: async (file, { reason: why, person }) =>
    liftRecusal(file, await roundInHand(file), { person, reason: why, by: lifterIn(file) }),
})

/** Somebody who asks that a recusal be lifted, as the engine of rounds knows them. */
export const lifterIn = ({ standing: { person, roles } }: Case): Lifter => ({
  person,
  presides: roles.has('presiding'),
})
