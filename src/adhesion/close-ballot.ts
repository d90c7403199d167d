import type { Payload } from 'payload'
import { parisDay } from '../lib/dates.ts'
import { SYSTEM } from './actor.ts'
import { onFile } from './on-file.ts'
import { currentBallot } from './present.ts'
import { requireBody } from './put-to-bureau.ts'
import { presidingToday, tally, tallyInput, votesOf } from './round.ts'
import { settle } from './settle.ts'

/**
 * Counts a file's open round: at its end, when whatever was cast decides, and after each Paris midnight,
 * when mandates that ended change who may still vote. Does nothing while it is suspended or stays open.
 */
export function closeBallot(payload: Payload, id: string) {
  return onFile(payload, { id, transition: 'closeBallot', actor: SYSTEM }, {
    already: async ({ unit, adhesion, at }) => {
      const ballot = await currentBallot(unit.payload, unit.req, adhesion)
      if (ballot?.status !== 'open') return true
      return ballot.sweptOn === parisDay(at) && new Date(ballot.closesAt ?? 0) > at
    },
    act: async (file) => {
      const { unit, at, adhesion } = file
      const ballot = await currentBallot(unit.payload, unit.req, adhesion)
      if (!ballot) throw new Error('The open round vanished')
      const day = parisDay(at)
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
  })
}
