import type { Payload } from 'payload'
import { recusedFrom, tallyInput, votesOf } from '../deliberation/count.ts'
import { RECUSAL_LABELS } from '../deliberation/recusal.ts'
import { presidingOver } from '../deliberation/seat.ts'
import { setAside } from '../deliberation/set-aside.ts'
import { electorsIn, recusedIn } from '../deliberation/stored-ballot.ts'
import { tally } from '../deliberation/tally.ts'
import { parisDay } from '../lib/dates.ts'
import type { Ballot } from '../payload-types.ts'
import { SYSTEM } from './actor.ts'
import { onFile, type FileInHand } from './on-file.ts'
import { currentBallot } from './present.ts'
import { requireBody } from './put-to-bureau.ts'
import { settle } from './settle.ts'
import { action } from './action.ts'

export const CLOSE_BALLOT = action({
  name: 'closeBallot',
  from: ['before-bureau'],
  to: ['validated', 'rejected', 'referred'],
  stays: true,
  by: ['system'],
  needs: 'la fin du scrutin, ou minuit passé (des mandats prennent fin)',
  label: 'Dépouiller le scrutin',
  description: 'Count at the end of the ballot, and after each Paris midnight.',
})

/**
 * Counts a file's open round: at its end, after each Paris midnight, when mandates that ended change who may still vote,
 * and when it was noted that somebody may have to leave it. Does nothing while it is suspended, and leaves the file's
 * `rev` alone where nothing changed: who has the file open must not hear that it did.
 */
export function closeBallot(payload: Payload, id: string) {
  return onFile(
    payload,
    { id, action: CLOSE_BALLOT, actor: SYSTEM },
    {
      already: async ({ unit, adhesion, at }) => {
        const ballot = await currentBallot(unit.payload, unit.req, adhesion)
        if (ballot?.status !== 'open') return true
        return ballot.sweptOn === parisDay(at) && new Date(ballot.closesAt ?? 0) > at
      },
      act: async (file) => {
        const {
          unit: { payload: local, req },
          at,
          adhesion,
        } = file
        const found = await currentBallot(local, req, adhesion)
        if (!found) throw new Error('The open round vanished')
        const day = parisDay(at)
        const ballot = await letRecusedLeave(file, found)
        await local.db.updateOne({ collection: 'ballots', id: ballot.id, data: { sweptOn: day }, req })
        const ended = ballot.closesAt !== null && ballot.closesAt !== undefined && new Date(ballot.closesAt) <= at
        const votes = await votesOf(local, req, ballot.id)
        const result = tally(await tallyInput(local, req, { round: ballot, votes, day, closed: ended }))
        if (result.outcome === 'open') {
          if (ballot === found) await giveBackRevision(file)
          return {}
        }
        const body = await requireBody(file)
        await file.record('ballot-closed', { round: ballot.round, ended, outcome: result.outcome })
        const chair = await presidingOver(local, req, 'adhesion-validation', file.subject)
        await settle(file, { ballot, tally: result, decidedOn: day, bodyName: body.name, presiding: chair })
        return {}
      },
    },
  )
}

/** Nothing changed; whoever raced with this still met it on the row. */
async function giveBackRevision({ unit: { payload, req }, adhesion }: FileInHand): Promise<void> {
  adhesion.rev -= 1
  await payload.db.updateOne({ collection: 'adhesions', id: adhesion.id, data: { rev: adhesion.rev }, req })
}

/** Notes on the round, and in the journal, who must leave it by the present facts; a vote that they cast is taken out. */
async function letRecusedLeave(file: FileInHand, ballot: Ballot): Promise<Ballot> {
  const {
    unit: { payload, req },
    at,
  } = file
  const listed = recusedIn(ballot).map(({ person }) => person)
  const leaving = (await recusedFrom(payload, req, ballot, parisDay(at))).filter(
    ({ person }) => !listed.includes(person),
  )
  if (leaving.length === 0) return ballot
  const nameOf = new Map(electorsIn(ballot).map(({ person, name }) => [person, name]))
  const named = leaving.map(({ person, reason }) => ({ person, name: nameOf.get(person) ?? person, reason }))
  for (const { person, name, reason } of named) {
    await file.record('recused', { name, personId: person, reason: RECUSAL_LABELS[reason], round: ballot.round })
  }
  return setAside(payload, req, ballot, named)
}
