import type { UnitOfWork } from '../../db/unit-of-work.ts'
import { oweEvent } from '../../federations/webhooks/owe-event.ts'
import { idOf } from '../../lib/ids.ts'
import type { Adhesion } from '../../payload-types.ts'
import { STATES, stateForApplicant, type State } from './states.ts'

/** A state as a federation may know it. */
type StateShown = Exclude<State, 'referred'>
export type EventType = `adhesion.${StateShown}`

const isShown = (state: State): state is StateShown => stateForApplicant(state, true) === state

/** What a federation is told of its files: one type for each state that it may know. The names stand in the database and in the API: they never change. */
export const EVENT_TYPES: readonly EventType[] = STATES.filter(isShown).map((state) => `adhesion.${state}` as const)

type Standing = Pick<Adhesion, 'status' | 'refusal'>

/** How an application stands, as the federation that sent it may know. */
export const shownState = ({ status, refusal }: Standing): State =>
  stateForApplicant(status, Boolean(refusal?.notifiedAt))

/**
 * Owes the webhooks of the federation that sent an application that it stands elsewhere now, in the unit of work that
 * moved it; nothing where it stands where it stood, as far as the federation may know.
 * @param before as it was shown before; null for one that is new
 */
export async function oweStateEvent(
  unit: UnitOfWork,
  adhesion: Adhesion,
  before: State | null,
  at: Date,
): Promise<void> {
  const federation = idOf(adhesion.federation)
  const state = shownState(adhesion)
  if (federation === null || state === before) return
  const { id, reference, kind } = adhesion
  await oweEvent(unit, federation, { type: `adhesion.${state}`, at, data: { id, reference, kind, state } })
}
