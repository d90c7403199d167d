import { conclude } from '../../deliberation/conclude.ts'
import { openRound } from '../../deliberation/open-round.ts'
import { ruleIn } from '../../deliberation/stored-round.ts'
import { part, text } from '../../input/fields.ts'
import { idOf } from '../../lib/ids.ts'
import { bodyThatDecides, requireBody } from '../decision/deciding-body.ts'
import { body } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'
import { signatureHolds } from '../signature/standing-signature.ts'

export const PUT_TO_BUREAU = staffAction({
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
  body: body({ powerToBind: part({ source: text(500) }) }),
  refusals: ['not-signed', 'no-body'],
  blocked: async (of) => {
    if (!(await signatureHolds(of))) return 'not-signed'
    return (await bodyThatDecides(of)) ? null : 'no-body'
  },
  already: ({ adhesion: { currentRound, powerToBind }, actor }, { powerToBind: { source } }) =>
    idOf(currentRound) !== null &&
    actor.kind === 'staff' &&
    idOf(powerToBind?.checkedBy) === actor.user.id &&
    powerToBind?.source === source,
  perform: async (file, { powerToBind: { source } }) => {
    const deciding = await requireBody(file)
    const { round, assembly, tally } = await openRound(file, deciding)
    const { electorate, recused } = assembly
    const user = file.actor.kind === 'staff' ? file.actor.user.id : null
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
      body: deciding.name,
      opened: open ? { quorum: tally.quorumNeeded, minimumFor: ruleIn(round).minimumFor } : null,
    })
    if (!open) await conclude(file, round, tally)
  },
})

/**
 * Opens a round of the Bureau on a file: rule and electorate of today are frozen, electors are told. When
 * fewer than `minimumFor` may vote, it is referred to a session at once. Claims the file as well.
 * @throws DomainError 409 `not-signed` without a signature that still holds, `no-body` when no body validates adhesions.
 */
export const putToBureau = PUT_TO_BUREAU.run
