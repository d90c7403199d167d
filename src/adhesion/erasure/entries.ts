import { findAll } from '../../db/find.ts'
import { idOf } from '../../lib/ids.ts'
import { isJsonObject } from '../../lib/json-object.ts'
import type { Attachment, Journal } from '../../payload-types.ts'
import type { Case } from '../lifecycle/action.ts'

/** What of an application may be erased: a note, a message of the conversation, an attachment. */
export type Entry = {
  id: string
  what: 'note' | 'message' | 'attachment'
  /** How it is told from others: the beginning of its text, or its title. */
  title: string
  at: Date
  /** The account that wrote it; null for the applicant's. */
  author: string | null
  /** The rows of the journal that hold its words. */
  rows: readonly { id: string; rank: number }[]
}

const WRITTEN: Readonly<Record<string, Entry['what']>> = { noted: 'note', written: 'message' }

/** Characters of a text by which an entry is known again. */
const SHOWN = 60

/** Everything on an application that may be erased and was not yet, newest first. */
export async function entriesOn({ unit, adhesion }: Pick<Case, 'unit' | 'adhesion'>): Promise<Entry[]> {
  const rows = await findAll(unit, 'journal', {
    where: {
      and: [{ subject: { equals: `adhesion:${adhesion.id}` } }, { type: { in: ['noted', 'written', 'attached'] } }],
    },
  })
  const kept = rows.filter(({ evidence }) => evidence !== null)
  const attachments = await findAll(unit, 'attachments', { where: { adhesion: { equals: adhesion.id } } })
  return [...kept.flatMap(writtenEntry), ...attachments.map((file) => attachedEntry(file, kept))].toSorted(
    (a, b) => b.at.getTime() - a.at.getTime(),
  )
}

function writtenEntry({ id, rank, type, at, evidence }: Journal): Entry[] {
  const what = WRITTEN[type]
  if (!what || !isJsonObject(evidence)) return []
  const title = typeof evidence['text'] === 'string' ? evidence['text'].slice(0, SHOWN) : ''
  return [{ id, what, title, at: new Date(at), author: authorIn(evidence), rows: [{ id, rank }] }]
}

function attachedEntry({ id, title, source, addedBy, createdAt }: Attachment, rows: readonly Journal[]): Entry {
  const named = rows.filter(
    ({ type, evidence }) => type === 'attached' && isJsonObject(evidence) && evidence['attachment'] === id,
  )
  return {
    id,
    what: 'attachment',
    title,
    at: new Date(createdAt),
    author: source === 'staff' ? idOf(addedBy) : null,
    rows: named.map((row) => ({ id: row.id, rank: row.rank })),
  }
}

function authorIn(evidence: Readonly<Record<string, unknown>>): string | null {
  const actor = evidence['actor']
  return isJsonObject(actor) && actor['kind'] === 'staff' && typeof actor['id'] === 'string' ? actor['id'] : null
}
