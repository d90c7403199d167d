import { parisDay } from '../lib/dates.ts'
import type { Round } from '../payload-types.ts'
import { conclude } from './conclude.ts'
import { countNow, recusedFrom } from './count.ts'
import type { SubjectInHand } from './in-hand.ts'
import { RECUSAL_LABELS } from './recusal.ts'
import { setAside } from './set-aside.ts'
import { hasEnded } from './state-of-round.ts'
import { nameIn, recusedIn } from './stored-round.ts'

/**
 * Counts an open round on a day: who must not judge leaves it, and where it is decided, or its end has come, it closes.
 * @returns whether anything changed but the day of the count
 */
export async function countRound(held: SubjectInHand, found: Round): Promise<boolean> {
  const {
    unit: { payload, req },
    at,
  } = held
  const round = await letRecusedLeave(held, found)
  await payload.db.updateOne({ collection: 'rounds', id: round.id, data: { sweptOn: parisDay(at) }, req })
  const ended = hasEnded(round, at)
  const tally = await countNow(held, round, ended)
  if (tally.outcome === 'open') return round !== found
  await held.record('ballot-closed', { round: round.round, ended, outcome: tally.outcome })
  await conclude(held, round, tally)
  return true
}

/** Notes on the round, and in the journal, who must leave it by the present facts; a vote that they cast is taken out. */
async function letRecusedLeave(held: SubjectInHand, round: Round): Promise<Round> {
  const {
    unit: { payload, req },
    at,
  } = held
  const listed = recusedIn(round).map(({ person }) => person)
  const leaving = (await recusedFrom(payload, req, round, parisDay(at))).filter(
    ({ person }) => !listed.includes(person),
  )
  if (leaving.length === 0) return round
  const named = leaving.map(({ person, reason }) => ({ person, name: nameIn(round, person), reason }))
  for (const { person, name, reason } of named) {
    await held.record('recused', { name, personId: person, reason: RECUSAL_LABELS[reason], round: round.round })
  }
  return setAside(payload, req, round, named)
}
