import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { atWork, type AtWork } from './at-work.ts'
import { title } from './report.ts'
import { type Ground, threeMembers } from './three-members.ts'

/** Of Debian's `libfaketime`: what is started with it sees another time. */
const AHEAD = { LD_PRELOAD: process.env['FAKE_TIME'] ?? '', FAKETIME: '+120s', FAKETIME_DONT_FAKE_MONOTONIC: '1' }

let ground: Ground
let work: AtWork
/** Milliseconds that the mail server takes for an e-mail: a lease judged by the wrong clock is over before it is recorded. */
let slowness = 4_000

beforeAll(async () => {
  title('MongoDB, two instances in turn, the clock of one 120 s ahead')
  ground = await threeMembers()
  work = await atWork(ground.database, {
    own: [ground.bucket.settings, { ...ground.bucket.settings, ...AHEAD }],
    mailTakes: () => wait(slowness),
  })
}, 300_000)

afterAll(async () => {
  await work.close()
  await ground.close()
}, 120_000)

describe('one of two clocks is two minutes ahead', () => {
  it(
    'under load',
    () =>
      work.meanwhile('one clock is 120 s ahead for 60 s, the mail server takes 4 s an e-mail', () => wait(60_000), {
        readers: 1_000,
      }),
    300_000,
  )
  it('nothing is lost, half done, or doubled', () => {
    slowness = 0
    return work.count()
  }, 300_000)
})
