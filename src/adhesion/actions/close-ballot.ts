import type { Payload } from 'payload'
import { recusedFrom, tallyInput, votesOf } from '../../deliberation/count.ts'
import { RECUSAL_LABELS } from '../../deliberation/recusal.ts'
import { presidingOver } from '../../deliberation/seat.ts'
import { setAside } from '../../deliberation/set-aside.ts'
import { electorsIn, recusedIn } from '../../deliberation/stored-round.ts'
import { tally } from '../../deliberation/tally.ts'
import { parisDay } from '../../lib/dates.ts'
import type { Round } from '../../payload-types.ts'
import { SYSTEM } from '../lifecycle/actor.ts'
import { onFile, type FileInHand } from '../lifecycle/on-file.ts'
import { currentRound } from '../lifecycle/present.ts'
import { requireBody } from './put-to-bureau.ts'
import { settle } from '../decision/settle.ts'
import { action } from '../lifecycle/action.ts'

export const CLOSE_BALLOT = action({
  name: 'closeBallot',
  from: ['before-bureau'],
  to: ['validated', 'rejected', 'referred'],
  stays: true,
  by: ['system'],
  needs: 'la fin du scrutin, ou minuit passé (des mandats prennent fin)',
  label: 'Dépouiller le scrutin',
  description: 'Count at the end of the round, and after each Paris midnight.',
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
        const round = await currentRound(unit.payload, unit.req, adhesion)
        if (round?.status !== 'open') return true
        return round.sweptOn === parisDay(at) && new Date(round.closesAt ?? 0) > at
      },
      act: async (file) => {
        const {
          unit: { payload: local, req },
          at,
          adhesion,
        } = file
        const found = await currentRound(local, req, adhesion)
        if (!found) throw new Error('The open round vanished')
        const day = parisDay(at)
        const round = await letRecusedLeave(file, found)
        await local.db.updateOne({ collection: 'rounds', id: round.id, data: { sweptOn: day }, req })
        const ended = round.closesAt !== null && round.closesAt !== undefined && new Date(round.closesAt) <= at
        const votes = await votesOf(local, req, round.id)
        const result = tally(await tallyInput(local, req, { round: round, votes, day, closed: ended }))
        if (result.outcome === 'open') {
          if (round === found) await giveBackRevision(file)
          return {}
        }
        const body = await requireBody(file)
        await file.record('ballot-closed', { round: round.round, ended, outcome: result.outcome })
        const chair = await presidingOver(local, req, 'adhesion-validation', file.subject)
        await settle(file, { round, tally: result, decidedOn: day, bodyName: body.name, presiding: chair })
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
async function letRecusedLeave(file: FileInHand, round: Round): Promise<Round> {
  const {
    unit: { payload, req },
    at,
  } = file
  const listed = recusedIn(round).map(({ person }) => person)
  const leaving = (await recusedFrom(payload, req, round, parisDay(at))).filter(
    ({ person }) => !listed.includes(person),
  )
  if (leaving.length === 0) return round
  const nameOf = new Map(electorsIn(round).map(({ person, name }) => [person, name]))
  const named = leaving.map(({ person, reason }) => ({ person, name: nameOf.get(person) ?? person, reason }))
  for (const { person, name, reason } of named) {
    await file.record('recused', { name, personId: person, reason: RECUSAL_LABELS[reason], round: round.round })
  }
  return setAside(payload, req, round, named)
}
