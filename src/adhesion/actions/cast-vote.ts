import type { Payload } from 'payload'
import { voteIn, voteOf } from '../../deliberation/cast-vote.ts'
import { whyNotOpen } from '../../deliberation/state-of-round.ts'
import type { Vote } from '../../payload-types.ts'
import { presentRound, roundInHand } from '../decision/round-in-hand.ts'
import { action } from '../lifecycle/action.ts'
import type { Actor } from '../lifecycle/actor.ts'
import { onFile, type FileInHand } from '../lifecycle/on-file.ts'

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
  blocked: async (of) => whyNotOpen(await presentRound(of), of.at),
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
        const { person } = file.standing
        if (person === null) throw new Error('An elector without a person')
        await voteIn(file, await roundInHand(file), { person, choice, reason: reason ?? null })
        return {}
      },
    },
  )
}

async function ownVote(file: FileInHand): Promise<Vote | null> {
  const { person } = file.standing
  const round = await presentRound(file)
  const own = round?.mode === 'online' && person !== null ? await voteOf(file.unit, round.id, person) : null
  return own?.live ? own : null
}
