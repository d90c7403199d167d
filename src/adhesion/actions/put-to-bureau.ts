import type { Payload } from 'payload'
import { conclude } from '../../deliberation/conclude.ts'
import { openRound } from '../../deliberation/open-round.ts'
import { ruleIn } from '../../deliberation/stored-round.ts'
import { idOf } from '../../lib/ids.ts'
import { bodyThatDecides, requireBody } from '../decision/deciding-body.ts'
import { action } from '../lifecycle/action.ts'
import type { Actor } from '../lifecycle/actor.ts'
import { onFile } from '../lifecycle/on-file.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'
import { signatureHolds } from '../signature/standing-signature.ts'

type Input = { id: string; actor: Actor; rev?: number | undefined; source: string }

export const PUT_TO_BUREAU = action({
  name: 'putToBureau',
  from: ['submitted', 'under-review'],
  to: WITH_THE_BUREAU,
  stays: false,
  by: ['secretariat'],
  needs: 'une signature valable et le pouvoir du signataire vérifié, avec sa source',
  label: 'Soumettre au Bureau',
  description:
    'Open a round of the Bureau; refers to a session at once when too few may vote. Claims the file as well.',
  endpoint: 'put-to-bureau',
  blocked: async (of) => {
    if (!(await signatureHolds(of))) return 'not-signed'
    return (await bodyThatDecides(of)) ? null : 'no-body'
  },
})

/**
 * Opens a round of the Bureau on a file: rule and electorate of today are frozen, electors are told. When
 * fewer than `minimumFor` may vote, it is referred to a session at once. Claims the file as well.
 * @throws DomainError 409 `not-signed` without a signature that still holds, `no-body` when no body validates adhesions.
 */
export function putToBureau(payload: Payload, { id, actor, rev, source }: Input) {
  return onFile(
    payload,
    { id, action: PUT_TO_BUREAU, actor, rev },
    {
      already: ({ adhesion: { currentRound, powerToBind } }) =>
        idOf(currentRound) !== null &&
        actor.kind === 'staff' &&
        idOf(powerToBind?.checkedBy) === actor.user.id &&
        powerToBind?.source === source,
      act: async (file) => {
        const body = await requireBody(file)
        const { round, assembly, tally } = await openRound(file, body)
        const { electorate, recused } = assembly
        const user = actor.kind === 'staff' ? actor.user.id : null
        const at = file.at.toISOString()
        await file.move('before-bureau', {
          round: round.round,
          currentRound: round.id,
          claimedBy: user,
          claimedAt: at,
          powerToBind: { source, checkedBy: user, checkedAt: at },
        })
        const open = tally.outcome === 'open'
        await file.record('put-to-bureau', {
          source,
          round: round.round,
          closesAt: round.closesAt,
          electorate,
          recused,
          body: body.name,
          opened: open ? { quorum: tally.quorumNeeded, minimumFor: ruleIn(round).minimumFor } : null,
        })
        if (!open) await conclude(file, round, tally)
        return {}
      },
    },
  )
}
