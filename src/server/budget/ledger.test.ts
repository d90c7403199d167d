import { describe, expect, it } from 'vitest'
import type { Counted } from '../../db/shared-counts.ts'
import { ledger } from './ledger.ts'

/** A store that instances share, and a clock. */
const world = () => {
  const rows = new Map<string, number>()
  const written: Counted[][] = []
  let at = 60_000 * 1_000
  return {
    written,
    now: () => at,
    pass: (ms: number) => {
      at += ms
    },
    shared: async (counted: readonly Counted[]) => {
      written.push([...counted])
      for (const { id, by } of counted) rows.set(id, (rows.get(id) ?? 0) + by)
      return new Map(counted.map(({ id }) => [id, rows.get(id) ?? 0]))
    },
  }
}

describe('a ledger', () => {
  it('lets spend until the limit, says when to come back, and begins anew with the next minute', () => {
    const { now, pass } = world()
    const { spend } = ledger({ now })
    pass(20_000)
    expect([spend('a', 60, 100), spend('a', 60, 100), spend('a', 1, 100), spend('b', 1, 100)]).toEqual([0, 0, 40, 0])
    pass(39_999)
    expect(spend('a', 1, 100)).toBe(1)
    pass(1)
    expect(spend('a', 1, 100)).toBe(0)
  })

  it('is shared by instances, in one write for all that is worth telling, and never of who spent little', async () => {
    const here = world()
    const [one, other] = [ledger(here), ledger(here)]
    for (const { spend } of [one, other]) {
      spend('dear', 300, 1_000)
      spend('cheap', 2, 1_000)
    }
    here.pass(2_500)
    one.spend('dear', 200, 1_000)
    await Promise.resolve()
    expect(here.written.map((each) => each.map(({ by }) => by))).toEqual([[500]])
    here.pass(10)
    other.spend('dear', 300, 1_000)
    await new Promise((resolve) => setImmediate(resolve))
    expect(other.spend('dear', 1, 1_000), 'what was spent elsewhere counts').toBeGreaterThan(0)
    expect(JSON.stringify(here.written)).not.toMatch(/dear|cheap/)
  })

  it('goes on by itself where the store is away', async () => {
    const { now, pass } = world()
    const errors: unknown[] = []
    const { spend } = ledger({
      now,
      shared: () => Promise.reject(new Error('away')),
      failed: (error) => errors.push(error),
    })
    spend('a', 300, 1_000)
    pass(2_500)
    expect(spend('a', 300, 1_000)).toBe(0)
    await new Promise((resolve) => setImmediate(resolve))
    expect([errors.length, spend('a', 500, 1_000), spend('a', 1, 1_000) > 0]).toEqual([1, 0, true])
  })
})
