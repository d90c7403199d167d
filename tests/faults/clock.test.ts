import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { lastingDatabase, type LastingDatabase } from '../kill/database.ts'
import { openBucket, type TestBucket } from '../support/bucket.ts'
import { atWork, type AtWork } from './at-work.ts'
import { type ReplicaSet, threeNodes } from './replica-set.ts'
import { title } from './report.ts'

/** Of Debian's `libfaketime`: what is started with it sees another time. */
const AHEAD = { LD_PRELOAD: process.env['FAKE_TIME'] ?? '', FAKETIME: '+120s', FAKETIME_DONT_FAKE_MONOTONIC: '1' }

let set: ReplicaSet
let bucket: TestBucket
let database: LastingDatabase
let work: AtWork
/** Milliseconds that the mail server takes for an e-mail: a lease judged by the wrong clock is over before it is recorded. */
let slowness = 4_000

beforeAll(async () => {
  title('MongoDB, two instances in turn, the clock of one 120 s ahead')
  set = await threeNodes()
  bucket = await openBucket()
  database = await lastingDatabase({ DATABASE_URL: set.url(`f-${randomBytes(4).toString('hex')}`) })
  work = await atWork(database, { own: [bucket.settings, { ...bucket.settings, ...AHEAD }], mailTakes: () => wait(slowness) })
}, 300_000)

afterAll(async () => {
  await work.close()
  await database.remove()
  await bucket.close()
  await set.close()
}, 120_000)

describe('one of two clocks is two minutes ahead', () => {
  it('under load', () => work.meanwhile('one clock is 120 s ahead for 60 s, the mail server takes 4 s an e-mail', () => wait(60_000), { readers: 1_000 }), 300_000)
  it('nothing is lost, half done, or doubled', () => {
    slowness = 0
    return work.count()
  }, 300_000)
})
