import { findAll } from '../../db/find.ts'
import type { Message } from '../../payload-types.ts'
import { holdsRole } from '../../governance/roles.ts'
import { formatDateTime } from '../../lib/dates.ts'
import { now } from '../../lib/clock.ts'
import { departureOf } from '../../record/mail-caps.ts'
import { mailLabel } from '../../record/mail-labels.ts'
import type { Reader } from '../reader.ts'
import type { MailModel } from './model.ts'
import { MAILS } from './words.ts'

/** What is due within this time, in milliseconds, is not said to wait. */
const SOON = 60_000

/**
 * What was written about subjects (`adhesion:<id>`), to whom, and what became of it, the newest first: for who reads them. Neither text
 * nor links leave the server.
 */
export async function readMails({ payload, req, user }: Reader, subjects: readonly string[]): Promise<MailModel[]> {
  const docs = await findAll({ payload, req }, 'messages', {
    where: { subject: { in: [...subjects] } },
    sort: '-createdAt',
  })
  return Promise.all(
    docs.map(async (row) => ({
      id: row.id,
      label: mailLabel(row.template),
      to: row.recipient,
      href: holdsRole(user, 'secretariat') ? `/admin/collections/messages/${row.id}` : null,
      ...(await statusOf(payload, row)),
    })),
  )
}

async function statusOf(payload: Reader['payload'], row: Message): Promise<Pick<MailModel, 'status' | 'tone'>> {
  if (row.status === 'sent')
    return { status: MAILS.sent(row.sentAt ? formatDateTime(new Date(row.sentAt)) : ''), tone: 'fine' }
  if (row.status === 'failed')
    return row.lastError === 'superseded'
      ? { status: MAILS.superseded, tone: 'fine' }
      : { status: MAILS.failed(row.lastError ?? ''), tone: 'look' }
  const departure = await departureOf(payload, row)
  const leaves = new Date(Math.max(departure.getTime(), new Date(row.notBefore).getTime()))
  if (leaves.getTime() - now().getTime() <= SOON) return { status: MAILS.soon, tone: 'fine' }
  const at = formatDateTime(leaves)
  return { status: row.attempts > 0 && row.lastError ? MAILS.again(at, row.lastError) : MAILS.waits(at), tone: 'look' }
}
