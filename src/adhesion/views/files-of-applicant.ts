import type { Payload } from 'payload'
import { findAll, getById } from '../../db/find.ts'
import { disposition } from '../../lib/disposition.ts'
import { readAttachment } from '../../record/attachments.ts'
import type { Message } from './conversation.ts'

/** A file that whoever follows an application may have: it was sent by them, or to them. */
export type FileShown = { id: string; title: string; by: 'secretariat' | 'applicant'; at: Date }

/**
 * The files of an application that its applicant sent (with it, with an answer, in a message), and those that the
 * secretariat sent in messages; latest first. What the team attached for itself is not among them.
 */
export async function filesShown(
  payload: Payload,
  adhesionId: string,
  messages: readonly Message[],
): Promise<FileShown[]> {
  const inMessages = new Set(messages.flatMap(({ files }) => files.map(({ id }) => id)))
  const rows = await findAll({ payload }, 'attachments', {
    where: { adhesion: { equals: adhesionId } },
    sort: '-createdAt',
  })
  return rows.flatMap(({ id, title, source, createdAt }) =>
    source === 'applicant' || inMessages.has(id)
      ? [
          {
            id,
            title,
            by: source === 'applicant' ? ('applicant' as const) : ('secretariat' as const),
            at: new Date(createdAt),
          },
        ]
      : [],
  )
}

/** The bytes of a file that a view shows, and how they are sent: to be saved, and for nobody else. Null for any other file. */
export async function fileShownIn(
  payload: Payload,
  { files }: { files: readonly FileShown[] },
  id: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string> } | null> {
  const shown = files.find((each) => each.id === id)
  if (!shown) return null
  const row = await getById({ payload }, 'attachments', id)
  return {
    bytes: new Uint8Array(await readAttachment(payload, row)),
    headers: {
      'Content-Type': row.mimeType ?? 'application/octet-stream',
      'Content-Disposition': disposition('attachment', shown.title),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  }
}
