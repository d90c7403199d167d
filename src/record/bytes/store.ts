import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'

/** The columns of a row that lead to its bytes: its file name, and the key of the bucket under which they lie. */
export type Bytes = {
  filename?: string | null
  mimeType?: string | null
  filesize?: number | null
  _objectKey?: string | null
}

/** The place where the bytes of a collection lie: a folder, or a bucket. */
export type ByteStore = {
  /** Keeps bytes for good: when it returns they outlive a loss of power. @throws DomainError 503 `files-unavailable` */
  put: (payload: Payload, bytes: Bytes, data: Buffer) => Promise<void>
  remove: (payload: Payload, bytes: Bytes) => Promise<void>
}

/** The name under which the store of bytes hangs on the configuration of a collection. */
export const BYTE_STORE = 'cpof.byteStore'

const isStore = (value: unknown): value is ByteStore =>
  typeof value === 'object' && value !== null && 'put' in value && 'remove' in value

/** The store of the private files. */
function storeOf({ collections }: Payload): ByteStore {
  const store: unknown = collections.attachments.config.custom?.[BYTE_STORE]
  if (!isStore(store)) throw new Error('The collection of attachments has no store')
  return store
}

/** Keeps private bytes under a name of our own, with no row yet. @throws DomainError 503 `files-unavailable` */
export async function storeBytes(
  payload: Payload,
  { data, mimeType, extension }: { data: Buffer; mimeType: string; extension: string },
): Promise<Bytes> {
  const bytes: Bytes = {
    filename: `${randomUUID()}.${extension}`,
    mimeType,
    filesize: data.length,
    _objectKey: randomUUID(),
  }
  await storeOf(payload).put(payload, bytes, data)
  return bytes
}

/** Removes bytes that no row speaks of. */
export const removeBytes = (payload: Payload, bytes: Bytes): Promise<void> => storeOf(payload).remove(payload, bytes)
