import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { unitOfWork, type UnitOfWork } from '../db/unit-of-work.ts'
import type { Attachment } from '../payload-types.ts'

type Row = Pick<Attachment, 'title' | 'source' | 'sha256'> & Partial<Pick<Attachment, 'adhesion' | 'member' | 'request' | 'addedBy'>>

/** Bytes that were looked at, of the type found in them. */
type Bytes = { data: Buffer; mimeType: string; extension: string }

/**
 * Keeps a private file with its row, under a name of our own; returns its id. A disk does not roll back: should the
 * unit of work fail, the file goes as well. In a bucket it stays, known to nobody.
 */
export async function keepAttachment({ payload, req, leftovers }: UnitOfWork, row: Row, { data, mimeType, extension }: Bytes): Promise<string> {
  const name = `${randomUUID()}.${extension}`
  leftovers.push(() => removeFile(payload, name))
  const { id } = await payload.create({
    collection: 'attachments', data: row, file: { data, mimetype: mimeType, name, size: data.length }, depth: 0, overrideAccess: true, req,
  })
  return id
}

async function removeFile({ collections }: Payload, name: string): Promise<void> {
  const { staticDir } = collections.attachments.config.upload
  if (staticDir) await rm(path.join(staticDir, name), { force: true })
}

/**
 * Removes attachments with their files. In a unit of work of its own, after what made them needless is committed: a
 * file that was removed does not come back with a rollback.
 */
export async function removeAttachments(payload: Payload, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await unitOfWork(payload, async ({ req }) => {
    const { errors } = await payload.delete({ collection: 'attachments', where: { id: { in: [...ids] } }, req, depth: 0, overrideAccess: true })
    if (errors.length > 0) throw new Error('An attachment could not be removed')
  })
}
