import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { voidRounds } from '../../deliberation/void-rounds.ts'
import { body, reason } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'

/** A member of the Bureau sends a file back to the secretariat; the round is void. */
export const SEND_BACK = staffAction({
  name: 'sendBack',
  from: WITH_THE_BUREAU,
  to: ['under-review'],
  stays: false,
  by: ['bureau-member'],
  needs: 'un motif ; le tour de scrutin est annulé',
  label: 'Renvoyer à l’instruction',
  description: 'Send the file back to the secretariat; the round is void.',
  endpoint: 'send-back',
  body: body({ reason: reason() }),
  already: (file, { reason: why }) => repeatsLastFact(file, 'sent-back', { reason: why }),
  perform: async (file, { reason: why }) => {
    await voidRounds(file, why)
    await file.move('under-review', { currentRound: null })
    await file.record('sent-back', { reason: why, round: file.adhesion.round ?? null })
  },
})
