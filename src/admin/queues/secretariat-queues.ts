import type { Where } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { formatDay, isDay, parisDay } from '../../lib/dates.ts'
import type { Adhesion } from '../../payload-types.ts'
import { since } from '../adhesion/since.ts'
import { asReader, type Reader } from '../reader.ts'
import { fileItem, filesQueue, filesWhere, queueOf, UNTOLD_REFUSAL } from './files.ts'
import type { Queue, QueueItem } from './model.ts'
import { LINES, QUEUES } from './words.ts'

/** For the secretariat: what waits to be instructed, the oldest first, and what is late. Each queue asks for what it shows. */
export async function secretariatQueues(reader: Reader, at: Date): Promise<Queue[]> {
  const age = ({ enteredStateAt }: Adhesion) => since(enteredStateAt, at)
  const inState = (status: Adhesion['status'], ...more: Where[]): Where => ({
    and: [{ status: { equals: status } }, ...more],
  })
  const me = reader.user.id
  // Who is nobody is not among those that are not me, for a database.
  const notMine: Where = { or: [{ claimedBy: { exists: false } }, { claimedBy: { not_equals: me } }] }
  return [
    await filesQueue(reader, QUEUES.toInstruct, inState('submitted'), age),
    await filesQueue(reader, QUEUES.mine, inState('under-review', { claimedBy: { equals: me } }), age),
    queueOf(QUEUES.late, await lateRequests(reader, at)),
    await filesQueue(reader, QUEUES.refusals, UNTOLD_REFUSAL, ({ decidedOn, refusal }) =>
      refusalLine(decidedOn, Boolean(refusal?.overdueNoticeAt)),
    ),
    await filesQueue(reader, QUEUES.referred, inState('referred'), age),
    await filesQueue(reader, QUEUES.others, inState('under-review', notMine), age),
  ]
}

function refusalLine(decidedOn: string | null | undefined, overdue: boolean): string {
  const refused = isDay(decidedOn) ? LINES.refused(formatDay(decidedOn)) : ''
  return overdue ? `${refused}, ${LINES.overdue}` : refused
}

async function lateRequests(reader: Reader, at: Date): Promise<QueueItem[]> {
  const { docs } = await reader.payload.find({
    collection: 'information-requests',
    where: { and: [{ status: { equals: 'open' } }, { deadline: { less_than: parisDay(at) } }] },
    sort: 'deadline',
    limit: 0,
    ...asReader(reader),
  })
  const deadlines = new Map(docs.map(({ adhesion, deadline }) => [idOf(adhesion), deadline]))
  if (deadlines.size === 0) return []
  const files = await filesWhere(reader, { id: { in: [...deadlines.keys()].filter((id) => id !== null) } })
  const deadlineOf = (id: string) => deadlines.get(id) ?? ''
  return files
    .sort((a, b) => deadlineOf(a.id).localeCompare(deadlineOf(b.id)))
    .map((file) => fileItem(file, LINES.deadline(formatDay(deadlineOf(file.id)))))
}
