import type { Payload } from 'payload'
import { findAll } from '../../db/find.ts'
import { isJsonObject } from '../../lib/json-object.ts'
import type { Journal } from '../../payload-types.ts'

/** One message between the secretariat and an applicant, with its files. */
export type Message = {
  at: Date
  by: 'secretariat' | 'applicant'
  text: string
  files: { id: string; title: string }[]
}

/** What passed between the secretariat and an applicant outside formal requests, latest first. */
export async function conversationOf(payload: Payload, adhesionId: string): Promise<Message[]> {
  const rows = await findAll({ payload }, 'journal', {
    where: { and: [{ subject: { equals: `adhesion:${adhesionId}` } }, { type: { equals: 'written' } }] },
    sort: '-rank',
    limit: 200,
  })
  const attachments = await findAll({ payload }, 'attachments', { where: { adhesion: { equals: adhesionId } } })
  const kept = new Set(attachments.map(({ id }) => id))
  return rows.flatMap((row) => {
    const message = messageIn(row)
    return message ? [{ ...message, files: message.files.filter(({ id }) => kept.has(id)) }] : []
  })
}

/** The message that a row of the journal keeps; null where it was erased. */
export function messageIn({ at, evidence }: Journal): Message | null {
  if (!isJsonObject(evidence) || typeof evidence['text'] !== 'string') return null
  const attachments: unknown[] = Array.isArray(evidence['attachments']) ? evidence['attachments'] : []
  return {
    at: new Date(at),
    by: evidence['side'] === 'applicant' ? 'applicant' : 'secretariat',
    text: evidence['text'],
    files: attachments.flatMap((each) =>
      isJsonObject(each) && typeof each['id'] === 'string' && typeof each['title'] === 'string'
        ? [{ id: each['id'], title: each['title'] }]
        : [],
    ),
  }
}
