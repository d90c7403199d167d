import { randomUUID } from 'node:crypto'
import { createLocalReq, type CollectionConfig, type PayloadRequest, type UploadConfig } from 'payload'
import { onceSettled, type Settled } from '../../db/settled.ts'
import { shadow } from '../../lib/shadow.ts'
import { BYTE_STORE, type ByteStore, type Bytes } from './store.ts'
import { filesUnavailable } from './unavailable.ts'

type Row = Bytes & Record<string, unknown>
type Handler = NonNullable<UploadConfig['handlers']>[number]

/**
 * A collection whose bytes lie in a bucket, as the storage plugin has made it, with its order of things turned around:
 * bytes first, under a key that nothing else has; then the row; and what a row no longer speaks of is removed once that
 * is committed. The plugin would upload last, while the transaction holds what it has written, and remove before it is
 * known whether the row goes.
 */
export function inBucket(collection: CollectionConfig): CollectionConfig {
  const upload = collection.hooks?.afterChange?.at(-1)
  const remove = collection.hooks?.afterDelete?.at(-1)
  const handlers = typeof collection.upload === 'object' ? collection.upload.handlers : undefined
  if (!upload || !remove || !handlers)
    throw new Error(`${collection.slug}: the storage plugin has not prepared this collection`)
  const put = putBy(upload)
  const removeOld = removeBy(remove)
  const store: ByteStore = {
    put: async (payload, bytes, data) => {
      const req = await createLocalReq({}, payload)
      await put(
        shadow(req, { file: { data, mimetype: bytes.mimeType ?? '', name: bytes.filename ?? '', size: data.length } }),
        { ...bytes },
      )
    },
    remove: async (payload, bytes) => removeOld(await createLocalReq({}, payload), { ...bytes }),
  }
  return {
    ...collection,
    custom: { ...collection.custom, [BYTE_STORE]: store },
    upload: {
      ...(typeof collection.upload === 'object' ? collection.upload : {}),
      handlers: [...handlers.slice(0, -1), ...handlers.slice(-1).map(tellsWhenAway)],
    },
    hooks: {
      ...collection.hooks,
      // Before the transaction: what is uploaded on its own leaves the one it was begun with, and begins another after this.
      beforeValidate: [
        async ({ data, req }) => {
          if (!req.file || !data) return data
          const row: Row = { ...data, _objectKey: randomUUID() }
          await put(req, row)
          return row
        },
        ...(collection.hooks?.beforeValidate ?? []),
      ],
      beforeChange: [
        ...(collection.hooks?.beforeChange ?? []),
        async ({ data, req }) => {
          if (req.file) await onceEnded(req, { rolledBack: () => removeOld(req, { ...data }) })
        },
      ],
      afterChange: [
        ...(collection.hooks?.afterChange?.slice(0, -1) ?? []),
        async ({
          doc,
          previousDoc,
          operation,
          req,
        }: {
          doc: Row
          previousDoc: Row
          operation: string
          req: PayloadRequest
        }) => {
          const isReplaced =
            operation === 'update' &&
            typeof previousDoc.filename === 'string' &&
            (previousDoc._objectKey ?? null) !== (doc._objectKey ?? null)
          if (isReplaced) await onceEnded(req, { committed: () => removeOld(req, previousDoc) })
        },
      ],
      afterDelete: [
        ...(collection.hooks?.afterDelete?.slice(0, -1) ?? []),
        async ({ doc, req }: { doc: Row; req: PayloadRequest }) => {
          await onceEnded(req, { committed: () => removeOld(req, doc) })
        },
      ],
    },
  }
}

/** Outside of a transaction what was written stands already. */
async function onceEnded(req: PayloadRequest, settled: Settled): Promise<void> {
  const transaction = await req.transactionID
  if (transaction === undefined) await settled.committed?.()
  else onceSettled(req.payload, transaction, settled)
}

type Hooks = NonNullable<CollectionConfig['hooks']>

/** Uploads by the plugin's hook, which would then write the row once more, in a request of its own kind. */
const putBy =
  (upload: NonNullable<Hooks['afterChange']>[number]) =>
  async (req: PayloadRequest, row: Row): Promise<void> => {
    const quiet = shadow<object>(req.payload, {
      update: async () => row,
      logger: shadow<object>(req.payload.logger, { error: () => {} }),
    })
    const args = {
      doc: row,
      data: row,
      previousDoc: {},
      operation: 'create',
      req: shadow<object>(req, { payload: quiet, context: {} }),
      context: {},
    }
    try {
      await (upload as (given: unknown) => Promise<unknown>)(args)
    } catch (error) {
      throw filesUnavailable(error)
    }
  }

const removeBy =
  (remove: NonNullable<Hooks['afterDelete']>[number]) =>
  async (req: PayloadRequest, row: Row): Promise<void> => {
    await (remove as (given: unknown) => Promise<unknown>)({ doc: row, req })
  }

/** The plugin answers 500 to whatever a bucket says but that there is no such object. */
const tellsWhenAway =
  (handler: Handler): Handler =>
  async (req, args): Promise<Response> => {
    const response = await handler(req, args)
    if (!(response instanceof Response) || response.status === 500) throw filesUnavailable()
    return response
  }
