import type { Payload } from 'payload'
import { SYSTEM } from '../lifecycle/actor.ts'
import { expiresAt } from '../lifecycle/expiry.ts'
import { onEnded } from '../links/links.ts'
import { releasedSlot } from '../lifecycle/slot.ts'
import { action } from '../lifecycle/define.ts'

export const EXPIRE = action({
  name: 'expire',
  from: ['awaiting-signature'],
  to: ['expired'],
  stays: false,
  by: ['system'],
  needs: '60 jours sans signature, après un rappel 14 jours avant',
  label: 'Constater l’expiration',
  description: 'Nobody signed within 60 days.',
  done: ({ adhesion, at }) => adhesion.status !== 'awaiting-signature' || at < expiresAt(adhesion),
  perform: async (file) => {
    await file.move('expired', { endedAt: file.at.toISOString(), slot: releasedSlot(file.adhesion.id) })
    await file.record('expired', {})
    await onEnded(file)
  },
})

/** Ends a file that nobody signed in 60 days. One that is not due, or was signed meanwhile, is left as it is. */
export const expire = (payload: Payload, id: string) => EXPIRE.run(payload, { id, actor: SYSTEM })
