import { parisDay } from '../lib/dates.ts'
import type { Round } from '../payload-types.ts'
import type { RoundDenial } from './denials.ts'
import { sessionIn, tallyIn } from './stored-round.ts'

/** Whether the time that a round was opened for is over. */
export const hasEnded = ({ closesAt }: Round, at: Date): boolean => Boolean(closesAt) && new Date(closesAt ?? 0) <= at

/** Why nobody may vote in a round. */
export type NotOpen = Extract<RoundDenial, 'voting-suspended' | 'ballot-ended'>

/** What keeps everybody from voting in a present round, or null. One whose end has come waits to be counted. */
export function whyNotOpen(round: Round | null, at: Date): NotOpen | null {
  if (round?.status !== 'open') return 'voting-suspended'
  return hasEnded(round, at) ? 'ballot-ended' : null
}

/**
 * What keeps everybody from changing recusals and answering questions in a present round, or null: they may still change
 * in an open one, and in one that was referred while its subject waits for a session.
 */
export const whyNotToJudge = (round: Round | null, at: Date): NotOpen | null =>
  round?.status === 'closed' && round.outcome === 'referred' ? null : whyNotOpen(round, at)

/** Whether an open round was counted today and has not ended since, so that there is nothing to count anew. */
export const isCounted = (round: Round, at: Date): boolean =>
  round.sweptOn === parisDay(at) && new Date(round.closesAt ?? 0) > at

/** What a session's record holds that waits for who presided to confirm it; null where none waits. */
export function sessionToConfirm(round: Round | null) {
  if (round?.status !== 'awaiting-confirmation') return null
  const session = sessionIn(round)
  const tally = tallyIn(round)
  return session && tally ? { session, tally } : null
}
