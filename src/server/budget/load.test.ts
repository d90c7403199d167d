import { describe, expect, it } from 'vitest'
import { eventLoopLag, hasNoPlace, type Caller, type Load } from './load.ts'

const most = { lag: 400, running: 300 }
const dear: Caller = { isStaff: false, isReading: true, isDear: true }
const page: Caller = { ...dear, isDear: false }
const form: Caller = { ...dear, isReading: false }
const staff: Caller = { ...dear, isStaff: true }
const waits = (load: Partial<Load>) =>
  [dear, page, form, staff].map((caller) =>
    hasNoPlace(caller, { lag: 0, running: 0, runningOfNetwork: 0, ...load }, most),
  )

describe('a full house', () => {
  it('refuses what is dear first, then what is read, then forms, and the staff last', () => {
    expect(waits({})).toEqual([false, false, false, false])
    expect(waits({ lag: 401 })).toEqual([true, false, false, false])
    expect(waits({ lag: 801 })).toEqual([true, true, false, false])
    expect(waits({ lag: 2_001 })).toEqual([true, true, true, false])
    expect(waits({ running: 300 })).toEqual([true, true, false, false])
    expect(waits({ running: 450 })).toEqual([true, true, true, false])
    expect(waits({ running: 600 })).toEqual([true, true, true, true])
  })

  it('is not filled by one network', () => {
    expect(waits({ running: 100, runningOfNetwork: 100 })).toEqual([true, true, true, false])
  })

  it('is noticed by how late the event loop is for some seconds, not by one long piece of work', async () => {
    const lag = eventLoopLag()
    const work = async () => {
      const busyUntil = performance.now() + 1_200
      while (performance.now() < busyUntil) {
        const until = performance.now() + 150
        while (performance.now() < until);
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    await work()
    expect(lag()).toBe(0)
    await work()
    expect(lag()).toBeGreaterThan(20)
  })
})
