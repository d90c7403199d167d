import type { Payload } from 'payload'
import { findById } from '../../db/find.ts'
import { busy } from '../../db/busy.ts'
import type { SubjectInHand } from '../../deliberation/in-hand.ts'
import { lockRow } from '../../db/lock-row.ts'
import { inTurn } from '../../db/in-turn.ts'
import { TooManyRaces, unitOfWork, type UnitOfWork } from '../../db/unit-of-work.ts'
import { now } from '../../lib/clock.ts'
import type { Adhesion } from '../../payload-types.ts'
import type { Evidence, FactType } from '../../record/facts.ts'
import type { FactActor } from '../../record/facts/fact.ts'
import { recordFact } from '../../record/journal.ts'
import { wakeSender } from '../../record/wake.ts'
import type { Action, Case } from './action.ts'
import type { Actor } from './actor.ts'
import { denied } from './denials.ts'
import { notAnElector, recused, staleRevision, unknownAdhesion, wrongActor, wrongState } from './errors.ts'
import { oweNotices } from '../notices.ts'
import { standingOn, type Standing } from './present.ts'
import { oweStateEvent, shownState } from './state-events.ts'
import type { State } from './states.ts'
import { termOf } from './term.ts'
import { requireLiveLink } from '../links/dead-link.ts'
import { mayLead, type Transition, verdictOn } from './transition.ts'

/** How a file stands after an action: what every endpoint answers. */
export type Outcome = { status: State; rev: number }

/** What an answer says besides state and `rev`. */
export type Facts = Readonly<Record<string, unknown>>

/** What may be written on a file besides its state; a group is always given whole. */
type Changes = Partial<Omit<Adhesion, 'id' | 'rev' | 'status' | 'createdAt' | 'updatedAt'>>

/** One file inside its unit of work, its `rev` already moved: nobody else can change it before the commit. */
export type FileInHand = Case &
  Omit<SubjectInHand, 'before' | 'record'> & {
    before: Outcome
    /**
     * Writes the state (checked against the table) and other fields, and owes the webhooks of the federation that sent the
     * file; may be called several times.
     */
    move: (to: State, changes?: Changes) => Promise<void>
    /** Adds a fact to the file's journal, by this actor, and owes the e-mails that leave on it (`notices.ts`). */
    record: <Type extends FactType>(type: Type, evidence: Evidence<Type>) => Promise<void>
  }

/** Whether a subject that was taken in hand is an application. */
export const isFileInHand = (held: SubjectInHand): held is FileInHand => 'adhesion' in held && 'move' in held

export type OnFile = { id: string; action: Action; actor: Actor; rev?: number | undefined }

type Steps = {
  /** Whether what is sent is already done by this very person: answered with the present state, nothing written. */
  already?: (file: FileInHand) => Promise<boolean> | boolean
  /** Does it, and returns what the answer says besides state and rev. */
  act: (file: FileInHand) => Promise<Facts> | Promise<void>
}

class AlreadyDone extends Error {
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super('Already done')
    this.outcome = outcome
  }
}

/**
 * Runs one action on one file as a unit of work: moves `rev` by a conditional update, only then reads what it decides
 * on, checks who and from where against the table, asks the action's guards, acts, and commits everything or nothing.
 * @throws DomainError 404 unknown; 403 wrong actor or recused; 409 wrong state, stale `rev` or lost races; 410 for a link
 *   that died meanwhile; the action's own denials.
 */
export async function onFile(
  payload: Payload,
  { id, action, actor, rev }: OnFile,
  { already, act }: Steps,
): Promise<Outcome & Facts> {
  try {
    const result = await inTurn(payload, id, () =>
      unitOfWork(payload, async (unit) => {
        const file = await takeInHand(unit, id, actor, action)
        const { before } = file
        const verdict = verdictOn(action, file.adhesion.status, file.standing)
        if (verdict === 'wrong-actor') throw wrongActor()
        if ((await action.done?.(file)) || (await already?.(file))) throw new AlreadyDone(before)
        if (verdict === 'recused') throw recused()
        if (verdict === 'not-an-elector') throw notAnElector()
        if (rev !== undefined && rev !== before.rev) throw staleRevision(before)
        if (verdict === 'wrong-state') throw wrongState(before)
        await requireLiveLink(file)
        const denial = await action.blocked?.(file)
        if (denial) throw denied(denial, before)
        const facts = await act(file)
        return { ...facts, ...presentFor(actor, file.adhesion, file.adhesion.rev) }
      }),
    )
    wakeSender(payload)
    return result
  } catch (error) {
    if (error instanceof AlreadyDone) return error.outcome
    if (error instanceof TooManyRaces) throw await lostEveryRace(payload, id, actor)
    throw error
  }
}

/** How a file stands, as the actor may know it: an applicant hears of a refusal from who presides, not from a conflict. */
function presentFor(actor: Actor, adhesion: Adhesion, rev: number): Outcome {
  const staff = actor.kind === 'staff' || actor.kind === 'system'
  return { status: staff ? adhesion.status : shownState(adhesion), rev }
}

/** Takes a file inside a unit of work of one's own: moves its `rev`, then reads who the actor is on it. */
export async function takeInHand(unit: UnitOfWork, id: string, actor: Actor, row: Transition): Promise<FileInHand> {
  const { payload, req } = unit
  const adhesion = await lockRow(unit, 'adhesions', id)
  if (!adhesion) throw unknownAdhesion()
  const before = presentFor(actor, adhesion, adhesion.rev - 1)
  const at = now()
  const subject = `adhesion:${id}`
  const standing = await standingOn(payload, req, adhesion, actor)
  const from = adhesion.status

  const move = async (to: State, changes: Changes = {}) => {
    if (!mayLead(row, from, to)) throw new Error(`The table knows no ${row.name} from ${from} to ${to}`)
    const entered = to === adhesion.status ? {} : { enteredStateAt: at.toISOString() }
    const data = {
      ...changes,
      status: to,
      ...entered,
      termOn: termOf({ ...adhesion, ...changes, ...entered, status: to }),
    }
    const shownBefore = shownState(adhesion)
    await payload.db.updateOne({ collection: 'adhesions', id, data, req })
    Object.assign(adhesion, data)
    await oweStateEvent(unit, adhesion, shownBefore, at)
  }
  const record: FileInHand['record'] = async (type, evidence) => {
    await recordFact(unit, { subject, adhesion: id, type, actor: actorFacts(actor, standing), evidence })
    await oweNotices<FactType>({ unit, adhesion, at, subject, actor }, type, evidence)
  }
  return { unit, adhesion, standing, actor, at, subject, before, move, record }
}

/** What the journal keeps of who acted. */
export function actorFacts(actor: Actor, standing?: Pick<Standing, 'person'>): FactActor {
  switch (actor.kind) {
    case 'system':
      return { kind: 'system' }
    case 'staff':
      return {
        kind: 'staff',
        id: actor.user.id,
        name: actor.user.name,
        person: standing?.person ?? null,
        requestId: actor.client.requestId,
      }
    case 'anybody':
      return { kind: 'anybody', requestId: actor.client.requestId }
    case 'federation':
      return {
        kind: 'federation',
        name: actor.holder.legalName,
        member: actor.holder.member,
        key: actor.holder.key,
        requestId: actor.client.requestId,
      }
    case 'applicant':
    case 'representative':
      return { kind: actor.kind, capability: actor.capability, requestId: actor.client.requestId }
  }
}

async function lostEveryRace(payload: Payload, id: string, actor: Actor) {
  const present = await findById({ payload }, 'adhesions', id)
  return busy(present ? presentFor(actor, present, present.rev) : {})
}
