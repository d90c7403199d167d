import type { Payload } from 'payload'
import { countRound } from '../../deliberation/count-round.ts'
import { isCounted } from '../../deliberation/state-of-round.ts'
import { presentRound, roundInHand } from '../lifecycle/present.ts'
import { action } from '../lifecycle/define.ts'
import { SYSTEM } from '../lifecycle/actor.ts'
import type { FileInHand } from '../lifecycle/on-file.ts'

export const CLOSE_ROUND = action({
  name: 'closeRound',
  from: ['before-bureau'],
  to: ['validated', 'rejected', 'referred'],
  stays: true,
  by: ['system'],
  needs: 'la fin du scrutin, ou minuit passé (des mandats prennent fin)',
  label: 'Dépouiller le scrutin',
  description: 'Count at the end of the round, and after each Paris midnight.',
  refusals: ['no-body'],
  already: async (file) => {
    const round = await presentRound(file)
    return round?.status !== 'open' || isCounted(round, file.at)
  },
  perform: async (file) => {
    if (!(await countRound(file, await roundInHand(file)))) await giveBackRevision(file)
  },
})

/**
 * Counts a file's open round: at its end, after each Paris midnight, when mandates that ended change who may still vote,
 * and when it was noted that somebody may have to leave it. Does nothing while it is suspended, and leaves the file's
 * `rev` alone where nothing changed: who has the file open must not hear that it did.
 */
export const closeRound = (payload: Payload, id: string) => CLOSE_ROUND.run(payload, { id, actor: SYSTEM })

/** Nothing changed; whoever raced with this still met it on the row. */
async function giveBackRevision({ unit: { payload, req }, adhesion }: FileInHand): Promise<void> {
  adhesion.rev -= 1
  await payload.db.updateOne({ collection: 'adhesions', id: adhesion.id, data: { rev: adhesion.rev }, req })
}
