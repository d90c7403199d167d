import type { Round } from '../payload-types.ts'
import type { SubjectInHand } from './in-hand.ts'
import { sessionToConfirm } from './state-of-round.ts'
import { electorsIn, recusedIn, type StoredSession } from './stored-round.ts'
import { roundsThatAre, voidRound } from './void-rounds.ts'

/** What a session's record says, as the facts that speak of it name it. */
const namedIn = ({ sessionDay, minutesReference }: StoredSession) => ({ sessionDay, minutesReference })

/** @throws Error for a round that waits for no confirmation */
function recordIn(round: Round): StoredSession {
  const recorded = sessionToConfirm(round)
  if (!recorded) throw new Error('No session’s record waits for its confirmation')
  return recorded.session
}

/**
 * Takes back a session's record that nobody confirmed. The online round that it suspended is open again, with the votes
 * cast in it and the end that it had; where there is none, the round that was referred stands again.
 * @returns the round that is the present one now
 */
export async function takeBackSession(held: SubjectInHand, round: Round, reason: string): Promise<Round | null> {
  const { payload, req } = held.unit
  const recorded = recordIn(round)
  await voidRound(held, round.id, reason)
  const [suspended] = await roundsThatAre(held, ['suspended'])
  if (suspended)
    await payload.db.updateOne({ collection: 'rounds', id: suspended.id, data: { status: 'open', sweptOn: null }, req })
  const closed = suspended ? [] : await roundsThatAre(held, ['closed'])
  const present = suspended ?? closed.toSorted((a, b) => b.round - a.round)[0] ?? null
  await held.record('session-record-cancelled', {
    ...namedIn(recorded),
    reason,
    round: round.round,
    presiding: recorded.presiding ?? null,
    electorate: suspended ? stillCalled(suspended) : [],
    closesAt: suspended?.closesAt ?? null,
  })
  return present
}

/** Who may vote in a round: the electors but for the recused. */
const stillCalled = (round: Round): string[] => {
  const recused = recusedIn(round).map(({ person }) => person)
  return electorsIn(round).flatMap(({ person }) => (recused.includes(person) ? [] : [person]))
}

/** Who presides says that a session's record is not what was decided: it cannot be confirmed as it stands. */
export async function disputeSession(held: SubjectInHand, round: Round, reason: string): Promise<void> {
  const { payload, req } = held.unit
  const recorded = recordIn(round)
  const data = { session: { ...recorded, disputed: reason } }
  await payload.db.updateOne({ collection: 'rounds', id: round.id, data, req })
  await held.record('session-record-disputed', { ...namedIn(recorded), reason, round: round.round })
}
