import { type ActorRole, withoutBureau } from './actors.ts'
import type { Standing } from './present.ts'
import type { State } from './states.ts'

/** One row of the transition table: what may happen to an application, from where, by whom. */
export interface Transition<Name extends string = string, Role extends ActorRole = ActorRole> {
  readonly name: Name
  /** `'none'`: there is no application yet. */
  readonly from: readonly State[] | 'none'
  /** Where it may move the application; staying where it is is said by `stays`. */
  readonly to: readonly State[]
  /** Whether it may leave the application in the state in which it found it. */
  readonly stays: boolean
  readonly by: readonly Role[]
  /** What it takes, in French. */
  readonly needs: string
  /** What the button says, in French. */
  readonly label: string
  /** One line for the API's description, in English. */
  readonly description: string
  /** `POST /api/adhesions/:id/<endpoint>`; absent where no staff endpoint performs it. */
  readonly endpoint?: string
}

/** Whether the transition leaves this state; `'none'` stands for an application that does not exist yet. */
export function mayFrom({ from }: Pick<Transition, 'from'>, state: State | 'none'): boolean {
  return from === 'none' || state === 'none' ? from === state : from.includes(state)
}

/** Whether the transition may leave an application that stood in `from` standing in `to`. */
export function mayLead(row: Transition, from: State | 'none', to: State): boolean {
  return mayFrom(row, from) && (row.to.includes(to) || (row.stays && from === to))
}

const mayAct = (row: Transition, roles: ReadonlySet<ActorRole>): boolean =>
  row.by.some((role) => role === 'anybody' || roles.has(role))

/**
 * Whether somebody with these roles might perform the transition on some application. Any member of the Bureau may be
 * an elector of a round, or preside where the minutes name them.
 */
export function mightEver(row: Transition, roles: ReadonlySet<ActorRole>): boolean {
  return (
    mayAct(row, roles) ||
    (roles.has('bureau-member') && row.by.some((role) => role === 'elector' || role === 'presiding'))
  )
}

/**
 * What the table says by state and role alone. Who may never perform a transition hears so whatever the state is, since
 * refusals come in the order 403 before 409.
 */
export function allowed(
  row: Transition,
  state: State | 'none',
  roles: ReadonlySet<ActorRole>,
): 'yes' | 'wrong-actor' | 'wrong-state' {
  if (!mayAct(row, roles)) return 'wrong-actor'
  return mayFrom(row, state) ? 'yes' : 'wrong-state'
}

export type Verdict = 'yes' | 'wrong-actor' | 'wrong-state' | 'recused' | 'not-an-elector'

/**
 * What the table says of a person before an application, in the order in which refusals come: role, recusal, electorate,
 * state. A Bureau member who votes before any round exists hears of the state.
 */
export function verdictOn(
  row: Transition,
  state: State,
  { roles, recused, hasRound }: Pick<Standing, 'roles' | 'recused' | 'hasRound'>,
): Verdict {
  const verdict = allowed(row, state, recused ? withoutBureau(roles) : roles)
  if (verdict !== 'wrong-actor' || !mightEver(row, roles)) return verdict
  if (recused) return 'recused'
  if (!row.by.includes('elector')) return 'wrong-actor'
  return hasRound ? 'not-an-elector' : 'wrong-state'
}
