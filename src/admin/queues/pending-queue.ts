import { idOf } from '../../lib/ids.ts'
import { formatDateTime } from '../../lib/dates.ts'
import { textAt } from '../adhesion/stored.ts'
import { accountNames, asReader, type Reader } from '../reader.ts'
import { queueOf } from './files.ts'
import type { Queue, QueueItem } from './model.ts'
import { LINES, QUEUES, RECORDS } from './words.ts'

type Kind = keyof typeof RECORDS

const KINDS = [
  'mandates',
  'people',
  'governance-bodies',
  'members',
  'charter-versions',
] as const satisfies readonly Kind[]

/** What one person of the secretariat entered and another has to confirm; one's own is shown as such. */
export async function pendingQueue(reader: Reader): Promise<Queue> {
  const items: QueueItem[] = []
  for (const kind of KINDS) items.push(...(await pendingOfKind(reader, kind)))
  return queueOf(QUEUES.pending, items)
}

async function pendingOfKind(reader: Reader, kind: Kind): Promise<QueueItem[]> {
  const confirmable = kind === 'mandates' || kind === 'members'
  // What a JSON field holds cannot be asked alike on both databases; whether it holds something can.
  const { docs } = await reader.payload.find({
    collection: kind,
    where: {
      or: [{ pending: { exists: true } }, ...(confirmable ? [{ confirmed: { not_equals: true } }] : [])],
    },
    limit: 0,
    ...asReader(reader),
  })
  const waiting = docs.filter(
    (doc) =>
      textAt(doc.pending, 'proposedBy') !== null || (confirmable && 'confirmed' in doc && doc.confirmed !== true),
  )
  const names = await accountNames(
    reader,
    waiting.map((doc) => ('enteredBy' in doc ? idOf(doc.enteredBy) : null)),
  )
  return waiting.map((doc) => {
    const proposer = textAt(doc.pending, 'proposedBy') ?? ('enteredBy' in doc ? idOf(doc.enteredBy) : null)
    const proposedAt = textAt(doc.pending, 'proposedAt')
    const name = textAt(doc.pending, 'proposedByName') ?? names.get(proposer ?? '') ?? ''
    const said = proposedAt ? LINES.proposedBy(name, formatDateTime(new Date(proposedAt))) : LINES.enteredBy(name)
    return {
      id: doc.id,
      href: `/admin/collections/${kind}/${doc.id}`,
      name: nameOf(doc),
      detail: RECORDS[kind],
      when: proposer === reader.user.id ? LINES.yours : said,
    }
  })
}

type Titled = { title?: string | null; name?: string | null; legalName?: string | null }

const nameOf = ({ title, name, legalName }: Titled): string => title ?? legalName ?? name ?? ''
