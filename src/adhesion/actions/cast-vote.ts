import type { Payload } from 'payload'
import { parisDay } from '../../lib/dates.ts'
import type { Round, Vote } from '../../payload-types.ts'
import type { Evidence } from '../../record/facts.ts'
import type { Actor } from '../lifecycle/actor.ts'
import { onFile, type FileInHand } from '../lifecycle/on-file.ts'
import { currentRound } from '../lifecycle/present.ts'
import { requireBody } from './put-to-bureau.ts'
import { tallyInput, votesOf } from '../../deliberation/count.ts'
import { presidingOver } from '../../deliberation/seat.ts'
import { tally } from '../../deliberation/tally.ts'
import { setAside } from '../../deliberation/set-aside.ts'
import { electorsIn } from '../../deliberation/stored-round.ts'
import { roundInHand, whyNotOpen } from '../decision/round-in-hand.ts'
import { settle } from '../decision/settle.ts'
import { action } from '../lifecycle/action.ts'

export type VoteChoice = 'for' | 'against' | 'abstain' | 'recused'

type Input = { id: string; actor: Actor; rev?: number | undefined; choice: VoteChoice; reason?: string | undefined }

export const CAST_VOTE = action({
  name: 'castVote',
  from: ['before-bureau'],
  to: ['validated', 'rejected', 'referred'],
  stays: true,
  by: ['elector'],
  needs: 'un choix',
  label: 'Voter',
  description: 'Vote, change a vote, or declare a conflict of interest; may decide.',
  endpoint: 'vote',
  blocked: whyNotOpen,
})

/**
 * Casts, changes or takes out an elector's vote in the open round; the vote that decides carries the
 * decision out at once. The same choice again changes nothing and is answered with the present state.
 * @throws DomainError 403 when recused or no elector, 409 when no round is open or a session's record suspends it.
 */
export function castVote(payload: Payload, { id, actor, rev, choice, reason }: Input) {
  return onFile(
    payload,
    { id, action: CAST_VOTE, actor, rev },
    {
      already: async (file) => (await ownVote(file))?.choice === choice,
      act: async (file) => {
        const {
          unit,
          at,
          standing: { person },
        } = file
        const round = await roundInHand(file)
        if (person === null) throw new Error('An elector without a person')
        const previous = await writeVote(file, round, person, choice, reason ?? null)
        const declared = { person, name: nameIn(round, person), reason: 'declared' } as const
        const current = choice === 'recused' ? await setAside(unit.payload, unit.req, round, [declared]) : round
        await file.move('before-bureau')
        await recordVote(file, {
          personId: person,
          name: nameIn(round, person),
          choice,
          previous,
          reason: reason ?? null,
          round: round.round,
        })
        const { payload: local, req } = unit
        const votes = await votesOf(local, req, round.id)
        const result = tally(await tallyInput(local, req, { round: current, votes, day: parisDay(at), closed: false }))
        if (result.outcome !== 'open') {
          const body = await requireBody(file)
          const chair = await presidingOver(local, req, 'adhesion-validation', file.subject)
          await settle(file, {
            round: current,
            tally: result,
            decidedOn: parisDay(at),
            bodyName: body.name,
            presiding: chair,
          })
        }
        return {}
      },
    },
  )
}

async function ownVote(file: FileInHand): Promise<Vote | null> {
  const {
    unit: { payload, req },
    adhesion,
    standing: { person },
  } = file
  const round = await currentRound(payload, req, adhesion)
  if (round?.mode !== 'online' || person === null) return null
  const { docs } = await payload.find({
    collection: 'votes',
    where: { and: [{ round: { equals: round.id } }, { person: { equals: person } }, { live: { equals: true } }] },
    limit: 1,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return docs[0] ?? null
}

/** Votes are for those who are not recused; that somebody is recused is for everybody. */
function recordVote(
  file: FileInHand,
  { choice, previous, ...evidence }: Omit<Evidence<'vote-cast'>, 'choice'> & { choice: VoteChoice },
): Promise<void> {
  return choice === 'recused'
    ? file.record('recused', evidence)
    : file.record('vote-cast', { ...evidence, choice, previous })
}

const nameIn = (round: Round, person: string): string =>
  electorsIn(round).find((each) => each.person === person)?.name ?? person

/** Returns the choice that this one takes the place of. */
async function writeVote(
  { unit: { payload, req }, adhesion, at }: FileInHand,
  round: Round,
  person: string,
  choice: VoteChoice,
  reason: string | null,
): Promise<VoteChoice | null> {
  const { docs } = await payload.find({
    collection: 'votes',
    where: { and: [{ round: { equals: round.id } }, { person: { equals: person } }] },
    limit: 1,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const [earlier] = docs
  const castAt = at.toISOString()
  if (earlier) {
    await payload.db.updateOne({
      collection: 'votes',
      id: earlier.id,
      data: { choice, reason, castAt, live: true },
      req,
    })
    return earlier.live ? earlier.choice : null
  }
  await payload.create({
    collection: 'votes',
    data: { adhesion: adhesion.id, round: round.id, person, choice, reason, castAt, live: true },
    req,
    depth: 0,
    overrideAccess: true,
  })
  return null
}
