import type { UnitOfWork } from '../../db/unit-of-work.ts'
import type { Adhesion } from '../../payload-types.ts'
import type { Actor } from './actor.ts'
import type { Denial, DenialCode } from './denials.ts'
import type { Standing } from './present.ts'
import { type Transition, type Verdict, verdictOn } from './transition.ts'

/** An application and the person before it, as a page reads them or as a unit of work has taken them in hand. */
export type Case = {
  unit: Pick<UnitOfWork, 'payload' | 'req'>
  adhesion: Adhesion
  standing: Standing
  actor: Actor
  at: Date
}

/**
 * An action on an application: its row of the table, and the guards that stand beside state and role. Whoever offers the
 * action asks them on what was read; whoever performs it asks the same ones in the unit of work.
 */
export interface Action<Name extends string = string> extends Transition<Name> {
  /** Whether this very person has nothing left to do by it: it is not offered, and a repeat is answered as done. */
  readonly done?: (of: Case) => Promise<boolean> | boolean
  /** What stands in the way although state and role allow it, whatever is sent along; null where nothing does. */
  readonly blocked?: (of: Case) => Promise<Denial | DenialCode | null> | Denial | DenialCode | null
}

/** Defines an action; the name stays a literal. */
export const action = <const Name extends string>(definition: Action<Name>): Action<Name> => definition

/** What would come of an action: `yes`, nothing since it is done, or why it would be refused. */
export type Judgement = Verdict | 'done' | DenialCode

/** Says what would come of an action if this person asked for it now, whatever they sent along. */
export async function judgementOf(wanted: Action, of: Case): Promise<Judgement> {
  const verdict = verdictOn(wanted, of.adhesion.status, of.standing)
  if (verdict !== 'yes') return verdict
  if (await wanted.done?.(of)) return 'done'
  const denial = await wanted.blocked?.(of)
  if (!denial) return 'yes'
  return typeof denial === 'string' ? denial : denial.code
}

/** Whether a person may perform an action on an application now: exactly then it is offered to them. */
export const isOffered = async (wanted: Action, of: Case): Promise<boolean> =>
  !wanted.later && (await judgementOf(wanted, of)) === 'yes'
