import type { Payload, PayloadRequest } from 'payload'
import type { Ballot } from '../payload-types.ts'
import { recusedIn, type RecusedElector } from './stored-ballot.ts'

/** Lists persons as recused in a round and takes out the votes that they cast in it. Returns the round as it then stands. */
export async function setAside(
  payload: Payload,
  req: PayloadRequest,
  round: Ballot,
  leaving: readonly RecusedElector[],
): Promise<Ballot> {
  const recused = [...recusedIn(round), ...leaving]
  await payload.db.updateOne({ collection: 'ballots', id: round.id, data: { recused }, req })
  const found = leaving.filter(({ reason }) => reason !== 'declared').map(({ person }) => person)
  if (found.length > 0) {
    await payload.db.updateMany({
      collection: 'votes',
      where: { and: [{ ballot: { equals: round.id } }, { person: { in: found } }] },
      data: { live: false },
      req,
    })
  }
  return { ...round, recused: recused.map((each) => ({ ...each })) }
}
