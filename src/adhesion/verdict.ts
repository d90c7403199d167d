import { withoutBureau } from './actors.ts'
import type { Standing } from './present.ts'
import type { State } from './states.ts'
import { allowed, type TransitionName } from './transitions.ts'

export type Verdict = 'yes' | 'wrong-actor' | 'wrong-state' | 'recused' | 'not-an-elector'

/**
 * What the table says of a person on a file, in the order in which refusals come: role, recusal,
 * electorate, state. A Bureau member who votes before any round exists hears of the state.
 */
export function verdictOn(name: TransitionName, state: State, { roles, recused, roundOpen }: Pick<Standing, 'roles' | 'recused' | 'roundOpen'>): Verdict {
  const held = recused ? withoutBureau(roles) : roles
  const verdict = allowed(name, state, held)
  if (verdict !== 'wrong-actor') return verdict
  if (name === 'castVote' && roles.has('bureau-member')) {
    if (recused) return 'recused'
    return roundOpen ? 'not-an-elector' : 'wrong-state'
  }
  return recused && allowed(name, state, roles) !== 'wrong-actor' ? 'recused' : 'wrong-actor'
}
