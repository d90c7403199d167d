import type { Env } from '../env.ts'
import { firstReason, StartRefused } from '../lib/start-refused.ts'

type Settings = Pick<Env, 'S3_ACCESS_KEY_ID' | 'S3_BUCKET' | 'S3_ENDPOINT' | 'S3_REGION' | 'S3_SECRET_ACCESS_KEY'>

/** Milliseconds. */
const LONGEST_ASK = 4_000

/** How the bucket is: `there`, `not-there`, or why it could not be asked. */
export type BucketState = 'there' | 'not-there' | { unknown: string }

/** Asks the store of uploads for its bucket; null where uploads stand in the data folder. */
export async function askBucket(env: Settings): Promise<BucketState | null> {
  if (env.S3_BUCKET === undefined) return null
  const { HeadBucketCommand, S3Client } = await import('@aws-sdk/client-s3')
  const client = new S3Client({
    region: env.S3_REGION,
    maxAttempts: 1,
    forcePathStyle: env.S3_ENDPOINT !== undefined,
    ...(env.S3_ENDPOINT ? { endpoint: env.S3_ENDPOINT } : {}),
    ...(env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY
      ? { credentials: { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY } }
      : {}),
  })
  try {
    await client.send(new HeadBucketCommand({ Bucket: env.S3_BUCKET }), {
      abortSignal: AbortSignal.timeout(LONGEST_ASK),
    })
    return 'there'
  } catch (error) {
    return statusOf(error) === 404
      ? 'not-there'
      : { unknown: `${error instanceof Error ? error.name : ''}: ${firstReason(error)}`.slice(0, 200) }
  } finally {
    client.destroy()
  }
}

function statusOf(error: unknown): unknown {
  const metadata: unknown = error instanceof Error && '$metadata' in error ? error.$metadata : undefined
  return typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
    ? metadata.httpStatusCode
    : undefined
}

/**
 * A bucket that is away for a moment is no reason not to serve pages; one that does not exist is a mistake in the settings.
 * @throws StartRefused when the store says that it has no such bucket
 */
export async function requireBucket(env: Settings): Promise<void> {
  if ((await askBucket(env)) === 'not-there') {
    throw new StartRefused(
      `There is no bucket ${env.S3_BUCKET} at ${env.S3_ENDPOINT ?? `Amazon S3 in ${env.S3_REGION}`}: make it, or look at S3_BUCKET and S3_ENDPOINT. Nothing was changed.`,
    )
  }
}
