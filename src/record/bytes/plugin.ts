import { s3Storage } from '@payloadcms/storage-s3'
import type { CollectionConfig, Field, Plugin } from 'payload'
import { inBucket } from './bucket.ts'
import { onDisk } from './disk.ts'

/** The prefix of every object in the bucket: none, since the key of its row tells objects apart. */
const NO_PREFIX = { prefix: '' }
const COLLECTIONS = { media: NO_PREFIX, files: NO_PREFIX, attachments: NO_PREFIX }

/**
 * Milliseconds, twice at most: a bucket that is away costs the request that needs it some seconds, and nobody else
 * anything. A line that is slow and alive may take longer.
 */
const TIMES = { connectionTimeout: 3_000, socketTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true }

/** Sockets at once; those of an agent of Node's that are kept alive spare a handshake for each file. */
const SOCKETS = { keepAlive: true, maxSockets: 100 }

type Settings = {
  S3_BUCKET?: string | undefined
  S3_REGION: string
  S3_ENDPOINT?: string | undefined
  S3_ACCESS_KEY_ID?: string | undefined
  S3_SECRET_ACCESS_KEY?: string | undefined
}

/**
 * Keeps the bytes of uploads on the disk, or in a bucket where one is configured. The rows are of one form in both
 * cases, so that a database may be moved from one to the other, and its migrations hold for both.
 */
export function bytesPlugin(env: Settings): Plugin {
  const storage = s3Storage({
    enabled: env.S3_BUCKET !== undefined,
    alwaysInsertFields: true,
    collections: COLLECTIONS,
    bucket: env.S3_BUCKET ?? 'none',
    config: {
      region: env.S3_REGION,
      forcePathStyle: env.S3_ENDPOINT !== undefined,
      maxAttempts: 2,
      requestHandler: { ...TIMES, httpAgent: SOCKETS, httpsAgent: SOCKETS },
      ...(env.S3_ENDPOINT ? { endpoint: env.S3_ENDPOINT } : {}),
      ...(env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY
        ? { credentials: { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY } }
        : {}),
    },
  })
  const kept = env.S3_BUCKET === undefined ? onDisk : inBucket
  return async (incoming) => {
    const config = await storage(incoming)
    return {
      ...config,
      collections: (config.collections ?? []).map((each) =>
        Object.hasOwn(COLLECTIONS, each.slug) ? placesSetByNobody(kept(each)) : each,
      ),
    }
  }
}

const PLACES: ReadonlySet<string> = new Set(['prefix', '_objectKey'])
const nobody = () => false

/** Closes to all writers the fields that name where the bytes of a row lie. */
function placesSetByNobody(collection: CollectionConfig): CollectionConfig {
  const closed = (field: Field): Field =>
    'name' in field && PLACES.has(field.name) && field.type === 'text'
      ? { ...field, access: { create: nobody, update: nobody } }
      : field
  return { ...collection, fields: collection.fields.map(closed) }
}
