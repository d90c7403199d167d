import type { Round } from '../../payload-types.ts'
import type { Case } from '../lifecycle/action.ts'
import { currentRound } from '../lifecycle/present.ts'

/** The present round of an application, or null. */
export const presentRound = ({
  unit: { payload, req },
  adhesion,
}: Pick<Case, 'unit' | 'adhesion'>): Promise<Round | null> => currentRound(payload, req, adhesion)

/** Returns the present round of an application that the Bureau holds. @throws Error where there is none */
export async function roundInHand(of: Case): Promise<Round> {
  const round = await presentRound(of)
  if (!round) throw new Error('The Bureau holds an application without a round')
  return round
}
