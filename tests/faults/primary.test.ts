import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { lastingDatabase, type LastingDatabase } from '../kill/database.ts'
import { openBucket, type TestBucket } from '../support/bucket.ts'
import { atWork, type AtWork } from './at-work.ts'
import { type ReplicaSet, threeNodes } from './replica-set.ts'
import { title } from './report.ts'
import { freezeAll, freezePrimary, killAll, killPrimary, reviveAll } from './without.ts'

let set: ReplicaSet
let bucket: TestBucket
let database: LastingDatabase
let work: AtWork

/** Milliseconds for which nobody who reads or writes may be without an answer while another primary takes over. */
const FAILOVER = { readers: 1_000, writers: 15_000 }

beforeAll(async () => {
  title('MongoDB, three members, one instance')
  set = await threeNodes()
  bucket = await openBucket()
  database = await lastingDatabase({ DATABASE_URL: set.url(`f-${randomBytes(4).toString('hex')}`) })
  work = await atWork(database, { own: [bucket.settings] })
}, 300_000)

afterAll(async () => {
  await work.close()
  await database.remove()
  await bucket.close()
  await set.close()
}, 120_000)

describe('under load', () => {
  it('the primary is killed', () => work.meanwhile('the primary is killed (kill -9)', () => killPrimary(set), FAILOVER), 300_000)
  it('the primary stands still', () => work.meanwhile('the primary stands still for 30 s (SIGSTOP)', () => freezePrimary(set, 30_000), FAILOVER), 300_000)
  it('the primary steps down', () => work.meanwhile('the primary steps down', () => set.stepDown(), FAILOVER), 300_000)
  it('the whole set stands still', () => work.meanwhile('the whole set stands still for 20 s (SIGSTOP)', () => freezeAll(set, 20_000), { readers: 1_000 }), 300_000)
  it('the whole set is dead', () =>
    work.meanwhile(
      'the whole set is dead for 30 s (kill -9), the instance lives on',
      async () => {
        await killAll(set)
        await wait(30_000)
        await reviveAll(set)
      },
      { readers: 1_000 },
    ), 300_000)
  it('nothing is lost, half done, or doubled', () => work.count(), 300_000)
})
