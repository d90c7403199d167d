import type { Payload } from 'payload'
import { SYSTEM } from '../lifecycle/actor.ts'
import { expiresAt, expiryDay, noticeAt } from '../lifecycle/expiry.ts'
import { whenDue } from '../lifecycle/when-due.ts'
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

/**
 * Tells representative and contact, 14 days before, that a file will expire for want of a signature; the
 * representative's link is renewed. Nothing is done twice, nor before its time.
 * @returns whether they are told now
 */
export function noticeExpiry(payload: Payload, id: string): Promise<boolean> {
  return whenDue(payload, id, EXPIRE, async (file) => {
    const { adhesion, at, unit } = file
    if (adhesion.status !== 'awaiting-signature' || adhesion.expiryNoticeAt || at < noticeAt(adhesion)) return false
    await payload.db.updateOne({
      collection: 'adhesions',
      id,
      data: { expiryNoticeAt: at.toISOString() },
      req: unit.req,
    })
    await file.record('expiry-announced', { expiresOn: expiryDay(adhesion) })
    return true
  })
}
