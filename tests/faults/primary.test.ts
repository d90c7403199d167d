import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { atWork, type AtWork } from './at-work.ts'
import { title } from './report.ts'
import { type Ground, threeMembers } from './three-members.ts'
import { freezeAll, freezePrimary, killAll, killPrimary, reviveAll } from './without.ts'

let ground: Ground
let work: AtWork

/** Milliseconds for which nobody who reads or writes may be without an answer while another primary takes over. */
const FAILOVER = { readers: 1_000, writers: 15_000 }

beforeAll(async () => {
  title('MongoDB, three members, one instance')
  ground = await threeMembers()
  work = await atWork(ground.database, { own: [ground.bucket.settings] })
}, 300_000)

afterAll(async () => {
  await work.close()
  await ground.close()
}, 120_000)

describe('under load', () => {
  it(
    'the primary is killed',
    () => work.meanwhile('the primary is killed (kill -9)', () => killPrimary(ground.set), FAILOVER),
    300_000,
  )
  it(
    'the primary stands still',
    () =>
      work.meanwhile('the primary stands still for 30 s (SIGSTOP)', () => freezePrimary(ground.set, 30_000), FAILOVER),
    300_000,
  )
  it(
    'the primary steps down',
    () => work.meanwhile('the primary steps down', () => ground.set.stepDown(), FAILOVER),
    300_000,
  )
  it(
    'the whole set stands still',
    () =>
      work.meanwhile('the whole set stands still for 20 s (SIGSTOP)', () => freezeAll(ground.set, 20_000), {
        readers: 1_000,
      }),
    300_000,
  )
  it(
    'the whole set is dead',
    () =>
      work.meanwhile(
        'the whole set is dead for 30 s (kill -9), the instance lives on',
        async () => {
          await killAll(ground.set)
          await wait(30_000)
          await reviveAll(ground.set)
        },
        { readers: 1_000 },
      ),
    300_000,
  )
  it('nothing is lost, half done, or doubled', () => work.count(), 300_000)
})
