import { randomBytes } from 'node:crypto'
import { lastingDatabase, type LastingDatabase } from '../kill/database.ts'
import { openBucket, type TestBucket } from '../support/bucket.ts'
import { type ReplicaSet, threeNodes } from './replica-set.ts'

/** What instances on MongoDB stand on. */
export type Ground = { set: ReplicaSet; bucket: TestBucket; database: LastingDatabase; close: () => Promise<void> }

/** A replica set of three members with an empty database, and a bucket. */
export async function threeMembers(): Promise<Ground> {
  const set = await threeNodes()
  const bucket = await openBucket()
  const database = await lastingDatabase({ DATABASE_URL: set.url(`f-${randomBytes(4).toString('hex')}`) })
  return {
    set,
    bucket,
    database,
    close: async () => {
      await database.remove()
      await bucket.close()
      await set.close()
    },
  }
}
