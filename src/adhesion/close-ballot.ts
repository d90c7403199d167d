import type { Payload } from 'payload'
import { RECUSAL_LABELS } from '../deliberation/electorate.ts'
import { parisDay } from '../lib/dates.ts'
import type { Ballot } from '../payload-types.ts'
import { SYSTEM } from './actor.ts'
import { onFile, type FileInHand } from './on-file.ts'
import { currentBallot } from './present.ts'
import { requireBody } from './put-to-bureau.ts'
import { presidingToday, recusedSince, tally, tallyInput, votesOf } from './round.ts'
import { settle } from './settle.ts'
import { electorsIn, recusedIn } from './stored-ballot.ts'

/**
 * Counts a file's open round: at its end, when whatever was cast decides, and after each Paris midnight,
 * when mandates that ended change who may still vote. Does nothing while it is suspended or stays open.
 * @param anew whether it is counted although it was today: somebody had to leave it
 */
export function closeBallot(payload: Payload, id: string, { anew = false }: { anew?: boolean } = {}) {
  return onFile(
    payload,
    { id, transition: 'closeBallot', actor: SYSTEM },
    {
      already: async ({ unit, adhesion, at }) => {
        const ballot = await currentBallot(unit.payload, unit.req, adhesion)
        if (ballot?.status !== 'open') return true
        return !anew && ballot.sweptOn === parisDay(at) && new Date(ballot.closesAt ?? 0) > at
      },
      act: async (file) => {
        const { unit, at, adhesion } = file
        const found = await currentBallot(unit.payload, unit.req, adhesion)
        if (!found) throw new Error('The open round vanished')
        const day = parisDay(at)
        const ballot = await setRecusedAside(file, found)
        await unit.payload.db.updateOne({ collection: 'ballots', id: ballot.id, data: { sweptOn: day }, req: unit.req })
        const ended = ballot.closesAt !== null && ballot.closesAt !== undefined && new Date(ballot.closesAt) <= at
        const input = await tallyInput(unit, ballot, await votesOf(unit, ballot.id), day, ended)
        const result = tally(input)
        if (result.outcome === 'open') return {}
        const body = await requireBody(file)
        await file.record('ballot-closed', { round: ballot.round, ended, outcome: result.outcome })
        const chair = await presidingToday(unit, ballot, day)
        await settle(file, { ballot, tally: result, decidedOn: day, bodyName: body.name, presiding: chair })
        return {}
      },
    },
  )
}

/** Notes on the round, and in the journal, who must leave it by the present facts; a voice that they cast is taken out. */
async function setRecusedAside(file: FileInHand, ballot: Ballot): Promise<Ballot> {
  const { unit, at } = file
  const leaving = await recusedSince(unit, ballot, parisDay(at))
  if (leaving.length === 0) return ballot
  const nameOf = new Map(electorsIn(ballot).map(({ person, name }) => [person, name]))
  const recused = [
    ...recusedIn(ballot),
    ...leaving.map(({ person, reason }) => ({ person, name: nameOf.get(person) ?? person, reason })),
  ]
  await unit.payload.db.updateOne({ collection: 'ballots', id: ballot.id, data: { recused }, req: unit.req })
  for (const { person, reason } of leaving) {
    await unit.payload.db.updateMany({
      collection: 'votes',
      where: { and: [{ ballot: { equals: ballot.id } }, { person: { equals: person } }] },
      data: { live: false },
      req: unit.req,
    })
    await file.record('recused', {
      name: nameOf.get(person) ?? person,
      personId: person,
      reason: RECUSAL_LABELS[reason],
      round: ballot.round,
    })
  }
  return { ...ballot, recused: recused.map((each) => ({ ...each })) }
}
