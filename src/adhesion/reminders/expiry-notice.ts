import type { Payload } from 'payload'
import { EXPIRE } from '../actions/expire.ts'
import { expiryDay, noticeAt } from '../lifecycle/expiry.ts'
import { whenDue } from '../lifecycle/when-due.ts'

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
