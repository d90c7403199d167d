import type { Payload } from 'payload'
import { findFirst } from '../../db/find.ts'
import { unitOfWork, type UnitOfWork } from '../../db/unit-of-work.ts'
import { now } from '../../lib/clock.ts'
import { foldEmail } from '../../lib/fold.ts'
import type { Adhesion } from '../../payload-types.ts'
import { wakeSender } from '../../record/wake.ts'
import type { Client } from '../lifecycle/actor.ts'
import { hasRunOut, linkTo } from './links.ts'
import { oweNotices } from '../notices.ts'

const HOUR = 60 * 60_000

/**
 * Sends somebody on the applicant's side the link that follows their file, at most once an hour each, and not once
 * it has run out; `client` asks for it without any link. After the signature the representative's is a link of their own, since it alone may withdraw.
 */
export async function sendFollowUpLink(
  payload: Payload,
  adhesion: Adhesion,
  recipient: string,
  client: Client,
): Promise<void> {
  const subject = `adhesion:${adhesion.id}`
  await unitOfWork(payload, async (unit) => {
    const at = now()
    if (await wasSentLately(unit, subject, recipient, at)) return
    const own = Boolean(adhesion.signedAt) && foldEmail(recipient) === adhesion.representativeEmailKey
    const purpose = own ? 'representative-follow-up' : 'follow-up'
    if (await hasRunOut({ unit, subject, at }, purpose)) return
    const link = await linkTo({ unit, subject, at }, purpose)
    const actor = { kind: 'anybody', client } as const
    await oweNotices({ unit, adhesion, at, subject, actor }, 'follow-up-asked', { recipient, link })
  })
  wakeSender(payload)
}

async function wasSentLately(
  { payload, req }: UnitOfWork,
  subject: string,
  recipient: string,
  at: Date,
): Promise<boolean> {
  const found = await findFirst({ payload, req }, 'messages', {
    where: {
      and: [
        { subject: { equals: subject } },
        { template: { equals: 'follow-up-link' } },
        { recipientKey: { equals: foldEmail(recipient) } },
        // Set when the row is owed and only ever moved later.
        { notBefore: { greater_than: new Date(at.getTime() - HOUR).toISOString() } },
      ],
    },
  })
  return found !== null
}
