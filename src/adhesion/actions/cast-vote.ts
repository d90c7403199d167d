import { voteIn, voteOf } from '../../deliberation/cast-vote.ts'
import { CHOICES } from '../../deliberation/majority.ts'
import { whyNotOpen } from '../../deliberation/state-of-round.ts'
import { choice, optionalText } from '../../input/fields.ts'
import type { Vote } from '../../payload-types.ts'
import { presentRound, roundInHand } from '../lifecycle/present.ts'
import { body, REASON, several } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import type { FileInHand } from '../lifecycle/on-file.ts'

/** What an elector may say in an online round. */
export const VOTES = [...CHOICES, 'recused'] as const
export type VoteChoice = (typeof VOTES)[number]

export const CAST_VOTE = staffAction({
  name: 'castVote',
  from: ['before-bureau'],
  to: ['validated', 'rejected', 'referred'],
  stays: true,
  by: ['elector'],
  needs: 'un choix',
  label: 'Voter',
  description: 'Vote, change a vote, or declare a conflict of interest; may decide.',
  endpoint: 'vote',
  body: body({ choice: choice(VOTES), reason: optionalText(REASON, several) }),
  // Who declared a conflict may say so again.
  whileRecused: { choice: 'recused' },
  refusals: ['voting-suspended', 'ballot-ended', 'no-body'],
  blocked: async (of) => whyNotOpen(await presentRound(of), of.at),
  already: async (file, sent) => (await ownVote(file))?.choice === sent.choice,
  perform: async (file, sent) => {
    const { person } = file.standing
    if (person === null) throw new Error('An elector without a person')
    await voteIn(file, await roundInHand(file), { person, choice: sent.choice, reason: sent.reason ?? null })
  },
})

/**
 * Casts, changes or takes out an elector's vote in the open round; the vote that decides carries the
 * decision out at once. The same choice again changes nothing and is answered with the present state.
 * @throws DomainError 403 when recused or no elector, 409 when no round is open or a session's record suspends it.
 */
export const castVote = CAST_VOTE.run

async function ownVote(file: FileInHand): Promise<Vote | null> {
  const { person } = file.standing
  const round = await presentRound(file)
  const own = round?.mode === 'online' && person !== null ? await voteOf(file.unit, round.id, person) : null
  return own?.live ? own : null
}
