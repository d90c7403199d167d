import { onEnded } from '../links/links.ts'
import type { FileInHand } from '../lifecycle/on-file.ts'
import { idOf } from '../../lib/ids.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { openRequest } from './request-information.ts'
import { releasedSlot } from '../lifecycle/slot.ts'
import { voidRounds } from '../../deliberation/void-rounds.ts'
import { action } from '../lifecycle/define.ts'
import { OPEN_STATES } from '../lifecycle/states.ts'

export const WITHDRAW = action({
  name: 'withdraw',
  from: OPEN_STATES,
  to: ['withdrawn'],
  stays: false,
  by: ['applicant', 'representative'],
  needs: 'après la signature, le lien personnel du représentant',
  label: 'Retirer la demande',
  description: 'The applicant gives up; after the signature only the representative may. An open round is void.',
  refusals: ['representative-only'],
  blocked: ({ adhesion, standing }) =>
    idOf(adhesion.signature) !== null && !standing.roles.has('representative') ? 'representative-only' : null,
  already: (file) => repeatsLastFact(file, 'withdrawn', {}),
  perform: async (file) => {
    const { adhesion, at } = file
    await voidRounds(file, 'Demande retirée par l’organisme.')
    await dropRequest(file)
    await file.move('withdrawn', { endedAt: at.toISOString(), slot: releasedSlot(adhesion.id) })
    await onEnded(file)
    await file.record('withdrawn', {})
  },
})

/**
 * The applicant gives up; after the signature the representative alone may, by a link of their own. An open
 * round is void, an open question needs no answer any more.
 * @throws DomainError 403 `representative-only`.
 */
export const withdraw = WITHDRAW.run

async function dropRequest(file: FileInHand): Promise<void> {
  const request = await openRequest(file)
  if (!request) return
  const { payload, req } = file.unit
  await payload.db.updateOne({ collection: 'information-requests', id: request.id, data: { status: 'cancelled' }, req })
}
