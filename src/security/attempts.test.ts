import type { Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import { delayAfter, oneMore, tryInTurn, waitAfter } from './attempts.ts'

const MINUTE = 60_000
const patience = { free: 3, first: MINUTE, longest: 15 * MINUTE, memory: 60 * MINUTE }

describe('tries that fail', () => {
  it('wait longer each time, and never for good', () => {
    expect([0, 2, 3, 4, 5, 6, 7, 8, 1000].map((count) => delayAfter(count, patience) / MINUTE)).toEqual([
      0, 0, 1, 2, 4, 8, 15, 15, 15,
    ])
  })

  it('wait for what is left of it', () => {
    const known = { count: 3, at: 0 }
    expect([
      waitAfter(null, 0, patience),
      waitAfter({ count: 2, at: 0 }, 0, patience),
      waitAfter(known, 10_000, patience),
      waitAfter(known, MINUTE, patience),
      waitAfter(known, -9 * MINUTE, patience),
    ]).toEqual([0, 0, 50_000, 0, MINUTE])
  })

  it('are forgotten after a while', () => {
    const known = { count: 20, at: 0 }
    expect([
      waitAfter(known, 61 * MINUTE, patience),
      oneMore(known, 61 * MINUTE, patience),
      oneMore(known, 59 * MINUTE, patience).count,
    ]).toEqual([0, { count: 1, at: 61 * MINUTE }, 21])
  })

  it('are made one after another: many at once pass no count, and right ones all succeed', async () => {
    const payload = { db: {} } as Payload
    const made: number[] = []
    const wrong = await Promise.all(
      Array.from({ length: 8 }, (_, each) =>
        tryInTurn(payload, 'a', patience, async () => {
          made.push(each)
          return null
        }),
      ),
    )
    expect([made.length, wrong.filter(({ wait }) => wait > 0).length]).toEqual([3, 5])
    const right = await Promise.all(
      Array.from({ length: 8 }, () => tryInTurn(payload, 'b', patience, async () => 'right')),
    )
    expect(right).toEqual(Array(8).fill({ wait: 0, result: 'right', count: 0 }))
  })

  it('that break off hold nobody up', async () => {
    const payload = { db: {} } as Payload
    const broken = tryInTurn(payload, 'a', patience, () => Promise.reject(new Error('away')))
    const next = tryInTurn(payload, 'a', patience, async () => 'right')
    await expect(broken).rejects.toThrow('away')
    expect(await next).toEqual({ wait: 0, result: 'right', count: 0 })
  })
})
