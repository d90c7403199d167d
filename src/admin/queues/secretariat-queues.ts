import { idOf } from '../../lib/ids.ts'
import { formatDay, isDay, parisDay } from '../../lib/dates.ts'
import { since } from '../adhesion/since.ts'
import { asReader, type Reader } from '../reader.ts'
import { fileItem, filesWhere, queueOf } from './files.ts'
import type { Queue, QueueItem } from './model.ts'
import { LINES, QUEUES } from './words.ts'

/** For the secretariat: what waits to be instructed, the oldest first, and what is late. */
export async function secretariatQueues(reader: Reader, at: Date): Promise<Queue[]> {
  const files = await filesWhere(reader, { status: { in: ['submitted', 'under-review', 'referred', 'rejected'] } })
  const lines = (wanted: (file: (typeof files)[number]) => boolean): QueueItem[] =>
    files.filter(wanted).map((file) => fileItem(file, since(file.enteredStateAt, at)))
  const reviewed = ({ status }: (typeof files)[number]) => status === 'under-review'
  const mine = (file: (typeof files)[number]) => idOf(file.claimedBy) === reader.user.id
  return [
    queueOf(
      QUEUES.toInstruct,
      lines(({ status }) => status === 'submitted'),
    ),
    queueOf(
      QUEUES.mine,
      lines((file) => reviewed(file) && mine(file)),
    ),
    queueOf(QUEUES.late, await lateRequests(reader, at)),
    queueOf(
      QUEUES.refusals,
      files
        .filter(({ status, refusal }) => status === 'rejected' && !refusal?.notifiedAt)
        .map((file) => fileItem(file, refusalLine(file.decidedOn, Boolean(file.refusal?.overdueNoticeAt)))),
    ),
    queueOf(
      QUEUES.referred,
      lines(({ status }) => status === 'referred'),
    ),
    queueOf(
      QUEUES.others,
      lines((file) => reviewed(file) && !mine(file)),
    ),
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
    limit: 100,
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
