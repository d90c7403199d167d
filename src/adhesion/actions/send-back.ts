import type { Payload } from 'payload'
import type { Actor } from '../lifecycle/actor.ts'
import { onFile } from '../lifecycle/on-file.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { voidRounds } from '../../deliberation/void-rounds.ts'
import { action } from '../lifecycle/action.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'

export const SEND_BACK = action({
  name: 'sendBack',
  from: WITH_THE_BUREAU,
  to: ['under-review'],
  stays: false,
  by: ['bureau-member'],
  needs: 'un motif ; le tour de scrutin est annulé',
  label: 'Renvoyer à l’instruction',
  description: 'Send the file back to the secretariat; the round is void.',
  endpoint: 'send-back',
})

/** A member of the Bureau sends a file back to the secretariat; the round is void. */
export function sendBack(
  payload: Payload,
  { id, actor, rev, reason }: { id: string; actor: Actor; rev?: number | undefined; reason: string },
) {
  return onFile(
    payload,
    { id, action: SEND_BACK, actor, rev },
    {
      already: (file) => repeatsLastFact(file, 'sent-back', { reason }),
      act: async (file) => {
        await voidRounds(file, reason)
        await file.move('under-review', { currentRound: null })
        await file.record('sent-back', { reason, round: file.adhesion.round ?? null })
        return {}
      },
    },
  )
}
