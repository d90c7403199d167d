import { findFirst, type ReadContext } from '../db/find.ts'
import type { Round, Vote } from '../payload-types.ts'
import { conclude } from './conclude.ts'
import { countNow } from './count.ts'
import type { SubjectInHand } from './in-hand.ts'
import { setAside } from './set-aside.ts'
import { nameIn } from './stored-round.ts'

type Cast = { person: string; choice: Vote['choice']; reason: string | null }

/**
 * Casts, changes or takes out an elector's vote in an open round. Votes are for those who are not recused to read; that
 * somebody is recused is for everybody. The vote that decides closes the round at once.
 */
export async function voteIn(held: SubjectInHand, round: Round, { person, choice, reason }: Cast): Promise<void> {
  const name = nameIn(round, person)
  const previous = await writeVote(held, round, { person, choice, reason })
  const said = { personId: person, name, reason, round: round.round }
  let present = round
  if (choice === 'recused') {
    present = await setAside(held.unit.payload, held.unit.req, round, [{ person, name, reason: 'declared' }])
    await held.record('recused', said)
  } else {
    await held.record('vote-cast', { ...said, choice, previous })
  }
  const tally = await countNow(held, present, false)
  if (tally.outcome !== 'open') await conclude(held, present, tally)
}

/** The vote that a person cast in a round, or null; one that was taken out is not live. */
export const voteOf = (reader: ReadContext, round: string, person: string): Promise<Vote | null> =>
  findFirst(reader, 'votes', { where: { round: { equals: round }, person: { equals: person } } })

/** Returns the choice that this one takes the place of. */
async function writeVote(
  { unit, subject, at }: SubjectInHand,
  { id: round }: Round,
  { person, choice, reason }: Cast,
): Promise<Vote['choice'] | null> {
  const { payload, req } = unit
  const earlier = await voteOf(unit, round, person)
  const cast = { choice, reason, castAt: at.toISOString(), live: true }
  if (earlier) {
    await payload.db.updateOne({ collection: 'votes', id: earlier.id, data: cast, req })
    return earlier.live ? earlier.choice : null
  }
  await payload.create({
    collection: 'votes',
    data: { ...cast, subject, round, person },
    req,
    depth: 0,
    overrideAccess: true,
  })
  return null
}
