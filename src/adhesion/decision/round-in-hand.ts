import type { Round } from '../../payload-types.ts'
import type { Case } from '../lifecycle/action.ts'
import type { DenialCode } from '../lifecycle/denials.ts'
import { currentRound } from '../lifecycle/present.ts'

const presentRound = ({ unit: { payload, req }, adhesion }: Case): Promise<Round | null> =>
  currentRound(payload, req, adhesion)

/** What keeps everybody from voting in the present round, or null. One whose end has come waits to be counted. */
export async function whyNotOpen(of: Case): Promise<DenialCode | null> {
  const round = await presentRound(of)
  if (round?.status !== 'open') return 'voting-suspended'
  return round.closesAt && new Date(round.closesAt) <= of.at ? 'ballot-ended' : null
}

/**
 * What keeps everybody from changing recusals and answering questions in the present round, or null: they may still
 * change in an open one, and in that of an application that waits for a session.
 */
export async function whyNotToJudge(of: Case): Promise<DenialCode | null> {
  if (of.adhesion.status !== 'referred') return whyNotOpen(of)
  return (await presentRound(of))?.status === 'closed' ? null : 'voting-suspended'
}

/** Returns the present round of an application that the Bureau holds. @throws Error where there is none */
export async function roundInHand(of: Case): Promise<Round> {
  const round = await presentRound(of)
  if (!round) throw new Error('The Bureau holds an application without a round')
  return round
}
