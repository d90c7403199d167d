import type { Payload } from 'payload'
import type { z } from 'zod'
import type { UnitOfWork } from '../../db/unit-of-work.ts'
import type { Adhesion } from '../../payload-types.ts'
import type { Upload } from '../actions/attach-files.ts'
import type { Actor } from './actor.ts'
import type { ActorRole } from './actors.ts'
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

/** On which application an action is performed, and by whom. */
export type OnWhat = { id: string; actor: Actor }

/**
 * An action on an application: its row of the table, what it takes, and the guards that stand beside state and role.
 * Whoever offers the action asks the guards on what was read; whoever performs it asks the same ones in the unit of work.
 */
export interface Action<
  Name extends string = string,
  Role extends ActorRole = ActorRole,
  Refusal extends DenialCode = DenialCode,
> extends Transition<Name, Role> {
  /** What is sent to its endpoint. */
  readonly body?: z.ZodObject
  /** The name under which a form brings files; what has none is sent as JSON. */
  readonly filesIn?: string
  /** Whether it may come without files, and then as JSON too. */
  readonly filesOptional?: true
  /** What a recused person may still send: who did that already is told so. Everything else is refused to them. */
  readonly whileRecused?: Readonly<Record<string, unknown>>
  /** Whether this very person has nothing left to do by it: it is not offered, and a repeat is answered as done. */
  readonly done?: (of: Case) => Promise<boolean> | boolean
  /** The refusals of its own: what `blocked` may say, and what depends on what is sent. */
  readonly refusals?: readonly Refusal[]
  /** What stands in the way although state and role allow it, whatever is sent along; null where nothing does. */
  readonly blocked?: (of: Case) => Answer<NoInfer<Refusal>> | Promise<Answer<NoInfer<Refusal>>>
}

type Answer<Refusal extends DenialCode> = Denial<Refusal> | Refusal | null

/** An action that the team performs by `POST /api/adhesions/:id/<endpoint>`. */
export interface StaffAction<
  Name extends string = string,
  Role extends ActorRole = ActorRole,
  Refusal extends DenialCode = DenialCode,
> extends Action<Name, Role, Refusal> {
  readonly endpoint: string
  readonly body: z.ZodObject
  /** Reads what is sent to its end. @throws DomainError 400. The returned function acts. */
  readonly read: (sent: unknown, uploads?: readonly Upload[]) => (payload: Payload, on: OnWhat) => Promise<object>
}

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
export const isOffered = async (wanted: Action, of: Case): Promise<boolean> => (await judgementOf(wanted, of)) === 'yes'

/** Those of some actions that are accepted of a person on an application now, in their order. */
export async function offeredOn<Offered extends Action>(of: Case, actions: readonly Offered[]): Promise<Offered[]> {
  const offered: Offered[] = []
  for (const each of actions) if (await isOffered(each, of)) offered.push(each)
  return offered
}
