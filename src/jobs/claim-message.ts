import type { Payload, Where } from 'payload'
import { findFirst } from '../db/find.ts'
import { databaseNow } from '../db/database-clock.ts'
import { now } from '../lib/clock.ts'
import type { Message } from '../payload-types.ts'
import { LANES } from '../record/messages.ts'
import { abandonedAt, claimFrom, dueAt, settleRow, type Queue } from './leased-rows.ts'

/** The domains and networks that have their share of this sender's places now: rows for them wait. */
export type Busy = {
  /** Domains of recipients. */
  domains: readonly string[]
  /** Networks from which bounded e-mails are being sent. */
  networks: readonly string[]
}

/**
 * Takes one row that is due, or whose sender died while it held it, for this sender alone: by a conditional
 * update that only one can win. What nothing bounds comes first, then the first e-mail of each file, then the others.
 * @returns the row as taken, or null when nothing is due
 */
export const claimMessage = (payload: Payload, instance: string, busy: Busy): Promise<Message | null> =>
  claimFrom(payload, 'messages', instance, queuesAt(payload, now(), busy))

/** One query each rather than an `or`: each follows an index. */
function queuesAt(payload: Payload, at: Date, { domains, networks }: Busy): Queue[] {
  const free: Where[] = domains.length > 0 ? [{ domain: { not_in: [...domains] } }] : []
  const fromOthers: Where[] = networks.length > 0 ? [{ network: { not_in: [...networks] } }] : []
  const due: Where[] = [...dueAt(at), ...free]
  const inTurn = { sort: ['turn', 'createdAt'] }
  return [
    { where: { and: [...abandonedAt(databaseNow(payload)), ...free] }, sort: ['notBefore', 'createdAt'] },
    { where: { and: [{ lane: { exists: false } }, ...due] }, sort: ['notBefore', 'createdAt'] },
    { where: { and: [{ lane: { equals: LANES.first } }, ...due, ...fromOthers] }, ...inTurn },
    { where: { and: [{ lane: { equals: LANES.later } }, ...due, ...fromOthers] }, ...inTurn },
  ]
}

/** Lets all leave that waits because the mail server was away. */
export async function wakeAfterOutage(payload: Payload): Promise<void> {
  await payload.db.updateMany({
    collection: 'messages',
    where: { and: [{ status: { equals: 'owed' } }, { serverAway: { equals: true } }] },
    data: { serverAway: false, notBefore: now().toISOString() },
  })
}

/** Lets the next of those leave that wait because the mail server is away, to see whether it still is. */
export async function probeServer(payload: Payload): Promise<void> {
  const next = await findFirst({ payload }, 'messages', {
    where: { and: [{ status: { equals: 'owed' } }, { serverAway: { equals: true } }] },
    sort: 'notBefore',
  })
  if (next) {
    const { id } = next
    await payload.db.updateOne({
      collection: 'messages',
      where: { and: [{ id: { equals: id } }, { status: { equals: 'owed' } }] },
      data: { notBefore: now().toISOString() },
      options: { atomic: true },
    })
  }
}

/**
 * Writes what became of an e-mail, if this sender still holds its row.
 * @returns false when another took it over meanwhile
 */
export const settleMessage = (
  payload: Payload,
  row: Pick<Message, 'id' | 'leaseBy'>,
  data: Partial<Message>,
): Promise<boolean> => settleRow(payload, 'messages', row, data)
