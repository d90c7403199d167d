import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { atWork, type AtWork } from './at-work.ts'
import type { Instance } from './instances.ts'
import { title } from './report.ts'
import { type Ground, threeMembers } from './three-members.ts'
import { killAll, reviveAll } from './without.ts'

let ground: Ground
let work: AtWork
let one: Instance
let other: Instance

/** The lease of the timers: 30 s, renewed every 10. */
const lease = () =>
  ground.database.visit(
    async (payload) =>
      (await payload.find({ collection: 'leases', where: { key: { equals: 'timers' } }, depth: 0 })).docs[0],
  )

async function frozen(instance: Instance, milliseconds: number): Promise<void> {
  instance.freeze()
  try {
    await wait(milliseconds)
  } finally {
    instance.goOn()
  }
}

beforeAll(async () => {
  title('MongoDB, three members, two instances in turn')
  ground = await threeMembers()
  work = await atWork(ground.database, { own: [ground.bucket.settings, ground.bucket.settings] })
  const [first, second] = work.servers.each
  if (!first || !second) throw new Error('There are no two')
  one = first
  other = second
}, 300_000)

afterAll(async () => {
  await work.close()
  await ground.close()
}, 120_000)

describe('under load', () => {
  it(
    'one instance is killed',
    () =>
      work.meanwhile(
        'one instance is killed (kill -9), and started again after 15 s',
        async () => {
          await one.kill()
          await work.killed()
          await wait(10_000)
          await one.start()
        },
        { readers: 5_000 },
      ),
    300_000,
  )

  it(
    'one instance stands still',
    () => work.meanwhile('one instance stands still for 20 s (SIGSTOP)', () => frozen(other, 20_000)),
    300_000,
  )

  it('who holds the lease stands still for longer than it holds', async () => {
    // One of the two has it: the other takes it over, and then it is the other one's turn to stand still.
    const holders = new Set<string>()
    for (const [name, instance] of [
      ['one instance', one],
      ['the other instance', other],
    ] as const) {
      await work.meanwhile(`${name} stands still for 45 s (SIGSTOP); the timers' lease lasts 30 s`, async () => {
        const before = await lease()
        await frozen(instance, 45_000)
        const after = await lease()
        for (const { holder } of [before, after].filter((each) => each !== undefined)) holders.add(holder)
        return before?.holder === after?.holder ? 'the lease stayed with who had it and went on' : 'the lease went over'
      })
    }
    expect(holders.size).toBeGreaterThan(1)
  }, 400_000)

  it(
    'everything loses its power',
    () =>
      work.meanwhile('everything is killed at the same moment (kill -9), and started again', async () => {
        await Promise.all([one.kill(), other.kill(), killAll(ground.set)])
        const begun = performance.now()
        await reviveAll(ground.set)
        await vi.waitFor(() => work.killed(), { timeout: 60_000, interval: 500 })
        await Promise.all([one.start(), other.start()])
        return `both ready ${((performance.now() - begun) / 1000).toFixed(1)} s after`
      }),
    300_000,
  )

  it('nothing is lost, half done, or doubled', () => work.count(), 300_000)
})
