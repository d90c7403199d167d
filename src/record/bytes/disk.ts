import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Collection, CollectionConfig, PayloadRequest } from 'payload'
import { onceSettled } from '../../db/settled.ts'
import { flushFile, flushFolderOf } from '../../lib/flush.ts'
import { shadow } from '../../lib/shadow.ts'
import { BYTE_STORE, type ByteStore } from './store.ts'

/** The names of what lies on the disk for a row: what was uploaded, and its smaller pictures. */
function namesOf(row: unknown): string[] {
  if (typeof row !== 'object' || row === null) return []
  const sizes: unknown = 'sizes' in row ? row.sizes : null
  const smaller: unknown[] = typeof sizes === 'object' && sizes !== null ? Object.values(sizes) : []
  const each = [row, ...smaller]
  return each.flatMap((one) =>
    typeof one === 'object' && one !== null && 'filename' in one && typeof one.filename === 'string'
      ? [one.filename]
      : [],
  )
}

/**
 * A collection whose bytes lie in a folder: on the disk before the transaction that speaks of them is committed, where
 * Payload writes and leaves it to the system when; and there until the deletion of their row is committed, where Payload
 * removes them before it is known whether the row goes.
 */
export function onDisk(collection: CollectionConfig): CollectionConfig {
  const folder = typeof collection.upload === 'object' ? (collection.upload.staticDir ?? '') : ''
  const at = (name: string): string => path.join(folder, path.basename(name))
  const remove = async (names: readonly string[]): Promise<void> => {
    await Promise.all(names.map((name) => rm(at(name), { force: true })))
  }
  const flush = (names: readonly string[]): void => {
    for (const name of names) flushFile(at(name))
    for (const name of names.slice(0, 1)) flushFolderOf(at(name))
  }
  const store: ByteStore = {
    put: async (_payload, bytes, data) => {
      await mkdir(folder, { recursive: true })
      for (const name of namesOf(bytes)) await writeFile(at(name), data, { mode: 0o600 })
      flush(namesOf(bytes))
    },
    remove: async (_payload, bytes) => remove(namesOf(bytes)),
  }
  return {
    ...collection,
    custom: { ...collection.custom, [BYTE_STORE]: store },
    hooks: {
      ...collection.hooks,
      beforeOperation: [
        ...(collection.hooks?.beforeOperation ?? []),
        // A folder that it does not know it removes nothing from.
        ({ args, operation }) =>
          operation === 'delete' && 'collection' in args
            ? { ...args, collection: withoutFolder(args.collection) }
            : args,
      ],
      beforeDelete: [
        ...(collection.hooks?.beforeDelete ?? []),
        async ({ collection: { slug }, id, req }) => {
          const row = await req.payload.db.findOne({
            collection: slug,
            where: { id: { equals: id } },
            req,
          })
          await onceDeleted(req, () => remove(namesOf(row)))
        },
      ],
      afterChange: [
        ...(collection.hooks?.afterChange ?? []),
        ({ doc, req }) => {
          if (req.file) flush(namesOf(doc))
        },
      ],
    },
  }
}

const withoutFolder = (collection: Collection): Collection => ({
  ...collection,
  config: shadow(collection.config, { upload: shadow(collection.config.upload, { staticDir: '' }) }),
})

/** Outside of a transaction the row goes at once. */
async function onceDeleted(req: PayloadRequest, committed: () => Promise<void>): Promise<void> {
  const transaction = await req.transactionID
  if (transaction === undefined) await committed()
  else onceSettled(req.payload, transaction, { committed })
}
