import type { Payload } from 'payload'
import { EXPIRE } from './expire.ts'
import { expiryDay, noticeAt } from './expiry.ts'
import { linkTo } from './links.ts'
import type { FileInHand } from './on-file.ts'
import { whenDue } from './when-due.ts'

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
    await tell(file)
    return true
  })
}

async function tell(file: FileInHand): Promise<void> {
  const { adhesion } = file
  const { representative, contact } = adhesion
  const data = {
    reference: adhesion.reference,
    organisation: adhesion.organisation.legalName,
    expiresOn: expiryDay(adhesion),
  }
  await file.owe({
    template: 'expiry-notice',
    key: [adhesion.rev],
    recipient: representative?.email ?? '',
    data,
    links: { sign: await linkTo(file, 'sign') },
  })
  if (!contact?.email || contact.email === representative?.email) return
  await file.owe({
    template: 'expiry-notice-contact',
    key: [adhesion.rev],
    recipient: contact.email,
    data,
    links: { followUp: await linkTo(file, 'follow-up') },
  })
}
