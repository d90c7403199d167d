import { withoutBureau, type ActorRole } from './actors.ts'
import { obstacleTo, type Circumstances } from './circumstances.ts'
import type { State } from './states.ts'
import { ROWS, type TransitionRow } from './transition-table.ts'

export type { Circumstances, Obstacle } from './circumstances.ts'
export { obstacleTo } from './circumstances.ts'

type Row = (typeof ROWS)[number]
export type TransitionName = Row['name']
export type TransitionEndpoint = Extract<Row, { endpoint: string }>['endpoint']
export type Transition = TransitionRow<TransitionName>

/** The one transition table; buttons, API description, diagram and tests are drawn from it. */
export const TRANSITIONS: readonly Transition[] = ROWS

const byName = new Map<string, Transition>(TRANSITIONS.map((row) => [row.name, row]))

/** The row of a transition. */
export function transition(name: TransitionName): Transition {
  const row = byName.get(name)
  if (!row) throw new RangeError(`Unknown transition: ${name}`)
  return row
}

/** The row that `POST /api/adhesions/:id/<endpoint>` performs, if there is one. */
export const transitionOfEndpoint = (endpoint: string): Transition | undefined =>
  TRANSITIONS.find((row) => row.endpoint === endpoint)

/** Whether the transition leaves this state; `'none'` stands for a file that does not exist yet. */
export function mayFrom(name: TransitionName, state: State | 'none'): boolean {
  const { from } = transition(name)
  return from === 'none' || state === 'none' ? from === state : from.includes(state)
}

/** Whether the transition may leave a file that stood in `from` standing in `to`. */
export function mayLead(name: TransitionName, from: State | 'none', to: State): boolean {
  const row = transition(name)
  return mayFrom(name, from) && (row.to.includes(to) || (row.stays && from === to))
}

const mayAct = (row: Transition, roles: ReadonlySet<ActorRole>): boolean =>
  row.by.some((role) => role === 'anybody' || roles.has(role))

/**
 * Whether somebody with these roles might do it on some file. Any member of the Bureau may be an elector of a round,
 * or preside where the minutes name them.
 */
export function mightEver(name: TransitionName, roles: ReadonlySet<ActorRole>): boolean {
  const row = transition(name)
  return (
    mayAct(row, roles) ||
    (roles.has('bureau-member') && row.by.some((role) => role === 'elector' || role === 'presiding'))
  )
}

/**
 * State and role alone. Who may never do it hears so whatever the state is, since refusals come in
 * the order 403 before 409.
 */
export function allowed(
  name: TransitionName,
  state: State | 'none',
  roles: ReadonlySet<ActorRole>,
): 'yes' | 'wrong-actor' | 'wrong-state' {
  if (!mayAct(transition(name), roles)) return 'wrong-actor'
  return mayFrom(name, state) ? 'yes' : 'wrong-state'
}

/**
 * What somebody with these roles may do now, in the table's order: the buttons to show. Without
 * circumstances, by state and role alone. A recused person has none of the Bureau's roles here.
 * Transitions that are described but not performed yet are left out.
 */
export function availableTo(
  state: State | 'none',
  roles: ReadonlySet<ActorRole>,
  circumstances?: Circumstances,
): TransitionName[] {
  const held = circumstances?.recused ? withoutBureau(roles) : roles
  return TRANSITIONS.filter(
    (row) =>
      !row.later &&
      allowed(row.name, state, held) === 'yes' &&
      (!circumstances || obstacleTo(row.name, held, circumstances) === null),
  ).map((row) => row.name)
}
