import { withoutBureau } from './actors.ts'
import type { Standing } from './present.ts'
import type { State } from './states.ts'
import { allowed, mightEver, type TransitionName } from './transitions.ts'

export type Verdict = 'yes' | 'wrong-actor' | 'wrong-state' | 'recused' | 'not-an-elector'

/**
 * What the table says of a person on a file, in the order in which refusals come: role, recusal,
 * electorate, state. A Bureau member who votes before any round exists hears of the state.
 */
export function verdictOn(
  name: TransitionName,
  state: State,
  { roles, recused, hasRound }: Pick<Standing, 'roles' | 'recused' | 'hasRound'>,
): Verdict {
  const verdict = allowed(name, state, recused ? withoutBureau(roles) : roles)
  if (verdict !== 'wrong-actor' || !mightEver(name, roles)) return verdict
  if (recused) return 'recused'
  if (name !== 'castVote') return 'wrong-actor'
  return hasRound ? 'not-an-elector' : 'wrong-state'
}
