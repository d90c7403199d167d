import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { S3Client } from '@aws-sdk/client-s3'
import type { Env } from '../env.ts'
import { UPLOADS, type NamedFile, type UploadSlug } from './store.ts'

type Place = Pick<NamedFile, 'collection' | 'name' | 'prefix' | 'type'>

/** Where uploads lie: a folder, or a bucket. */
export type Shelf = {
  /** Null where there is none. */
  read: (file: Place) => Promise<Buffer | null>
  write: (file: Place, bytes: Buffer) => Promise<void>
  /** What lies there, as `collection/name` or as keys; null where that is not ours to list. */
  names: () => Promise<string[]>
  /** How one is named among {@link Shelf.names}. */
  nameOf: (file: Place) => string
  close: () => void
}

/** Written whole or not at all, and on the disk before anybody relies on it. */
export async function writeWhole(file: string, bytes: Buffer | string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.partial`, bytes, { mode: 0o600, flush: true })
  await rename(`${file}.partial`, file)
}

export const uploadsFolder = ({ DATA_DIR }: Pick<Env, 'DATA_DIR'>): string => path.join(DATA_DIR, 'uploads')

/** The shelf that the settings name. */
export async function shelfOf(env: Env): Promise<Shelf> {
  return env.S3_BUCKET === undefined ? folderShelf(uploadsFolder(env)) : bucketShelf(env, env.S3_BUCKET)
}

function folderShelf(folder: string): Shelf {
  const pathOf = ({ collection, name }: Place): string => path.join(folder, collection, path.basename(name))
  return {
    read: (file) => readFile(pathOf(file)).catch(missing),
    write: (file, bytes) => writeWhole(pathOf(file), bytes),
    names: async () => (await Promise.all(UPLOADS.map((collection) => listed(folder, collection)))).flat(),
    nameOf: ({ collection, name }) => `${collection}/${name}`,
    close: () => undefined,
  }
}

async function listed(folder: string, collection: UploadSlug): Promise<string[]> {
  const entries = await readdir(path.join(folder, collection), { withFileTypes: true }).catch(missing)
  return (entries ?? []).filter((entry) => entry.isFile()).map(({ name }) => `${collection}/${name}`)
}

function missing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

async function bucketShelf(env: Env, Bucket: string): Promise<Shelf> {
  const {
    GetObjectCommand,
    ListObjectsV2Command,
    PutObjectCommand,
    S3Client: Client,
  } = await import('@aws-sdk/client-s3')
  const client: S3Client = new Client({
    region: env.S3_REGION,
    forcePathStyle: env.S3_ENDPOINT !== undefined,
    ...(env.S3_ENDPOINT ? { endpoint: env.S3_ENDPOINT } : {}),
    ...(env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY
      ? { credentials: { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY } }
      : {}),
  })
  const keyOf = ({ prefix, name }: Place): string => path.posix.join(prefix, name)
  return {
    read: async (file) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(file) }))
        return Body ? Buffer.from(await Body.transformToByteArray()) : null
      } catch (error) {
        if (error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound')) return null
        throw error
      }
    },
    write: async (file, bytes) => {
      await client.send(
        new PutObjectCommand({
          Bucket,
          Key: keyOf(file),
          Body: bytes,
          ...(file.type === undefined ? {} : { ContentType: file.type }),
        }),
      )
    },
    names: async () => {
      const keys: string[] = []
      for (
        let ContinuationToken: string | undefined, first = true;
        first || ContinuationToken !== undefined;
        first = false
      ) {
        const page = await client.send(new ListObjectsV2Command({ Bucket, ContinuationToken }))
        for (const { Key } of page.Contents ?? []) if (Key !== undefined) keys.push(Key)
        ContinuationToken = page.NextContinuationToken
      }
      return keys
    },
    nameOf: keyOf,
    close: () => client.destroy(),
  }
}
