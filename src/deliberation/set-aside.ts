import type { Payload, PayloadRequest } from 'payload'
import type { Round } from '../payload-types.ts'
import { recusedIn, type RecusedElector } from './stored-round.ts'

/** Lists persons as recused in a round and takes out the votes that they cast in it. Returns the round as it then stands. */
export async function setAside(
  payload: Payload,
  req: PayloadRequest,
  round: Round,
  leaving: readonly RecusedElector[],
): Promise<Round> {
  const recused = [...recusedIn(round), ...leaving]
  await payload.db.updateOne({ collection: 'rounds', id: round.id, data: { recused }, req })
  const found = leaving.filter(({ reason }) => reason !== 'declared').map(({ person }) => person)
  if (found.length > 0) {
    await payload.db.updateMany({
      collection: 'votes',
      where: { and: [{ round: { equals: round.id } }, { person: { in: found } }] },
      data: { live: false },
      req,
    })
  }
  return { ...round, recused: recused.map((each) => ({ ...each })) }
}
