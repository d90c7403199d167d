import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createLocalReq, type Payload } from 'payload'
import { onceSettled } from '../db/settled.ts'
import { unitOfWork, type UnitOfWork } from '../db/unit-of-work.ts'
import type { Attachment } from '../payload-types.ts'
import { removeBytes, storeBytes, type Bytes } from './bytes/store.ts'

type Row = Pick<Attachment, 'title' | 'source' | 'sha256'> &
  Partial<Pick<Attachment, 'adhesion' | 'member' | 'request' | 'addedBy'>>

/** Bytes that were looked at, of the type found in them. */
type Looked = { data: Buffer; mimeType: string; extension: string }

/** Bytes that lie where they belong, and whether a row speaks of them. */
export type Stored = { bytes: Bytes; kept: boolean }

/**
 * Keeps the bytes of files before the unit of work that makes their rows: neither a disk nor a bucket rolls back, and
 * what is locked waits for neither. What no row speaks of in the end is removed, but where it is not known whether
 * there is one.
 * @throws DomainError 503 `files-unavailable`; what the unit of work throws
 */
export async function withStored<File extends Looked, Result>(
  payload: Payload,
  files: readonly File[],
  run: (files: (File & Stored)[]) => Promise<Result>,
): Promise<Result> {
  const stored: (File & Stored)[] = []
  const remove = (those: readonly Stored[]) =>
    Promise.all(
      those.map(({ bytes }) =>
        removeBytes(payload, bytes).catch((err: unknown) =>
          payload.logger.warn({ err, msg: 'Bytes of no row could not be removed' }),
        ),
      ),
    )
  try {
    for (const file of files) stored.push({ ...file, bytes: await storeBytes(payload, file), kept: false })
    const result = await run(stored)
    await remove(stored.filter(({ kept }) => !kept))
    return result
  } catch (error) {
    await remove(stored.filter(({ kept }) => !kept))
    throw error
  }
}

/** Makes the row of a private file whose bytes are kept; returns its id. */
export async function keepAttachment({ payload, req }: UnitOfWork, row: Row, stored: Stored): Promise<string> {
  const { id } = await payload.create({
    collection: 'attachments',
    data: { ...row, ...stored.bytes },
    depth: 0,
    overrideAccess: true,
    req,
  })
  stored.kept = true
  const transaction = await req.transactionID
  if (transaction !== undefined) {
    onceSettled(payload, transaction, {
      rolledBack: async () => {
        stored.kept = false
      },
    })
  }
  return id
}

/** Reads the bytes of a private file, from wherever they lie. @throws DomainError 404 where they are missing */
export async function readAttachment(payload: Payload, row: Attachment): Promise<Buffer> {
  const { upload } = payload.collections.attachments.config
  const req = await createLocalReq({}, payload)
  const filename = row.filename ?? ''
  for (const handler of upload.handlers ?? []) {
    const response = await handler(req, { doc: row, params: { collection: 'attachments', filename } })
    if (response) return Buffer.from(await response.arrayBuffer())
  }
  return readFile(path.join(upload.staticDir ?? '', path.basename(filename)))
}

/**
 * Removes attachments with their files. In a unit of work of its own, after what made them needless is committed: a
 * file that was removed does not come back with a rollback.
 */
export async function removeAttachments(payload: Payload, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await unitOfWork(payload, async ({ req }) => {
    const { errors } = await payload.delete({
      collection: 'attachments',
      where: { id: { in: [...ids] } },
      req,
      depth: 0,
      overrideAccess: true,
    })
    if (errors.length > 0) throw new Error('An attachment could not be removed')
  })
}
